import { Big } from 'big.js'
import type { Asked, Context, Outcome } from '../advisors/advisor.ts'
import { ADVISORS } from '../advisors/advisors.ts'
import { compareChannels } from '../advisors/compare-channels.ts'
import { compareRates } from '../advisors/compare-rates.ts'
import { money, plain } from '../advisors/expression.ts'
import type { Phrase } from '../core/calculation.ts'
import { valueOn } from '../core/figure.ts'
import type { Good } from '../core/good.ts'
import type { Regime, Slots } from '../core/slots.ts'
import type { Reading } from './slots/reading.ts'

/** The ways that people mean when they name none. */
const USUAL: Regime[] = ['cbec', 'parcel', 'luggage']

/** Goods of which nothing is known but that no special rate was named. */
const ORDINARY = 'ordinary-goods'

/**
 * Runs an advisor on what was read, assuming what is usual where little is missing, and saying so: retail import, one piece, a resident from elsewhere. What
 * cannot be assumed is asked for, with what each answer would come to.
 * @param asked whether the message sets ways of buying side by side, and whether it asks for the class of the goods
 */
export function runAssuming(
  advisor: string,
  reading: Reading,
  context: Context,
  asked: { sidesBySide: boolean; class: boolean },
): Outcome {
  const { sidesBySide } = asked
  const known = certain(reading, context)
  if (advisor === 'compare-channels')
    return asUsualPacks(known, context, (said) => compareNamed({ ...known, ...said }, context, sidesBySide))
  if (advisor === 'compare-rates') return compareRates(known, context)
  const found = ADVISORS.find(({ id }) => id === advisor)
  if (!found) throw new Error(`there is no advisor "${advisor}"`)
  const work = (slots: Slots) => asTraveller(slots, (said) => found.run(said, context))
  const usual = (slots: Slots) => asUsualPacks(slots, context, (said) => asOnePiece(said, advisor, work))
  const outcome = usual(known)
  const bought = advisor === 'import-tax' && reading.regime === undefined
  const notes: Phrase[] = [
    ...(bought ? [{ key: 'note.assumed.cbec', values: {} }] : []),
    ...(reading.spokenYuan ? [{ key: 'note.assumed.yuan', values: {} }] : []),
  ]
  if (outcome.kind === 'asked' && outcome.missing === 'good' && !outcome.columns)
    return asOrdinary(known, outcome, usual, context)
  const perhaps = reading.perhapsEach ? ofEach(known, outcome, usual) : []
  return noted(asked.class && advisor === 'import-tax' ? classed(outcome) : outcome, [...notes, ...perhaps])
}

/** What the tax would be if the price was that of one piece, where the message leaves it open. */
function ofEach(slots: Slots, outcome: Outcome, run: (slots: Slots) => Outcome): Phrase[] {
  const [only, ...others] = slots.items
  if (outcome.kind !== 'calculated' || !only?.total || only.each || others.length > 0 || (only.pieces ?? 1) < 2)
    return []
  const each = run({ ...slots, items: [{ ...only, total: undefined, each: only.total }] })
  const values = { price: money(only.total), pieces: String(only.pieces) }
  if (each.kind !== 'calculated' || each.calculation.total === undefined)
    return [{ key: 'note.assumed.price-of-all', values }]
  const tax = money(each.calculation.total)
  return [{ key: 'note.assumed.price-of-all.or-each', values: { ...values, tax } }]
}

/** A result that says first whether the goods are of the class that bears more tax, where their price per unit told. */
function classed(outcome: Outcome): Outcome {
  if (outcome.kind !== 'calculated') return outcome
  const { steps, total, verdict } = outcome.calculation
  const each = steps.find(({ label }) => label === 'step.unit-price')?.amount
  if (each === undefined || total === undefined) return outcome
  const taxed = steps.some(({ label }) => label === 'step.tax.consumption')
  const values = { each: plain(each), tax: money(total), rate: verdict.values.rate ?? '' }
  const key = taxed ? 'verdict.class.high' : 'verdict.class.ordinary'
  return { ...outcome, calculation: { ...outcome.calculation, verdict: { key, values } } }
}

