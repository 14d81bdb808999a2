import { Big } from 'big.js'
import type { Step } from '../core/calculation.ts'
import type { Figure, FigureId } from '../core/figure.ts'
import { type FigureSum, figuresOfCase, type Place, type SumCase, type SumWork } from '../core/figure-sum.ts'
import type { Outcome } from './advisor.ts'
import { percent, plain } from './expression.ts'
import { isRefused } from './figures-on.ts'
import { conclude, type Run } from './run.ts'

/** A sum of `knowledge/sums.yaml`, the case that holds, what was said, and the figures its verdict shows. */
export type AskedFigureSum = {
  sum: FigureSum
  case: SumCase
  /** `unit`: the currency that was said, or what was counted. */
  said: { base: Big; unit: string; days?: number | undefined }
  shows: FigureId[]
}

/** The inputs of a sum: all it takes to work it out again from its receipt. */
export function inputsOfFigureSum(
  { sum, case: held, said, shows }: AskedFigureSum,
  figures: ReadonlyMap<FigureId, Figure>,
): Record<string, string> {
  const { kind, ...named } = held.work
  const terms = Object.entries(named).flatMap(([name, id]) => (id === undefined ? [] : [[`sum.${name}`, id]]))
  const factor = 'rate' in held.work ? held.work.rate : 'low' in held.work ? held.work.low : undefined
  const each = 'amount' in held.work ? figures.get(held.work.amount)?.unit : undefined
  return {
    'sum.kind': kind,
    'sum.id': sum.id,
    'sum.case': String(sum.cases.indexOf(held)),
    'sum.base': said.base.toFixed(),
    'sum.unit': said.unit,
    'sum.in': each ?? said.unit,
    ...(said.days !== undefined && { 'sum.days': String(said.days) }),
    ...(factor !== undefined && { 'sum.as': figures.get(factor)?.unit === 'rate' ? 'percent' : 'times' }),
    ...Object.fromEntries(terms),
    'sum.rests-on': [...new Set([...figuresOfCase(held), ...(sum.value ? [sum.value.upTo] : []), ...shows])].join(' '),
  }
}

/** Currencies without a smaller coin (ISO 4217). */
const WHOLE = new Set(['JPY', 'KRW', 'VND', 'CLP'])
const rounded = (amount: Big, unit: string): Big => amount.round(WHOLE.has(unit) ? 0 : 2, Big.roundHalfUp)

/** An amount with its unit, as the values of a verdict hold them. */
const written = (amount: Big, unit: string): string => `${amount.toFixed()} ${unit}`

/** Works out a sum whose inputs a run holds. */
export function figureSum(run: Run): Outcome {
  const { inputs, figures } = run
  for (const id of (inputs['sum.rests-on'] ?? '').split(' ').filter(Boolean)) {
    const refused = figures.text(id) === undefined && figures.number(id)
    if (refused && isRefused(refused)) return refused
  }
  const terms = figures.numbers(Object.fromEntries(TERMS.flatMap((name) => termOf(name, inputs))))
  if (isRefused(terms)) return terms
  const base = new Big(inputs['sum.base'] ?? '0')
  const [unit, result] = [inputs['sum.unit'] ?? '', inputs['sum.in'] ?? '']
  const shown = (rate: Big) => (inputs['sum.as'] === 'times' ? plain(rate) : percent(rate))
  const lines = linesOf(inputs['sum.kind'] as SumWork['kind'], {
    base,
    days: new Big(inputs['sum.days'] ?? '0'),
    terms: terms as Terms,
    shown,
  }).map((line) => ({ ...line, amount: rounded(line.amount, result) }))
  const values: Record<string, string> = { base: written(base, unit) }
  for (const { place, amount } of lines) values[place] = written(amount, result)
  const [only, ...others] = lines
  if (only && others.length === 0) values.total = written(base.plus(only.amount), result)
  if (inputs['sum.days'] !== undefined) values.days = `${inputs['sum.days']} days`
  // Steps and totals are in yuan.
  const inYuan = result === 'CNY'
  const steps = lines.map(({ place, expression, amount }): Step => ({ label: `step.sum.${place}`, expression, amount }))
  const calculation = conclude(run, {
    verdict: { key: `sum:${inputs['sum.id']}:${inputs['sum.case']}`, values },
    steps: inYuan ? steps : [],
    ...(inYuan && only && others.length === 0 && { total: only.amount }),
  })
  return { kind: 'calculated', calculation }
}

const TERMS = ['rate', 'less', 'low', 'high', 'limit', 'amount'] as const
type Terms = Record<(typeof TERMS)[number], Big>
const termOf = (name: string, inputs: Record<string, string>): [string, FigureId][] => {
  const id = inputs[`sum.${name}`]
  return id === undefined ? [] : [[name, id]]
}

type Line = { place: Extract<Place, 'result' | 'low' | 'high'>; expression: string; amount: Big }
type Given = { base: Big; days: Big; terms: Terms; shown: (rate: Big) => string }

function linesOf(kind: SumWork['kind'], { base, days, terms, shown }: Given): Line[] {
  const { rate, less, low, high, limit, amount } = terms
  const result = (expression: string, value: Big): Line[] => [{ place: 'result', expression, amount: value }]
  switch (kind) {
    case 'share': {
      const taken = `${plain(base)} × ${shown(rate)}`
      return less === undefined
        ? result(taken, base.times(rate))
        : result(`${taken} − ${plain(less)}`, base.times(rate).minus(less))
    }
    case 'between':
      return [
        { place: 'low', expression: `${plain(base)} × ${shown(low)}`, amount: base.times(low) },
        { place: 'high', expression: `${plain(base)} × ${shown(high)}`, amount: base.times(high) },
      ]
    case 'left':
      return result(`${plain(limit)} − ${plain(base)}`, limit.minus(base))
    case 'beyond':
      return result(`${plain(base)} − ${plain(limit)}`, base.minus(limit))
    case 'a-day':
      return result(`${plain(base)} × ${shown(rate)} × ${plain(days)}`, base.times(rate).times(days))
    case 'each':
      return result(`${plain(base)} × ${plain(amount)}`, base.times(amount))
    case 'said':
      return []
  }
}
