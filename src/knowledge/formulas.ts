import { Big } from 'big.js'
import { addDays, type Day } from '../core/day.ts'
import { type Figure, type FigureValue, valueOn } from '../core/figure.ts'

type Formula = { needs: string[]; optional: string[]; compute: (inputs: Record<string, Big>) => Big }

const one = new Big('1')

/**
 * Ways to compute one figure from others. `cbec-composite`: the share of VAT and consumption tax levied on retail imports within the
 * limits, as one rate on the dutiable value: share × (vat + c) / (1 − c). Follows from 财关税〔2016〕18号 with 增值税暂行条例 art. 14 (tax within tax).
 * `untaxed-value`: the largest value in whole yuan on which the tax at this rate is not above what is exempt.
 */
export const FORMULAS = {
  'cbec-composite': {
    needs: ['vat', 'share'],
    optional: ['consumption-tax'],
    compute: ({ vat = one, share = one, 'consumption-tax': c = new Big('0') }) =>
      share.times(vat.plus(c)).div(one.minus(c)),
  },
  'untaxed-value': {
    needs: ['exempt', 'rate'],
    optional: [],
    compute: ({ exempt = one, rate = one }) => exempt.div(rate).round(0, Big.roundDown),
  },
} satisfies Record<string, Formula>

export type FormulaName = keyof typeof FORMULAS

/**
 * The values of a computed figure: one for each stretch of days on which no input changes, and none where an input has none.
 * @returns the values, or what is wrong with the inputs
 */
export function computeValues(
  name: FormulaName,
  inputs: Record<string, string>,
  figures: ReadonlyMap<string, Figure>,
): { values: FigureValue[] } | { wrong: string } {
  const formula: Formula = FORMULAS[name]
  const missing = formula.needs.find((need) => !(need in inputs))
  if (missing) return { wrong: `inputs: ${name} needs "${missing}"` }
  const used: [string, Figure][] = []
  for (const [role, figureId] of Object.entries(inputs)) {
    if (![...formula.needs, ...formula.optional].includes(role)) return { wrong: `inputs: ${name} knows no "${role}"` }
    const figure = figures.get(figureId)
    if (!figure) return { wrong: `inputs: no figure "${figureId}"` }
    used.push([role, figure])
  }
  const starts = new Set<Day>()
  for (const [, figure] of used)
    for (const { effective } of figure.values) {
      starts.add(effective.from)
      if (effective.to !== undefined) starts.add(addDays(effective.to, 1))
    }
  const days = [...starts].sort()
  const values: FigureValue[] = []
  for (const [index, from] of days.entries()) {
    const next = days[index + 1]
    const held = used.map(([role, figure]) => [role, valueOn(figure, from)] as const)
    if (held.some(([, value]) => value === undefined || typeof value.value === 'string')) continue
    const numbers = Object.fromEntries(held.map(([role, value]) => [role, value?.value as Big]))
    const value = computed(formula, numbers)
    if (value === undefined) return { wrong: `inputs: ${name} has no result on ${from}` }
    values.push({
      effective: next === undefined ? { from } : { from, to: addDays(next, -1) },
      value,
      sources: held.flatMap(([, value]) => value?.sources ?? []),
      confidence: 'derived',
    })
  }
  return { values }
}

/** The result, or undefined where there is none (a tax within itself of a hundred percent). */
function computed({ compute }: Formula, numbers: Record<string, Big>): Big | undefined {
  try {
    return compute(numbers)
  } catch {
    return undefined
  }
}
