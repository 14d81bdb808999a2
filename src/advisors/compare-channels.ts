import type { Calculation, Phrase } from '../core/calculation.ts'
import { REGIMES, type Regime, type Slots } from '../core/slots.ts'
import type { Asked, Context, Missing, Outcome } from './advisor.ts'
import { between } from './alternatives.ts'
import { channelNotes } from './channel-notes.ts'
import { arrivalShopOf, hainanOf } from './duty-free.ts'
import { money } from './expression.ts'
import { generalTradeOf } from './general-trade.ts'
import { importTaxOf } from './import-tax.ts'
import { least } from './least-tax.ts'
import { luggageTaxOf } from './luggage-tax.ts'
import { parcelTaxOf } from './parcel-tax.ts'
import { ZERO } from './rounding.ts'
import { conclude, type Run, runOf } from './run.ts'

/**
 * One way for the same goods. `conditional`: if a duty-free shop sells the kind, or the list of goods allows this one; `open`: the texts, or something
 * not said, leave it open.
 */
export type ChannelVerdict = {
  regime: Regime
  allowed: 'yes' | 'conditional' | 'no' | 'open'
  calculation: Calculation
}

/** The ways side by side, in the order of {@link REGIMES}; `columns` are the same results. */
export type Compared = { kind: 'compared'; verdict: Phrase; columns: Calculation[]; channels: ChannelVerdict[] }

const WORK: Record<Regime, (run: Run) => Outcome> = {
  cbec: importTaxOf,
  parcel: parcelTaxOf,
  luggage: luggageTaxOf,
  'duty-free': arrivalShopOf,
  hainan: hainanOf,
  'general-trade': generalTradeOf,
}

/** What has to be known before anything can be compared; the rest is assumed in one column and said there, or left open. */
const ASKED_FIRST: Missing[] = ['good', 'price', 'content', 'vatRate', 'exchangeRate']

/**
 * The same goods at the same price through every channel: possible or not, tax, and in the notes which quota it uses, what time limits hold and what
 * can go wrong. Where nobody said otherwise it is one piece, brought by a resident who does not come from Hong Kong or Macao.
 * @param among the channels that were named; all of them otherwise
 */
export function compareChannels(slots: Slots, context: Context, among: readonly Regime[] = REGIMES): Compared | Asked {
  const items: Slots['items'] = slots.items.length === 0 && slots.foreign ? [{}] : slots.items
  const assumed: Slots = {
    ...slots,
    items: slots.several ? items : items.map((item) => ({ ...item, pieces: item.pieces ?? 1 })),
    resident: slots.resident ?? true,
    from: slots.from ?? 'elsewhere',
  }
  const channels: ChannelVerdict[] = []
  for (const regime of among) {
    const run = runOf('compare-channels', assumed, context, { regime, ...assumptions({ ...slots, items }) })
    const outcome = WORK[regime](run)
    if (outcome.kind === 'asked' && !outcome.columns && ASKED_FIRST.includes(outcome.missing)) return outcome
    channels.push({ regime, ...channelOf(regime, outcome, run) })
  }
  const verdict = among === REGIMES ? lowest(channels) : least(channels)
  return { kind: 'compared', verdict, columns: channels.map((one) => one.calculation), channels }
}

/** One column of a comparison, of a working already begun. */
export function columnOf(run: Run): Calculation | undefined {
  const regime = REGIMES.find((one) => one === run.inputs.regime)
  return regime && channelOf(regime, WORK[regime](run), run).calculation
}

/** What was assumed goes into the receipt, so that the column says it again. */
function assumptions({ items, resident, from, several }: Slots): Record<string, string> {
  return {
    ...(!several && items.some(({ pieces }) => pieces === undefined) && { 'assumed.one-piece': 'true' }),
    ...((resident === undefined || from === undefined) && { 'assumed.traveller': 'true' }),
  }
}

function channelOf(regime: Regime, outcome: Outcome, run: Run): Omit<ChannelVerdict, 'regime'> {
  const travels = regime === 'luggage' || regime === 'duty-free'
  const notes: Phrase[] = [
    ...(run.inputs['assumed.one-piece'] ? [{ key: 'note.one-piece-compared', values: {} }] : []),
    ...(run.inputs['assumed.traveller'] && travels ? [{ key: 'note.traveller-assumed', values: {} }] : []),
    ...channelNotes(regime, run),
  ]
  if (outcome.kind === 'calculated') {
    const allowed = depends(regime, run) ? 'conditional' : 'yes'
    return { allowed, calculation: withNotes([outcome.calculation], notes, run) }
  }
  const results = outcome.kind === 'refused' ? [] : (outcome.columns ?? [])
  if (results.length > 0) {
    const kinds = outcome.kind === 'asked' && outcome.missing === 'content' ? outcome.verdict : undefined
    const verdict = between(results, kinds ? 'verdict.compare.either-kind' : 'verdict.compare.between')
    const open = conclude(run, { verdict, steps: [] })
    const threshold = kinds ? [{ key: 'note.cosmetics-kinds', values: kinds.values }] : []
    return { allowed: 'open', calculation: withNotes([open, ...results], [...threshold, ...notes], run) }
  }
  if (outcome.kind === 'refused') {
    const calculation = outcome.calculation ?? conclude(run, { verdict: outcome.verdict, steps: [] })
    return {
      allowed: outcome.why === 'unsettled' || outcome.why === 'by-quantity' ? 'open' : 'no',
      calculation: withNotes([calculation], notes, run),
    }
  }
  const missing = outcome.kind === 'asked' ? outcome.missing : 'price'
  const asking = conclude(run, { verdict: { key: `verdict.compare.needs.${missing}`, values: {} }, steps: [] })
  return { allowed: 'open', calculation: withNotes([asking], notes, run) }
}

const depends = (regime: Regime, { order }: Run): boolean =>
  regime === 'duty-free' ||
  regime === 'hainan' ||
  (regime === 'cbec' && order.articles.some(({ list }) => list !== 'listed'))

/** The first of some results with the remarks of its channel, and with the figures behind all of them and the remarks. */
function withNotes([first, ...others]: Calculation[], notes: Phrase[], run: Run): Calculation {
  const calculation = first as Calculation
  const behind = [calculation, ...others]
  const figures = Object.assign({}, ...behind.map(({ receipt }) => receipt.figures), run.figures.used())
  const sources = [...behind.flatMap((one) => one.sources), ...run.figures.sources()]
  return {
    ...calculation,
    inputs: run.inputs,
    sources: [...new Map(sources.map((one) => [`${one.document}\n${one.clause ?? ''}`, one])).values()],
    notes: [...calculation.notes, ...notes],
    receipt: {
      ...calculation.receipt,
      inputs: run.inputs,
      figures: Object.fromEntries(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1))) as typeof figures,
    },
  }
}

function lowest(channels: ChannelVerdict[]): Phrase {
  const possible = channels
    .filter(({ allowed, regime }) => (allowed === 'yes' || allowed === 'conditional') && regime !== 'general-trade')
    .sort((a, b) => (a.calculation.total ?? ZERO).cmp(b.calculation.total ?? ZERO))
  const [first] = possible
  if (!first) return { key: 'verdict.compare.none', values: {} }
  const free = possible.filter(({ calculation }) => calculation.total?.eq(ZERO))
  if (free.length > 0) return { key: 'verdict.compare.free', values: { count: String(free.length) } }
  return { key: `verdict.compare.lowest.${first.regime}`, values: { tax: money(first.calculation.total ?? ZERO) } }
}
