import { Big } from 'big.js'
import type { Asked, Context, Outcome } from '../advisors/advisor.ts'
import { ADVISORS } from '../advisors/advisors.ts'
import { compareChannels } from '../advisors/compare-channels.ts'
import { compareRates } from '../advisors/compare-rates.ts'
import { amount, money, percent, plain } from '../advisors/expression.ts'
import { generalTrade } from '../advisors/general-trade.ts'
import { importTax } from '../advisors/import-tax.ts'
import type { Phrase } from '../core/calculation.ts'
import { valueOn } from '../core/figure.ts'
import type { Regime, Slots } from '../core/slots.ts'
import { certain, ORDINARY } from './certain.ts'
import { noted } from './noted.ts'
import { openTotal, underOneTotal } from './one-total.ts'
import type { Reading } from './slots/reading.ts'
import { unnamedPart } from './unnamed-part.ts'

/** The ways that people mean when they name none. */
const USUAL: Regime[] = ['cbec', 'parcel', 'luggage']

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
  const known = underOneTotal(certain(reading, context), advisor, context)
  if (advisor === 'compare-channels') {
    // Alike as an order and not as articles: what costs how much decides only in the other ways.
    const order = underOneTotal(known, 'import-tax', context)
    if (order !== known && known.regimes === undefined && !sidesBySide)
      return runAssuming('import-tax', reading, context, asked)
    const compared = asUsualPacks(known, context, (said) => compareNamed({ ...known, ...said }, context, sidesBySide))
    return compared.kind === 'compared'
      ? noted(compared, [...leftOut(known), ...noCosmetics(known, asked.class, context)])
      : compared
  }
  if (advisor === 'compare-rates') return compareRates(known, context)
  const advised = ADVISORS.find(({ id }) => id === advisor)
  if (!advised) throw new Error(`there is no advisor "${advisor}"`)
  const work = (slots: Slots) =>
    asTraveller(slots, advisor, known.residenceOpen === true, (said) => advised.run(said, context))
  const usual = (slots: Slots) => asUsualPacks(slots, context, (said) => asOnePiece(said, advisor, work))
  const found = openTotal(known, usual(known), usual, context)
  const unnamed = found.kind === 'asked' && found.missing === 'good' && !found.columns
  const outcome = unnamed ? asOrdinary(known, found, usual, context) : found
  const bought = advisor === 'import-tax' && reading.regime === undefined
  const notes: Phrase[] = [
    ...(known.listPrice ? [{ key: 'note.assumed.reduced', values: { list: money(known.listPrice) } }] : []),
    ...(known.insteadRate && known.compositeRate && known.vatRate
      ? [{ key: 'note.assumed.rate', values: { rate: percent(known.compositeRate) } }]
      : []),
    ...noCosmetics(known, asked.class, context),
    ...(saysRates(reading) ? [{ key: 'note.assumed.own-rates', values: {} }] : []),
    ...otherWay(advisor, known, outcome, context),
    ...(bought ? [{ key: 'note.assumed.cbec', values: {} }] : []),
    ...leftOut(known),
    ...(reading.spokenYuan ? [{ key: 'note.assumed.yuan', values: {} }] : []),
  ]
  const perhaps = reading.perhapsEach ? ofEach(known, outcome, usual) : []
  return noted(asked.class && advisor === 'import-tax' ? classed(outcome) : outcome, [...notes, ...perhaps])
}

/** Why goods that people take for high-end cosmetics bear no consumption tax, where their price per unit would make such cosmetics of them, or that is asked. */
function noCosmetics({ items }: Reading, classAsked: boolean, { goods, figures, on }: Context): Phrase[] {
  const figure = figures.get('cosmetics-threshold-per-ml')
  const threshold = figure && valueOn(figure, on)?.value
  if (!(threshold instanceof Big)) return []
  const taken = items.some(({ good, content, total, each, pieces }) => {
    if (!goods.get(good ?? '')?.notCosmetics) return false
    const price = each ?? total?.div(String(pieces ?? 1))
    return classAsked || !content || price?.gte(content.amount.times(threshold))
  })
  return taken ? [{ key: 'note.assumed.not-cosmetics', values: { unit: amount(threshold) } }] : []
}

/** Amounts that may be prices and are in no sum: said so, since what is to be bought should be. */
const leftOut = ({ leftOut: amounts }: Reading): Phrase[] =>
  amounts ? [{ key: 'note.assumed.left-out', values: { prices: amounts.map((one) => money(one)).join(' / ') } }] : []

/** Whether the rates are the asker's own. */
const saysRates = ({ tariffRate, vatRate, consumptionTaxRate }: Reading): boolean =>
  [tariffRate, vatRate, consumptionTaxRate].some((rate) => rate?.gt('0'))

