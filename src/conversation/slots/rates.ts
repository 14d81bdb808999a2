import { Big } from 'big.js'
import type { GoodId } from '../../core/good.ts'
import { AMOUNT, CONTENT, COUNT, CUT_TO, type Finder, finding, GOOD, PERCENT, type Skeleton } from './mentions.ts'
import { numeral } from './numeral.ts'
import { LINK, OF } from './words.ts'

const NUMBER = '\\d{1,3}(?:\\.\\d{1,4})?'
const PERCENTAGE = new RegExp(
  `百分之\\s?(?<number>${NUMBER}|[一二两三四五六七八九十])|(?<![\\d.a-z])(?<number>\\d{1,2}\\.\\d{1,2})\\s?(?:[那这的嗰]?一?档|[那这的嗰]个?税率)|(?<![\\d.a-z])(?<number>${NUMBER}|[一二两三四五六七八九十](?=个))\\s?(?:%|percent\\b|per ?cent\\b|pct\\b|percentage points?|个(?:百分)?点)`,
  'gu',
)

/** Percentages as fractions: 7%, 百分之十三, 6 percent, 7个点. */
export const findPercentages: Finder = finding(PERCENTAGE, ({ groups }) => {
  const number = numeral(groups?.number ?? '')
  return number === undefined ? undefined : { kind: 'percent', rate: new Big(number).div('100') }
})

const CUTS =
  /(?:打(?:了|完)?\s?(?<tenths>[1-9](?:\.\d)?|[1-9][1-9]|[一二三四五六七八九]{1,2})|(?<![\d.])(?<tenths>[1-9](?:\.\d)?|[5-9]5)|(?<![一二三四五六七八九])(?<tenths>[一二三四五六七八九]{1,2}))\s?折(?![叠旧射腾合]|\s?(?:来)?[收征计算交缴]?[的]?税)/gu

/** Cuts as Chinese shops name them: 八折 leaves 0.8 of the price, 八五折 0.85. */
export const findCuts: Finder = finding(CUTS, ({ groups }) => {
  const said = [...(groups?.tenths ?? '')].map((sign) => (sign === '.' ? '' : (numeral(sign) ?? ''))).join('')
  return { kind: 'cut-to', share: new Big(`0.${said}`) }
})

export type RateName = 'tariffRate' | 'vatRate' | 'consumptionTaxRate'

const TARIFF =
  '(?:最惠国|进口|普通|暂定|mfn)?(?:关税|最惠国)(?:税率|率)?|(?:mfn|import|customs)?\\s?(?:tarr?iff?s?|dut(?:y|ies))(?: rates?)?|\\bmfn(?: rates?)?'
const VAT = `(?:进口环节|进口|环节)?(?:增值税|增值稅)(?:税率|率)?|增值(?=\\s?[按是为:]?\\s?(?:${PERCENT}|${AMOUNT}))|(?:import )?\\bvat(?: rates?)?|value[- ]added tax(?: rates?)?`
const CONSUMPTION = `消费税(?:税率|率)?|消费(?=\\s?[按是为:]?\\s?${PERCENT})|(?:consumption|excise)(?: tax| duty)?(?: rates?)?|\\bct(?: rates?)?(?=[\\s:=,]{0,2}(?:of |is |at )?(?:${PERCENT}|${AMOUNT}))`
const NAMES: [RateName, string][] = [
  ['consumptionTaxRate', CONSUMPTION],
  ['vatRate', VAT],
  ['tariffRate', TARIFF],
]
const ANY_TAX = `(?:税|税率|率|vat|tax|tariffs?|duty|duties|rates?|mfn)`

/** A rate: a percentage, or after the name of a tax a number alone. */
const after = (name: string) => new RegExp(`(?:${name})(?: say)?${LINK}(?<rate>${PERCENT}|${AMOUNT})`, 'gu')
const before = (name: string) => new RegExp(`(?<rate>${PERCENT})${OF}(?:${name})`, 'gu')
/** The same, unless the percentage follows the name of another tax, whose it may be. */
const beforeAlone = (name: string) => new RegExp(`(?<!${ANY_TAX}${LINK})(?<rate>${PERCENT})${OF}(?:${name})`, 'gu')

const PATTERNS = [beforeAlone, after, before].map((patternOf) =>
  NAMES.map(([name, words]): [RateName, RegExp] => [name, patternOf(words)]),
)
const ANY = new RegExp(`${PERCENT}|${AMOUNT}`, 'u')

