import { Big } from 'big.js'
import type { Context } from '../advisors/advisor.ts'
import { importTax } from '../advisors/import-tax.ts'
import { sums } from '../advisors/sums.ts'
import type { Answer } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import { valueOn } from '../core/figure.ts'
import type { Slots } from '../core/slots.ts'
import type { TopicId } from '../core/topic.ts'
import { fold } from '../search/fold.ts'
import { type AskedSum, orderSum } from './advise-order-sums.ts'
import { foldAmounts } from './slots/fold-amounts.ts'
import { amountsIn, readSlots } from './slots/read-slots.ts'
import type { ReadOptions } from './slots/reading.ts'
import type { Understanding } from './understanding.ts'

const HOW_MUCH =
  /多少|几多|几钱|几(?:块|元|毛|个?欧|镑)|范围|滞纳金|所得额|怎么算|怎样算|咋算|算|区间|最高|最低|\bhow much\b|\bwhat\b|\brange\b|\bcalculate\b|\bwork out\b|\btotal\b|[?？]$/u
const LATE_FEE = /滞纳金|\blate[- ](?:payment )?(?:fees?|surcharges?|charges?)\b|\boverdue fee\b/u
const FINE = /罚|\bfines?\b|\bfined\b|\bpenalt(?:y|ies)\b/u
const TAX_LOST =
  /(?:漏|少)(?:了|交|缴|报|掉|征|收|纳){0,2}(?:关税|增值税|税)|漏税|税款(?:损失|流失)|\b(?:underpaid|lost|short(?:-?paid)?|unpaid|missing) (?:\w+ ){0,2}(?:tax|duty)|\btax (?:loss|lost|short(?:fall)?)\b/u
const SMUGGLED = /走私|偷逃|逃税|偷税|\bsmuggl|\bevad(?:e|ed|ing)\b/u
const CRIME = /坐牢|判刑|入刑|起刑|犯罪|刑|\bcrime|\bcriminal|\bjail|\bprison/u
const WITHHELD = /代扣|代收代缴|代缴|扣缴|\bwithh(?:o|e)ld/u
const ASSESSED = /核定|应税所得|应纳税所得|\bassessed\b|\btaxable income\b/u
const EU =
  /欧盟|法国|德国|意大利|西班牙|荷兰|比利时|波兰|奥地利|爱尔兰|\beu\b|\beurope\b|\b(?:france|germany|italy|spain|the netherlands|belgium|poland|austria|ireland|paris|berlin)\b/u
const DUTY =
  /关税|[\d一两三]\s?欧元?[^。?？]{0,6}[收交]|\bcustoms duty\b|\bdut(?:y|ies)\b|\bflat (?:rate|fee|scheme)\b/u
const KINDS_SAID =
  /(?<number>\d+|[一二两三四五六七八九十]|two|three|four|five|six|seven)\s?(?:个|种|类)?\s?(?:不同(?:的)?)?(?:税号|税目|品类|品种|(?:different )?(?:tariff|hs) (?:codes?|items?|headings?|lines?)|different (?:kinds?|types?|goods|products))/u
const RETURNED = /退(?:了|货|掉|回|那|的|其中)|只退|退\d|\breturn(?:ed|ing)?\b|\bsen[dt](?:ing)? (?:\w+ ){0,2}back\b/u
const TAX_BACK =
  /税[^。?？]{0,8}(?:退|返|回)|退(?:多少|几多|回)?[^。?？]{0,4}税|能退多少|退我多少|\b(?:tax|duty)\b.{0,24}\b(?:back|refund|return)|\bhow much.{0,24}\b(?:back|refund)|\brefund.{0,16}\b(?:tax|duty)\b/u
/** The price of what went back. */
const OF_THE_RETURNED =
  /(?:只退|退(?:了|掉|货|回)?(?:其中|那)?(?:的)?(?:个|件|瓶|双|条|盒)?|\breturn(?:ed|ing)?(?: only| just)?(?: the)?|\bsen[dt](?:ing)? back(?: only| just)?(?: the)?)[^\d。?？]{0,10}(?<price>\d+(?:\.\d+)?)/u
const EXPORTED = /出口|外贸|\bexport|海外仓|9710|9810/u

/** A sum of a figure and what a message says: a late fee, a fine, an assessed income, the EU duty on a parcel, the tax back on part of an order. */
export function adviseSum(text: string, on: Day, today: Day, understanding: Understanding): Answer | undefined {
  const { knowledge } = understanding
  const options = { today, findGoods: understanding.findGoods }
  const context: Context = { figures: knowledge.figures, goods: knowledge.goods, on, knowledge: knowledge.revision }
  const folded = fold(text)
  const read = understanding.reading(text).text
  const ways = read === folded ? [folded] : [folded, read]
  for (const written of ways) {
    const asked =
      (HOW_MUCH.test(written) && sumIn(written, options, understanding, on)) ||
      orderSum(written, options, understanding)
    if (asked) {
      const outcome = sums(asked.sum, context)
      if (outcome.kind !== 'calculated') return undefined
      const behind = knowledge.entries.get(asked.entry ?? '')?.sources
      const calculation = behind ? { ...outcome.calculation, sources: behind } : outcome.calculation
      return { outcome: 'calculated', advisor: 'sums', topic: asked.topic, verdict: calculation.verdict, calculation }
    }
  }
  return RETURNED.test(folded) && TAX_BACK.test(folded) && !EXPORTED.test(folded)
    ? taxBack(folded, options, context)
    : undefined
}

