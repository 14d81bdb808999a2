import { rememberingLast } from '../../core/remembered.ts'
import { fold } from '../../search/fold.ts'
import { foldEnglishNumbers } from './english-numbers.ts'
import { numeral } from './numeral.ts'

/** Texts whose folded form is remembered: every advisor asks for that of the same few. */
const MOST_REMEMBERED = 8

/** Longer texts are cut: nobody states a price after four thousand characters. */
const LONGEST = 4000

/** Characters that stand for something else in reading: see mentions.ts. */
const PRIVATE = /\p{Co}/gu

/** No number that matters has so many digits; what has is a tracking or card number. */
const ENDLESS = /\d{16,}/g

/**
 * Commas that part a list, not thousands: after four digits, before one, two or four, before a content (`900，750ml两瓶`), and the Chinese comma between
 * three digits and three (`420，269`), where nobody groups so large a price.
 */
const PARTING =
  /(?<=\d{4})[,，](?=\d)|(?<=\d)[,，](?=\d{1,2}(?!\d)|\d{4})|(?<=\d\d)[,，](?=\d{3}\s?(?:ml|毫升|g\b|克|片|张|張))/gi
const CHINESE_PARTING = /(?<![\d,，])(\d{3})，(?=\d{3}(?!\d))/g
/** `12,50 €`. */
const EURO_CENTS = /(?<![\d,.])(\d{1,4}),(\d{2})(?=\s?(?:€|eur))/gi

/** 18K gold, 4K televisions, 65 W chargers: no thousands. */
const KARAT =
  /(?<![\d.])(\d{1,2})\s?k(?=\s?(?:金|白金|玫瑰|纯金|純金|gold|white gold|rose|电视|電視|高清|超清|屏|显示|顯示|投影|tvs?\b|monitors?\b|displays?\b|video|cameras?\b))/gi
const WATTS =
  /(?<![\d.])(\d{1,4})\s?w(?=\s?(?:充|快充|电|電|功率|灯|燈|led|charger|adapter|bulb|power|fast|氮化镓|氮化鎵|吹风|吹風))/gi

/** 二〇二六年: digit by digit. */
const YEAR_IN_SIGNS = /二[〇零][〇零一二三四五六七八九]{2}(?=\s?年)/gu

const FINANCIAL = new Map(
  [...'壹贰貳叁參肆伍陆陸柒捌玖拾佰仟'].map((sign, index) => [
    sign,
    [...'一二二三三四五六六七八九十百千'][index] ?? sign,
  ]),
)
const IN_FINANCIAL = /[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟](?:[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟万萬零元圆圓整]){1,15}/gu

const SCALE: Record<string, number> = { 百: 2, 千: 3, 仟: 3, k: 3, 万: 4, 萬: 4, w: 4, 亿: 8, 億: 8 }
/** `2.6万`, `1.005万`, `26.3k`, `1.5w`: shifted by the decimal point, because a float would not give the fen back. 千克 is a kilogram. */
const DECIMAL_SCALE = /(?<![\w.])(\d{1,9})\.(\d{1,6})\s?(万|萬|千(?!克|米|瓦)|仟|百(?!分)|亿|億|w|k)(?![a-z])/gi
/** `3w`, `2w6`, `1w五`: 万 as people type it. */
const TYPED_WAN = /(?<![\w.])(\d{1,4})w([\d一二三四五六七八九]?)(?!\w|\.\d)/gi
/** `5k8`: 5800. */
const TYPED_THOUSAND = /(?<![\w.])(\d{1,3})k(\d)(?!\w|\.\d)/gi
/** 萬八 of Cantonese: one 万 and eight thousand. */
const ONE_WAN =
  /(?<![\d一二两兩三四五六七八九十百千几幾数數])[万萬]([一二三四五六七八九])(?=$|[\s蚊元块塊,，。的嘅?？])/gu
/** `5 萬`: a number parted from its unit. */
const PARTED_SCALE = /(?<=\d) (?=(?:[万萬億亿]|千(?!克|米|瓦|岛|島)|百(?!香|货|貨|合|分))(?!\s?分))/gu

/** `1280包油`: 包邮 as its sound is typed; after a price it counts no packs. */
const TYPED_FREE_FREIGHT = /(?<=\d\s?(?:元|块|rmb)?\s?)包[油由游](?![条菜炸戏])/giu

