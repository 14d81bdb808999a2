/** Money of the mainland; amounts in it need no rate. */
export const YUAN = 'CNY'

/**
 * How people write currencies, folded: after the amount, and before it. The first that fits is taken, so longer forms stand before shorter.
 * 蚊 is for money.ts; a bare dollar is the American one.
 */
const CURRENCIES: [code: string, after: string, before: string][] = [
  ['HKD', '港币|港元|港纸|港刀|hkd\\b|hk\\$|hk dollars?\\b|hong kong dollars?\\b', 'hk\\$|hkd|港币|港元|港纸'],
  ['AUD', '澳元|澳币|澳刀|aud\\b|a\\$|au\\$|australian dollars?\\b|aussie dollars?\\b', 'au\\$|a\\$|aud|澳元|澳币'],
  ['NZD', '纽币|纽元|新西兰元|nzd\\b|new zealand dollars?\\b|kiwi dollars?\\b', 'nz\\$|nzd|纽币'],
  ['CAD', '加元|加币|加刀|加拿大元|cad\\b|canadian dollars?\\b', 'ca\\$|c\\$|cad|加元|加币'],
  ['SGD', '新币|新元|新加坡元|坡币|新(?=以下)|sgd\\b|singapore dollars?\\b', 'sg\\$|s\\$|sgd|新币|新加坡元'],
  ['TWD', '新台币|台币|台元|twd\\b|nt\\$|taiwan dollars?\\b', 'nt\\$|twd|新台币|台币'],
  ['JPY', '日元|日圆|日币|円|圆日币|jpy\\b|yen\\b|japanese yen\\b', 'jp¥|jpy|日元|日圆|日币'],
  ['KRW', '韩元|韩圆|韩币|krw\\b|won\\b|korean won\\b', '₩|krw|韩元|韩币'],
  ['EUR', '欧元|欧(?![洲盟莱美版码式亚珀])|€|eur\\b|euros?\\b', '€|eur|欧元'],
  ['GBP', '英镑|镑|£|gbp\\b|pounds? sterling\\b|pounds?\\b(?! of)|quid\\b', '£|gbp|英镑'],
  ['CHF', '瑞士法郎|瑞郎|法郎|chf\\b|swiss francs?\\b|francs?\\b', 'chf|瑞郎'],
  ['THB', '泰铢|铢|thb\\b|bahts?\\b', '฿|thb|泰铢'],
  ['MYR', '马币|令吉|林吉特|myr\\b|ringgits?\\b', 'myr|rm|马币'],
  ['VND', '越南盾|vnd\\b|dong\\b', '₫|vnd|越南盾'],
  ['IDR', '印尼盾|idr\\b|rupiahs?\\b', 'idr|印尼盾'],
  ['INR', '印度卢比|卢比|inr\\b|rupees?\\b', '₹|inr'],
  ['RUB', '卢布|rub\\b|rou?bles?\\b', '₽|rub|卢布'],
  ['TRY', '里拉|lira\\b', '₺'],
  ['AED', '迪拉姆|aed\\b|dirhams?\\b', 'aed'],
  ['MOP', '澳门币|葡币|澳门元|patacas?\\b', 'mop\\$|mop|澳门币|葡币'],
  [
    'USD',
    '美元|美金|美刀|刀(?![具叉片剪])|us ?dollars?\\b|usd\\b|us\\$|dollars?\\b|bucks?\\b|\\$',
    'us\\$|usd|美元|美金|\\$',
  ],
  ['CNY', '人民币|软妹币|rmb|cny|renminbi|yuan|yaun|kuai|¥', '人民币|rmb|cny|cn¥|¥|renminbi'],
]

const alternatives = (forms: string[]) => forms.join('|')

/** Pattern of a currency after the amount, without 元, 块 and 蚊. */
export const AFTER = alternatives(CURRENCIES.map(([, after]) => after))
/** Pattern of a currency before the amount. */
export const BEFORE = alternatives(CURRENCIES.map(([, , before]) => before))

const READERS = CURRENCIES.map(([code, after, before]) => ({ code, is: new RegExp(`^(?:${after}|${before})$`) }))

/** The ISO code of a currency as written; undefined when the text is none. */
export const currencyOf = (written: string): string | undefined => READERS.find(({ is }) => is.test(written))?.code