function sumIn(written: string, options: ReadOptions, understanding: Understanding, on: Day): AskedSum | undefined {
  const amounts = amountsIn(written, options)
  const [base, ...others] = amounts
  const most = [base, ...others].reduce((one, other) => (one && other?.gt(one) ? other : one), base)
  if (LATE_FEE.test(written)) {
    const days = /(\d{1,4})\s?(?:天|日|个自然日|\b(?:calendar )?days?\b)/u.exec(foldAmounts(written))?.[1]
    const topic: TopicId =
      WITHHELD.test(written) || /保证金|保函|担保/u.test(written) ? 'merchant.guarantee' : 'enforcement.penalty'
    return most && days ? { sum: { sum: 'late-fee', base: most, days: Number(days) }, topic } : undefined
  }
  if (FINE.test(written) && base && others.length === 0 && !CRIME.test(written)) {
    const topic: TopicId = 'enforcement.penalty'
    if (SMUGGLED.test(written)) return { sum: { sum: 'smuggling-fine', base }, topic }
    if (WITHHELD.test(written) && /没|未|不|\bnot\b|\bfail|n't\b/u.test(written))
      return { sum: { sum: 'withholding-fine', base }, topic }
    if (TAX_LOST.test(written)) return { sum: { sum: 'tax-loss-fine', base }, topic }
  }
  if (ASSESSED.test(written) && most && saysRate(written, understanding, on))
    return { sum: { sum: 'assessed-income', base: most }, topic: 'export.exemption' }
  return EU.test(written) && DUTY.test(written) ? euDuty(written, options, understanding, on) : undefined
}

/** Whether the assessed rate is meant: its number, or its name. */
function saysRate(written: string, { knowledge }: Understanding, on: Day): boolean {
  const figure = knowledge.figures.get('assessed-income-rate')
  const rate = figure && valueOn(figure, on)?.value
  if (!(rate instanceof Big)) return false
  const shown = rate.times('100').toFixed()
  return new RegExp(`(?<!\\d)${shown}\\s?(?:%|percent|个点|点)|应税所得|应纳税所得|核定|taxable income`, 'u').test(
    written,
  )
}

/** The duty on a parcel to the EU, where its goods or tariff codes were named and its value is within the limit. */
function euDuty(
  written: string,
  options: ReadOptions,
  { knowledge, findGoods }: Understanding,
  on: Day,
): AskedSum | undefined {
  const limit = knowledge.figures.get('eu-low-value-limit')
  const most = limit && valueOn(limit, on)?.value
  const { foreign } = readSlots(written, options)
  if (foreign && (foreign.currency !== 'EUR' || !(most instanceof Big) || foreign.amount.gt(most))) return undefined
  const said = KINDS_SAID.exec(written)?.groups?.number
  const goods = new Set(findGoods(foldAmounts(written)).map(({ good }) => good))
  const kinds = said === undefined ? goods.size : numberOf(said)
  if (kinds === 0 || (said === undefined && foreign === undefined && goods.size < 2)) return undefined
  return { sum: { sum: 'eu-duty', kinds }, topic: 'destination.eu' }
}

const WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven']
const SIGNS = '零一二三四五六七八九十'
const numberOf = (said: string): number =>
  /^\d+$/.test(said) ? Number(said) : Math.max(WORDS.indexOf(said), SIGNS.indexOf(said.replace('两', '二')), 0)

/** The tax on what goes back of an order: the item whose price is said to be returned, or all of a single one. */
function taxBack(folded: string, options: ReadOptions, context: Context): Answer | undefined {
  const reading = readSlots(folded, options)
  if (reading.regime !== undefined && reading.regime !== 'cbec') return undefined
  const said = OF_THE_RETURNED.exec(foldAmounts(folded))?.groups?.price
  const prices = reading.items.filter(({ total, each }) => total ?? each)
  const [only, ...others] = prices
  const item = said === undefined ? undefined : prices.find(({ total, each }) => (total ?? each)?.eq(said))
  const returned = item ?? (others.length === 0 ? only : undefined)
  if (!returned) return undefined
  const slots: Slots = {
    ...reading,
    regime: 'cbec',
    items: [{ ...returned, pieces: returned.pieces ?? 1 }],
    freight: undefined,
  }
  const outcome = importTax(slots, context)
  if (outcome.kind !== 'calculated') return undefined
  const { calculation } = outcome
  const days = ['return-apply-days', 'return-arrive-days'].map((id) => {
    const figure = context.figures.get(id)
    const value = figure && valueOn(figure, context.on)?.value
    return value instanceof Big ? value.toFixed() : ''
  })
  const verdict = {
    key: 'verdict.tax-back',
    values: { tax: String(calculation.verdict.values.tax ?? ''), apply: days[0] ?? '', arrive: days[1] ?? '' },
  }
  return {
    outcome: 'calculated',
    advisor: 'import-tax',
    topic: 'tax.refund',
    verdict,
    calculation: { ...calculation, verdict },
  }
}