/** `百来块`, `千把块`: one of the unit. */
const BARE_SCALE = /(?<![\d一二两三四五六七八九十几百千万])(百|千|万)(?:来|把|多|余)(?=块|元|蚊|人民币|rmb)/gu
/** `20多万`. */
const VAGUE_SCALE = /(\d{1,4})(?:多|来|余)(百|千|万)(?!一)/gu
/** `三四百` arrives as `三400`: between two numbers, so no number. */
const NEIGHBOURS = /(?<![周期拜第月款样件个统唯单])[一二两三四五六七八九]\d{2,9}(?!\d)/gu
/** `300-400`, `300到500`: a range is no price. */
const RANGE =
  /(?<![\d.\-/])(\d{2,6})(\s?(?:元|块)?\s?(?:[-~–—]|到|至|to)\s?)(\d{2,6})(?![\d\-/]|\.\d|\s?券|[年月日号])/gu
/** A thousands separator that is a blank, told by the currency after it. */
const BLANK_GROUPS = /(?<![\d.,])(\d{1,3}) (000)(?=\s?(?:元|块|人民币|rmb\b|yuan\b|cny\b))/gu

/** Stands where a number was too vague to use. */
const VAGUE = '#'

const shifted = (whole: string, part: string, places: number): string => {
  const digits = whole + part.padEnd(places, '0')
  const point = whole.length + places
  const rest = digits.slice(point).replace(/0+$/, '')
  return (digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0') + (rest === '' ? '' : `.${rest}`)
}

/**
 * One form for reading values: as for search (width, case, script, numbers), and beyond that numbers in English words, decimals of 万 without
 * loss, `2w6`; vague ranges become {@link VAGUE}. Goods are looked for in this form and all positions count in it.
 */
export const foldAmounts: (text: string) => string = rememberingLast(MOST_REMEMBERED, (text) => text, foldAfresh)

function foldAfresh(text: string): string {
  return foldNumbers(text).replace(RANGE, (all, low: string, _, high: string) =>
    Number(low) < Number(high) ? VAGUE : all,
  )
}

/** {@link foldAmounts} with ranges (`300-400`) left as they are. */
export function foldNumbers(text: string): string {
  const prepared = text
    .replace(CHINESE_PARTING, '$1, ')
    .normalize('NFKC')
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(PRIVATE, ' ')
    .replace(/\s/gu, ' ')
    .replace(ENDLESS, VAGUE)
    .replace(EURO_CENTS, '$1.$2')
    .replace(PARTING, ', ')
    .replace(KARAT, '$1-k')
    .replace(WATTS, '$1-w')
    .replace(/廿/g, '二十')
    .replace(YEAR_IN_SIGNS, (year) =>
      [...year].map((sign) => '〇一二三四五六七八九'.indexOf(sign.replace('零', '〇'))).join(''),
    )
    .replace(IN_FINANCIAL, (run) => [...run].map((sign) => FINANCIAL.get(sign) ?? sign).join(''))
    .replace(TYPED_FREE_FREIGHT, '包邮')
    .replace(PARTED_SCALE, '')
    .replace(DECIMAL_SCALE, (_, whole: string, part: string, scale: string) =>
      shifted(whole, part, SCALE[scale.toLowerCase()] ?? 0),
    )
    .replace(TYPED_WAN, (_, whole: string, tail: string) => `${whole}${tail === '' ? '0000' : `${numeral(tail)}000`}`)
    .replace(TYPED_THOUSAND, '$1$200')
    .replace(ONE_WAN, '一万$1千')
  return foldEnglishNumbers(fold(prepared).slice(0, LONGEST))
    .replace(/(?<=\b(?:gmv|revenue|sales|turnover))(?=\d)/g, ' ')
    .replace(VAGUE_SCALE, (_, number: string, scale: string) => `${number}${'0'.repeat(SCALE[scale] ?? 0)}多`)
    .replace(BARE_SCALE, (_, scale: string) => `1${'0'.repeat(SCALE[scale] ?? 0)}多`)
    .replace(NEIGHBOURS, VAGUE)
    .replace(BLANK_GROUPS, '$1$2')
}
