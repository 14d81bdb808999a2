import { Big } from 'big.js'
import { AFTER, BEFORE, currencyOf, YUAN } from './currencies.ts'
import { foldAmounts } from './fold-amounts.ts'
import { type Currency, type Finder, finding, findMentions } from './mentions.ts'
import { numeral } from './numeral.ts'

Big.strict = true

const NUMBER = '\\d{1,12}(?:\\.\\d{1,4})?'
/** 块 counts some goods: 两块手表. */
const YUAN_WORD =
  '块(?!手表|表(?!示)|腕表|香皂|皂|肥皂|布|滑板|电池|巧克力|牛排)钱?|快(?=$|\\s|[,.。，的嘅]|包邮|包油|免|钱)|元|蚊|圆'
/** One Chinese digit is a price only with a unit behind it, and 一块 is as often "together". */
const WORD = `(?<![一二两三四五六七八九十几\\d])(?:[二两三四五六七八九十](?=\\s?(?:${YUAN_WORD}))|一(?=块(?:[钱一二三四五六七八九]|\\d(?!\\d{2}))|元|蚊))`
/** What makes the digit after 块 something else than tenths: `100块5片`. */
const COUNTED =
  '(?!\\s?(?:[\\d.a-z%]|个|件|瓶|支|包(?![邮税运])|盒|罐|卷|桶|袋|箱|双|只|条|台|部|款|样|份|套|片|张|对|顶|副|樽|斤|公斤|克|毫升|升|两|月|号|日|天|年|次|单|人|折|万|千|百|十|种|位|岁|点|粒|颗|口|起|共|下|定|般|直|边|些|家|倍))'
/** `块五`, `块5毛2`, `元八角`. */
const TENTHS = `(?:(?<=[块元])(?<jiao>\\d|[一二两三四五六七八九])(?:[毛角](?:(?<fen>\\d|[一二三四五六七八九])分?)?)?${COUNTED})?`
const VAGUELY = '(?:[多来余]|整(?![个套箱天体件盒])|几(?=块|元|蚊))?'

/** Amounts of any currency. Approximate ones (一百多, 五百来块) count as what they are near. */
const AMOUNT = new RegExp(
  `(?<![a-z\\d.#_])(?:(?<before>${BEFORE})\\s{0,2})?(?<![a-z]-)(?<number>${NUMBER}|${WORD})(?!\\d|\\.\\d)${VAGUELY}` +
    `(?:\\s?(?<word>${YUAN_WORD})${TENTHS}钱?(?:\\s?(?<after>${AFTER}))?|\\s?(?<after>${AFTER})|(?![a-z]))`,
  'gu',
)

/** The dollar of Cantonese speech: of Hong Kong where that is named, else the yuan in which goods are taxed. */
const MAN = '蚊'
export const HONG_KONG = /香港|港[币元纸幣紙]|hong ?kong|\bhkd?\b/

/** In Hong Kong, or in its speech, a dollar is the local one. */
const OF_HONG_KONG = /香港|hong ?kong|\bhk\b|蚊|[嘅喺咗]/

function currencyIn({ before, word, after }: Record<string, string | undefined>, text: string): Currency {
  for (const written of [after, before]) {
    const code = written === undefined ? undefined : currencyOf(written)
    if (code === 'USD' && written === '$' && OF_HONG_KONG.test(text)) return 'HKD'
    if (code !== undefined) return code
  }
  if (word === undefined) return undefined
  return word === MAN && HONG_KONG.test(text) ? 'HKD' : YUAN
}

/** Finds amounts of money and bare numbers, which may be amounts; see roles.ts for what they are. */
export const findAmounts: Finder = finding(AMOUNT, ({ groups = {}, input }) => {
  const { number = '', jiao, fen } = groups
  const whole = numeral(number)
  if (whole === undefined) return undefined
  const part = jiao === undefined ? '' : `0.${numeral(jiao)}${fen === undefined ? '' : numeral(fen)}`
  const amount = part === '' ? new Big(whole) : new Big(whole).plus(part)
  return { kind: 'amount', amount, currency: currencyIn(groups, input) }
})

/** Every amount of money or bare number in a text, in order. A bare number has no currency. */
export const readMoney = (text: string): { amount: Big; currency: Currency }[] =>
  findMentions(foldAmounts(text), [findAmounts]).flatMap((mention) =>
    mention.kind === 'amount' ? [{ amount: mention.amount, currency: mention.currency }] : [],
  )