/** What somebody who names a tariff would pay the other way: within the limits of retail import there is none, in general trade it is due. */
function otherWay(advisor: string, known: Reading, outcome: Outcome, context: Context): Phrase[] {
  if (outcome.kind !== 'calculated' || !known.tariffRate?.gt('0')) return []
  const slots = withOrdinary(known, context)
  const taxOf = (found: Outcome) => (found.kind === 'calculated' ? found.calculation.total : undefined)
  if (advisor === 'general-trade' && known.regime === undefined) {
    const tax = taxOf(importTax({ ...slots, tariffRate: undefined }, context))
    return tax ? [{ key: 'note.assumed.general-trade', values: { tax: money(tax) } }] : []
  }
  const levied = outcome.calculation.steps.some(({ label, amount: due }) => label === 'step.tax.tariff' && due.gt('0'))
  if (advisor !== 'import-tax' || levied) return []
  const tax = taxOf(generalTrade(slots, context))
  return tax ? [{ key: 'note.assumed.no-tariff', values: { tax: money(tax) } }] : []
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

/**
 * Where only the traveller is unknown, the answer for a resident who does not come from Hong Kong or Macao, saying so: also where any traveller would be free, since
 * the allowance that is named should be the asker's.
 */
function asTraveller(slots: Slots, advisor: string, open: boolean, run: (slots: Slots) => Outcome): Outcome {
  if (open && advisor === 'luggage-tax') return eitherResident(slots, run)
  const outcome = run(slots)
  const unsaid = advisor === 'luggage-tax' && (slots.resident === undefined || slots.from === undefined)
  const asks = outcome.kind === 'asked' && (outcome.missing === 'resident' || outcome.missing === 'from')
  if (!asks && !(unsaid && outcome.kind === 'calculated')) return outcome
  const assumed = run({ ...slots, resident: slots.resident ?? true, from: slots.from ?? 'elsewhere' })
  const key = slots.from === undefined ? 'note.traveller-assumed' : 'note.assumed.resident'
  return noted(assumed, [{ key, values: {} }])
}

/** Where it is not settled whether a traveller is a resident: the likelier of the two, and what the other would pay. */
function eitherResident(slots: Slots, run: (slots: Slots) => Outcome): Outcome {
  const resident = slots.resident ?? true
  const of = (one: boolean) => run({ ...slots, resident: one, from: slots.from ?? 'elsewhere' })
  const [likelier, other] = [of(resident), of(!resident)]
  if (likelier.kind !== 'calculated' || other.kind !== 'calculated') return likelier
  const tax = other.calculation.total
  if (tax === undefined) return likelier
  const key = `note.assumed.residence-open.${resident ? 'resident' : 'non-resident'}`
  return noted(likelier, [{ key, values: { tax: money(tax) } }])
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

/** Goods that nobody named, taken for ordinary ones. */
const withOrdinary = <Said extends Slots>(slots: Said, { goods }: Context): Said =>
  goods.has(ORDINARY)
    ? { ...slots, items: slots.items.map((item) => (item.good === undefined ? { ...item, good: ORDINARY } : item)) }
    : slots

/** What is asked when nobody said which goods: with what ordinary goods would come to. */
function asOrdinary(slots: Reading, asked: Asked, run: (slots: Slots) => Outcome, context: Context): Outcome {
  // A sum without a price that was said would be none.
  if (!context.goods.has(ORDINARY) || slots.leftOut) return asked
  const outcome = run(withOrdinary(slots, context))
  if (outcome.kind === 'calculated') {
    const { total } = outcome.calculation
    if (total === undefined) return asked
    if (slots.voucher || slots.taxIncluded || slots.tariffRate || slots.openDiscount)
      return noted(outcome, [{ key: 'note.assumed.ordinary', values: {} }])
    const part = unnamedPart(slots)
    const key = part.key === '' ? 'verdict.if-ordinary' : `verdict.if-ordinary${part.key}`
    const verdict = { key, values: { tax: money(total), ...part.values } }
    return { ...asked, verdict, columns: [] }
  }
  if (outcome.kind !== 'compared') {
    const { key, values } = unnamedPart(slots)
    return key === '' ? asked : { ...asked, verdict: { key: 'verdict.unnamed-part', values }, columns: [] }
  }
  // Of luggage it is known already what is above the allowance.
  const { allowance, excess } = outcome.columns[0]?.verdict.values ?? {}
  const key = excess && allowance && excess !== '0.00' ? 'luggage' : 'between'
  const part = unnamedPart(slots)
  const values = { ...outcome.verdict.values, allowance: allowance ?? '', excess: excess ?? '', ...part.values }
  return { ...asked, verdict: { key: `verdict.if-ordinary.${key}${part.key}`, values }, columns: [] }
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
    if (total === undefined || reading.leftOut) return outcome
    const part = unnamedPart(reading)
    const values = { tax: money(total), ...part.values }
    return { ...outcome, verdict: { key: `verdict.if-ordinary.cbec${part.key}`, values }, columns: [] }
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