/** Said to bear none. */
const NONE: [RateName, RegExp][] = [
  [
    'consumptionTaxRate',
    /(?:没有|无|不含|不涉及|不征|免征?|不用交|不收|冇|零)消费税|消费税(?:是|为)?(?:零|没有|无)|(?:\bno|\bwithout|\bnot subject to|\bzero|exempt from) (?:any )?(?:(?:consumption|excise)(?: tax| duty)?|ct)\b/,
  ],
  ['tariffRate', /关税(?:税率)?(?:是|为)?零(?!售)|零关税的|\bzero tariff rate/],
]

/** Rates of taxes that somebody names, as fractions, with the characters of the skeleton they took. */
export function ratesIn({ text, at }: Skeleton): { rates: Partial<Record<RateName, Big>>; taken: Set<string> } {
  const rates: Partial<Record<RateName, Big>> = {}
  const taken = new Set<string>()
  for (const patterns of PATTERNS)
    for (const [name, pattern] of patterns)
      for (const { groups } of ANY.test(text) ? text.matchAll(pattern) : []) {
        const character = groups?.rate ?? ''
        const rate = rateAt(at(character))
        if (rates[name] !== undefined || taken.has(character) || rate === undefined) continue
        rates[name] = rate
        taken.add(character)
      }
  for (const [name, pattern] of NONE) if (rates[name] === undefined && pattern.test(text)) rates[name] = new Big('0')
  return { rates, taken }
}

function rateAt(mention: ReturnType<Skeleton['at']>): Big | undefined {
  if (mention?.kind === 'percent') return mention.rate
  const bare = mention?.kind === 'amount' && mention.currency === undefined && mention.amount.lt('100')
  return bare ? mention.amount.div('100') : undefined
}

/** A percentage that is said to be that of the tax as a whole, or asked about by itself: 9.1%的税, at 6.3%, 那6.3%呢. */
const COMPOSITE = [
  `(?<rate>${PERCENT})(?:${OF}|[,，]\\s?)(?:综合)?(?:税|tax(?:es)?\\b(?! (?:off|discount)))`,
  `(?:税率?|税点|按照?|\\brates?|\\bat)${LINK}(?<rate>${PERCENT})(?!\\s?(?:off|discount|折|征收|计征))`,
  `^(?:那么?|如果|要是|换成|改成|and|what about|what if|how about)[^\\ue000-\\uf8ff]{0,8}(?<rate>${PERCENT})(?:的话|呢|的?税率?|\\s|[?？])*$`,
].map((rule) => new RegExp(rule, 'u'))

/** Where a rate comes from is no wish to work with it. */
const WHY = /为[什啥]么?|怎么(?:来|得|算出)|咋来|点解|\bwhy\b|\bhow come\b|\bcomes? from\b/u

/** A rate of the taxes together that was named; one of a single tax is in `taken`. */
export function compositeIn({ text, at }: Skeleton, taken: ReadonlySet<string>): Big | undefined {
  if (WHY.test(text)) return undefined
  for (const rule of COMPOSITE) {
    const character = rule.exec(text)?.groups?.rate
    const mention = at(character)
    if (character !== undefined && mention?.kind === 'percent' && !taken.has(character)) return mention.rate
  }
  return undefined
}

/** A VAT rate said of one of several goods: 按9%增值税的大米, rice at 9% VAT. */
const OF_ONE_GOOD = [
  `${PERCENT}${OF}(?:${VAT})\\s?[的嘅]?(?:${COUNT}|${CONTENT}|${AMOUNT}|\\s){0,3}(?<good>${GOOD})`,
  `(?<good>${GOOD})(?![^]{0,24}(?:都|均|全|两样|\\bboth\\b|\\ball\\b))[^${GOOD.slice(1, -1)}。;；]{0,16}(?:${VAT}${LINK}${PERCENT}|${PERCENT}${OF}(?:${VAT}))`,
].map((rule) => new RegExp(rule, 'u'))

/** The good, of several, whose VAT rate was named. */
export function goodOfVat({ text, at }: Skeleton): GoodId | undefined {
  for (const rule of OF_ONE_GOOD) {
    const good = at(rule.exec(text)?.groups?.good)
    if (good?.kind === 'good') return good.good
  }
  return undefined
}

const REDUCTION = new RegExp(`(?<cut>${CUT_TO})|(?<percent>${PERCENT})\\s?(?:off|discount|的?折扣|的?优惠)`, 'u')

