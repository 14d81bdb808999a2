import { Big } from 'big.js'
import type { AskedFigureSum } from '../../advisors/figure-sum.ts'
import type { Day } from '../../core/day.ts'
import { type Figure, type FigureId, valueOn } from '../../core/figure.ts'
import {
  BOUNDS,
  type Bound,
  COUNTED,
  type Counted,
  type FigureSum,
  figuresOfCase,
  isPlace,
  type SumCase,
} from '../../core/figure-sum.ts'
import type { Meaning } from '../../knowledge/parse-lists.ts'
import type { Sums } from '../../knowledge/parse-sums.ts'
import { placeholdersOf } from '../../knowledge/placeholder.ts'
import { type PhraseMatch, readPhrase } from '../phrase-match.ts'
import { foldAmounts } from '../slots/fold-amounts.ts'
import type { ReadOptions } from '../slots/reading.ts'
import { amountsSaid, baseOf, countSaid, daysSaid } from './base-said.ts'

/** A sum whose words were said and whose base is known; without a case the base lies outside all of them. */
export type Asked = Omit<AskedFigureSum, 'case'> & { case: SumCase | undefined }

/** Finds the sum that a folded text asks for on a day; undefined when it asks for none, or not clearly from what. */
export type AskSum = (
  written: string,
  on: Day,
  figures: ReadonlyMap<FigureId, Figure>,
  options: ReadOptions,
) => Asked | undefined

const AMOUNT = /\d/
const COUNT = /[\d一二两三四五六七八九十]|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten)\b/

/** Reads the words of `sums.yaml`, once. */
export function sumReader({ words, sums }: Sums, meanings: Readonly<Record<string, Meaning>>): AskSum {
  const all = { ...meanings, ...words }
  const read = sums.map((sum) => ({
    sum,
    asks: sum.asks.map((phrase) => readPhrase(phrase, all)),
    beside: sum.base.beside === undefined ? undefined : readPhrase(`@${sum.base.beside}`, all),
  }))
  return (written, on, figures, options) => {
    const [hasAmount, hasCount] = [AMOUNT.test(foldAmounts(written)), COUNT.test(written)]
    let outside: Asked | undefined
    for (const { sum, asks, beside } of read) {
      if (!(isCounted(sum.base.unit) ? hasCount : hasAmount)) continue
      if (!asks.some((isAsked) => isAsked(written))) continue
      const said = saidOf(sum, beside, written, on, figures, options)
      if (!said) continue
      const all = (one: SumCase) => [...figuresOfCase(one), ...shownIn(one)]
      const held = sum.cases.find((one) => holds(one, said.base, on, figures) && withValues(all(one), on, figures))
      if (held) return { sum, said, shows: shownIn(held), case: held }
      const known = sum.cases.every((one) => withValues(all(one), on, figures))
      if (known) outside ??= { sum, said, shows: [], case: undefined }
    }
    return outside
  }
}

function saidOf(
  { base: { unit, needed, adds }, value, cases }: FigureSum,
  beside: PhraseMatch | undefined,
  written: string,
  on: Day,
  figures: ReadonlyMap<FigureId, Figure>,
  options: ReadOptions,
): AskedFigureSum['said'] | undefined {
  const amounts = amountsSaid(written, options)
  const numbers = (ids: FigureId[]) => ids.flatMap((id) => numberOn(id, on, figures) ?? [])
  if (isCounted(unit)) {
    const count = countSaid(written, unit, options)
    const limit = value && numberOn(value.upTo, on, figures)
    const currency = value && figures.get(value.upTo)?.unit
    const priced = amounts.filter((one) => one.currency !== undefined)
    if (limit && priced.some((one) => one.currency !== currency || one.amount.gt(limit))) return undefined
    return count === undefined ? undefined : { base: new Big(String(count)), unit }
  }
  const limits = [...new Set(cases.flatMap(limitsOf))]
  const quoted = cases.flatMap((one) => [...figuresOfCase(one), ...shownIn(one)]).filter((id) => !limits.includes(id))
  const telling = { beside, needed, adds, limits: numbers(limits), quoted: numbers(quoted) }
  const based = baseOf(amounts, unit, telling)
  const days = cases.some(({ work }) => work.kind === 'a-day') ? daysSaid(written) : undefined
  if (!based || (days === undefined && cases.some(({ work }) => work.kind === 'a-day'))) return undefined
  return { ...based, ...(days !== undefined && { days }) }
}

const isCounted = (unit: string): unit is Counted => COUNTED.some((one) => one === unit)

/** A value that is settled. */
function numberOn(id: FigureId, on: Day, figures: ReadonlyMap<FigureId, Figure>): Big | undefined {
  const figure = figures.get(id)
  const held = figure && valueOn(figure, on)
  return held?.value instanceof Big && held.confidence !== 'uncertain' ? held.value : undefined
}

/** Whether each figure has a value on a day, and those a sum works with a settled one. */
function withValues(ids: FigureId[], on: Day, figures: ReadonlyMap<FigureId, Figure>): boolean {
  return ids.every((id) => {
    const figure = figures.get(id)
    const held = figure && valueOn(figure, on)
    return held !== undefined && held.confidence !== 'uncertain'
  })
}

/** The limits of a case, in the unit of the base. */
const limitsOf = ({ bounds, work }: SumCase): FigureId[] => [
  ...Object.values(bounds),
  ...('limit' in work ? [work.limit] : []),
]

const WITHIN: Record<Bound, (base: Big, bound: Big) => boolean> = {
  from: (base, bound) => base.gte(bound),
  above: (base, bound) => base.gt(bound),
  'up-to': (base, bound) => base.lte(bound),
  below: (base, bound) => base.lt(bound),
}

const holds = ({ bounds }: SumCase, base: Big, on: Day, figures: ReadonlyMap<FigureId, Figure>): boolean =>
  BOUNDS.every((bound) => {
    const id = bounds[bound]
    if (id === undefined) return true
    const value = numberOn(id, on, figures)
    return value !== undefined && WITHIN[bound](base, value)
  })

/** The figures a verdict shows as of the day. */
const shownIn = ({ verdict }: SumCase): FigureId[] =>
  placeholdersOf(verdict['zh-Hans']).flatMap((one) =>
    one?.kind === 'figure' && one.on === undefined && !isPlace(one.figure) ? [one.figure] : [],
  )
