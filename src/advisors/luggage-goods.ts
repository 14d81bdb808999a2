import type { Big } from 'big.js'
import type { Distance, Phrase, Step } from '../core/calculation.ts'
import type { Asked, Refused } from './advisor.ts'
import { stopped } from './advisor.ts'
import { amount, plain } from './expression.ts'
import { type Allowance, allowanceFor, allowanceNotes, shopRoom } from './luggage-allowance.ts'
import type { Valued } from './order.ts'
import { personalRate, personalTax } from './personal-tax.ts'
import { least, sum, ZERO } from './rounding.ts'
import type { Run } from './run.ts'

/** The goods that the value allowance is for. */
export type Goods = {
  allowance: Allowance | undefined
  /** Value of the pieces taxed in full, and of what the rest is above the allowance. */
  whole: Big
  excess: Big
  ratesDiffer: boolean
  rate: Big | undefined
  steps: Step[]
  taxes: Step[]
  distances: Distance[]
  notes: Phrase[]
}

const NO_GOODS: Goods = {
  allowance: undefined,
  whole: ZERO,
  excess: ZERO,
  ratesDiffer: false,
  rate: undefined,
  steps: [],
  taxes: [],
  distances: [],
  notes: [],
}

/** The tax on the goods that the value allowance is for. */
export function goodsTax(valued: Valued[], unit: Big, run: Run): Goods | Asked | Refused {
  if (valued.length === 0) return NO_GOODS
  const allowance = allowanceFor(sum(valued.map(({ value }) => value)), run)
  if (stopped(allowance)) return allowance
  const whole: Valued[] = []
  const rest: Valued[] = []
  for (const one of valued) {
    const each = eachPiece(one, allowance.limit, run.order.several)
    if (each === undefined) return { kind: 'asked', missing: 'pieces', item: one.item }
    ;(each.gt(allowance.limit) ? whole : rest).push(one)
  }
  const brought = sum(rest.map(({ value }) => value))
  const excess = brought.gt(allowance.limit) ? brought.minus(allowance.limit) : ZERO
  const shop = run.order.dutyFreeShop?.gt(ZERO) ? shopRoom(brought, allowance, run) : undefined
  if (shop && stopped(shop)) return shop
  const rated: { one: Valued; rate: Big }[] = []
  const found = { steps: [] as Step[], distances: [] as Distance[], notes: [] as Phrase[] }
  for (const one of [...whole, ...(excess.gt(ZERO) ? rest : [])]) {
    const rate = personalRate(one, run)
    if (stopped(rate)) return rate
    rated.push({ one, rate: rate.rate })
    found.steps.push(...rate.steps)
    found.distances.push(...rate.distances)
    found.notes.push(...rate.notes)
  }
  const taxes = rated.slice(0, whole.length).map(({ one, rate }) => personalTax(one.value, rate, unit, one.item))
  const rates = rated.slice(whole.length)
  const ways = run.order.assumed === 'highest-rate-first' ? -1 : 1
  let left = excess
  for (const { one, rate } of rates.toSorted((a, b) => a.rate.cmp(b.rate) * ways)) {
    const part = least(left, one.value)
    if (part.eq(ZERO)) continue
    left = left.minus(part)
    taxes.push(personalTax(part, rate, unit, one.item))
  }
  const excessStep = {
    label: 'step.luggage-excess',
    expression: `${plain(brought)} − ${plain(allowance.limit)}`,
    amount: excess,
  }
  return {
    allowance,
    whole: sum(whole.map(({ value }) => value)),
    excess,
    ratesDiffer: new Set(rates.map(({ rate }) => rate.toFixed())).size > 1,
    rate: rated[0]?.rate,
    steps: [...found.steps, ...(excess.gt(ZERO) ? [excessStep] : []), ...(shop?.steps ?? [])],
    taxes,
    // A piece that is above the allowance by itself leaves nothing to be near to it.
    distances: [
      ...(rest.length > 0
        ? [
            {
              figure: allowance.figure,
              limit: allowance.limit,
              left: allowance.limit.minus(brought),
              beyond: 'beyond.luggage-allowance',
            },
          ]
        : []),
      ...found.distances,
    ],
    notes: [
      ...(run.order.several && excess.gt(ZERO)
        ? [{ key: 'note.assumed.each-within', values: { limit: amount(allowance.limit) } }]
        : []),
      ...allowanceNotes(allowance, run),
      ...found.notes,
    ],
  }
}

/** The price of one piece; undefined where it matters and nobody said how many there are. */
function eachPiece({ article: { pieces, each }, value }: Valued, limit: Big, several = false): Big | undefined {
  if (pieces !== undefined) return value.div(String(pieces))
  // Several, and no piece said to be dear: each within the allowance, which the notes say.
  if (several) return value.lte(limit) ? value : limit
  return each !== undefined || value.lte(limit) ? value : undefined
}