/** A share that a voucher takes off is a way of paying: 95折券, a 20% off coupon. */
const BY_VOUCHER = new RegExp(
  `(?:券|红包|\\b(?:coupon|voucher|code)s?)[^\\ue000-\\uf8ff。;；,，?？]{0,8}(?:${CUT_TO}|${PERCENT})|(?:${CUT_TO}|${PERCENT})\\s?(?:off|discount|的?折扣|的?优惠)?[的嘅]?\\s?(?:店铺|平台|新人|会员|优惠|折扣|打折|专属)?(?:券|红包|coupons?\\b|vouchers?\\b|promo codes?\\b)`,
  'u',
)

/** Whether what is taken off is taken by a voucher. */
export const isCutByVoucher = ({ text }: Skeleton): boolean => BY_VOUCHER.test(text)

/** The share of a price that is left of it after a cut: 八折, 20% off. */
export function shareLeft({ text, at }: Skeleton): Big | undefined {
  const off = REDUCTION.exec(text)
  const cut = at(off?.groups?.cut)
  if (cut?.kind === 'cut-to') return cut.share
  const percent = at(off?.groups?.percent)
  return percent?.kind === 'percent' && percent.rate.lt('1') ? new Big('1').minus(percent.rate) : undefined
}

/** A rate as quoted, for one unit: the yen is quoted for a hundred, and no yen was ever worth a yuan. */
export const perUnit = (rate: Big, currency: string | undefined): Big =>
  currency === 'JPY' && rate.gt('1') ? rate.div('100') : rate

const EXCHANGE = [
  `(?:汇率|兑换率|牌价|折算率|exchange rate|\\bfx(?: rate)?|conversion rate)${LINK}(?<rate>${AMOUNT})`,
  `(?:汇率|exchange rate)[^\\ue000-\\uf8ff。;；?？]{0,16}(?<rate>${AMOUNT})(?!\\s?(?:=|兑|对))`,
  `\\b(?:rate|at a rate|@)${LINK}(?<rate>${AMOUNT})`,
  `(?<rate>${AMOUNT})\\s?(?:yuan |rmb )?(?:per|for|每)\\s?(?<unit>${AMOUNT})`,
  `(?<unit>${AMOUNT})\\s?(?:=|≈|兑换?|对|等于|equals?|is|to)\\s?(?<rate>${AMOUNT})`,
  `(?:\\bat|按照?|以)\\s?(?<rate>${AMOUNT})(?!\\s?(?:each|apiece|per|来?[收征交缴计]))`,
  `(?:兑|换)\\s?(?<rate>${AMOUNT})`,
  `(?<rate>${AMOUNT})\\s?(?:的汇率|汇率|to the (?:dollar|euro|pound|yen)|per (?:dollar|euro|pound|usd|eur|gbp))`,
].map((rule) => new RegExp(rule, 'gu'))

/**
 * The rate an asker gives for a foreign currency, in yuan for one unit: 汇率7.1, at 7.2, 1美元=7.1元, 100日元兑4.8元.
 * @param currency the foreign currency that was named; without one, only the word 汇率 or a full equation counts
 */
export function exchangeRateIn(
  { text, at }: Skeleton,
  currency: string | undefined,
): { rate: Big; taken: string[] } | undefined {
  if (!ANY.test(text)) return undefined
  for (const { 0: all, groups = {} } of EXCHANGE.flatMap((rule) => [...text.matchAll(rule)])) {
    const mention = at(groups.rate)
    const unit = at(groups.unit)
    if (mention?.kind !== 'amount' || mention.amount.lte('0')) continue
    if (mention.currency !== undefined && mention.currency !== 'CNY') continue
    if (unit !== undefined) {
      if (
        unit.kind !== 'amount' ||
        unit.currency === undefined ||
        unit.currency === 'CNY' ||
        mention.amount.gt('100000')
      )
        continue
      if (!['1', '100', '10', '1000', '10000'].includes(unit.amount.toFixed())) continue
      return { rate: mention.amount.div(unit.amount), taken: [groups.unit ?? '', groups.rate ?? ''] }
    }
    const named = /汇率|牌价|兑换率|折算率|rate|\bfx|@/.test(all)
    const plausible = mention.currency === undefined && mention.amount.lt('100')
    if (!plausible || (!named && currency === undefined)) continue
    return { rate: perUnit(mention.amount, currency), taken: [groups.rate ?? ''] }
  }
  return undefined
}