/** An outcome with remarks before its own. */
function noted(outcome: Outcome, notes: Phrase[]): Outcome {
  if (notes.length > 0 && outcome.kind === 'compared') {
    const columns = outcome.columns.map((column) => ({ ...column, notes: [...notes, ...column.notes] }))
    return { ...outcome, columns }
  }
  if (notes.length === 0 || outcome.kind !== 'calculated') return outcome
  const { calculation } = outcome
  return { ...outcome, calculation: { ...calculation, notes: [...notes, ...calculation.notes] } }
}

/** Cosmetics that are said to be high-end, or ordinary, need no content to be classed, and so no threshold. */
function certain(reading: Reading, { goods, figures, on }: Context): Reading {
  const items = reading.items.map((item) => {
    const good = goods.get(item.good ?? '')
    const open = good?.consumptionTax === 'high-end-cosmetics' && good.parcelClass === 'by-threshold'
    if (!open || item.content || reading.highEnd === undefined) return item
    return { ...item, good: reading.highEnd ? 'high-end-cosmetics' : 'ordinary-cosmetics' }
  })
  const said = { ...reading, items, spentThisYear: reading.spentThisYear ?? spentOf(reading, figures, on) }
  const [item, ...others] = items
  if (others.length > 0 || item?.content || !isHighEnd(goods.get(item?.good ?? ''))) return said
  const figure = figures.get('ct-high-end-cosmetics')
  const rate = figure && valueOn(figure, on)?.value
  return rate instanceof Big ? { ...said, consumptionTaxRate: rate } : said
}

/** What was used of the annual limit, where only what is left of it was said. */
function spentOf({ leftThisYear }: Reading, figures: Context['figures'], on: Context['on']): Big | undefined {
  const figure = figures.get('annual-limit')
  const limit = figure && valueOn(figure, on)?.value
  return leftThisYear && limit instanceof Big && limit.gte(leftThisYear) ? limit.minus(leftThisYear) : undefined
}

const isHighEnd = (good: Good | undefined): boolean =>
  good?.consumptionTax === 'high-end-cosmetics' && good.parcelClass === 3

/** Where only the traveller is unknown, the answer for a resident who does not come from Hong Kong or Macao, saying so. */
function asTraveller(slots: Slots, run: (slots: Slots) => Outcome): Outcome {
  const outcome = run(slots)
  if (outcome.kind !== 'asked' || (outcome.missing !== 'resident' && outcome.missing !== 'from')) return outcome
  const assumed = run({ ...slots, resident: slots.resident ?? true, from: slots.from ?? 'elsewhere' })
  const key = slots.from === undefined ? 'note.traveller-assumed' : 'note.assumed.resident'
  return noted(assumed, [{ key, values: {} }])
}

/** Where it matters how many pieces there are and nobody said, the answer for one, and what becomes of several. */
function asOnePiece(slots: Slots, advisor: string, run: (slots: Slots) => Outcome): Outcome {
  const outcome = run(slots)
  if (outcome.kind !== 'asked' || outcome.missing !== 'pieces') return outcome
  const [only, ...others] = slots.items
  if (!only || others.length > 0) return outcome
  const one = run({ ...slots, items: [{ ...only, pieces: 1 }] })
  if (one.kind === 'refused') return outcome
  if (one.kind !== 'calculated') return one
  if (advisor !== 'luggage-tax') return noted(one, [{ key: 'note.assumed.one-piece', values: {} }])
  const several = run({ ...slots, several: true })
  const total = several.kind === 'calculated' ? several.calculation.total : undefined
  if (total === undefined) return noted(one, [{ key: 'note.one-piece-assumed', values: {} }])
  return noted(one, [{ key: 'note.assumed.one-piece-luggage', values: { tax: money(total) } }])
}

/** Where a content is missing of goods that are sold in bottles of a usual size, the answer for that size, saying so. */
function asUsualPacks(slots: Slots, { goods }: Context, run: (slots: Slots) => Outcome): Outcome {
  const outcome = run(slots)
  if (outcome.kind !== 'asked' || outcome.missing !== 'content' || outcome.columns) return outcome
  const sizes = new Set<number>()
  const items = slots.items.map((item) => {
    const usual = goods.get(item.good ?? '')?.usualContent
    if (item.content || usual === undefined) return item
    sizes.add(usual)
    return { ...item, content: { amount: new Big(String(usual)), unit: 'ml' as const } }
  })
  if (sizes.size === 0) return outcome
  const assumed = run({ ...slots, items })
  return assumed.kind === 'asked'
    ? assumed
    : noted(assumed, [{ key: 'note.assumed.bottle', values: { ml: [...sizes].join(' / ') } }])
}

/** What is asked when nobody said which goods: with what ordinary goods would come to. */
function asOrdinary(slots: Slots, asked: Asked, run: (slots: Slots) => Outcome, { goods }: Context): Outcome {
  if (!goods.has(ORDINARY)) return asked
  const items = slots.items.map((item) => (item.good === undefined ? { ...item, good: ORDINARY } : item))
  const outcome = run({ ...slots, items })
  if (outcome.kind === 'calculated') {
    const { total } = outcome.calculation
    if (total === undefined) return asked
    if (slots.voucher || slots.taxIncluded) return noted(outcome, [{ key: 'note.assumed.ordinary', values: {} }])
    const verdict = { key: 'verdict.if-ordinary', values: { tax: money(total) } }
    return { ...asked, verdict, columns: [] }
  }
  if (outcome.kind !== 'compared') return asked
  // Of luggage it is known already what is above the allowance.
  const { allowance, excess } = outcome.columns[0]?.verdict.values ?? {}
  const key = excess && allowance && excess !== '0.00' ? 'verdict.if-ordinary.luggage' : 'verdict.if-ordinary.between'
  const above = { allowance: allowance ?? '', excess: excess ?? '' }
  return { ...asked, verdict: { key, values: { ...outcome.verdict.values, ...above } }, columns: [] }
}

/** The channels that were named side by side; the usual ones where none was. */
function compareNamed(reading: Reading, context: Context, sidesBySide: boolean): Outcome {
  const { regimes, regime } = reading
  const named = regimes ?? (regime === undefined ? [] : [regime])
  const among = named.length > 1 ? named : [...new Set([...named, ...USUAL])]
  const outcome = compareChannels(reading, context, among)
  if (outcome.kind === 'asked') {
    if (outcome.missing !== 'good' || outcome.columns) return outcome
    const run = (slots: Slots) => compareChannels(slots, context, ['cbec'])
    const ordinary = reading.items.map((item) => (item.good === undefined ? { ...item, good: ORDINARY } : item))
    const first = context.goods.has(ORDINARY) ? run({ ...reading, items: ordinary }) : outcome
    const total = first.kind === 'compared' ? first.columns[0]?.total : undefined
    if (total === undefined) return outcome
    return { ...outcome, verdict: { key: 'verdict.if-ordinary.cbec', values: { tax: money(total) } }, columns: [] }
  }
  if (named.length > 0 || sidesBySide) return outcome
  const [cbec] = outcome.columns
  if (cbec?.total !== undefined)
    return { ...outcome, verdict: { key: 'compared.unsaid', values: { tax: money(cbec.total) } } }
  const threshold = cbec?.notes.find(({ key }) => key === 'note.cosmetics-kinds')
  if (!cbec || !threshold) return runAssuming('import-tax', reading, context, { sidesBySide: false, class: false })
  const values = { ...threshold.values, ...cbec.verdict.values }
  return { ...outcome, verdict: { key: 'compared.unsaid.kinds', values } }
}
