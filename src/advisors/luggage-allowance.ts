import type { Big } from 'big.js'
import type { Phrase, Step } from '../core/calculation.ts'
import type { FigureId } from '../core/figure.ts'
import type { Asked, Refused } from './advisor.ts'
import { stopped } from './advisor.ts'
import { amount, money, plain } from './expression.ts'
import { isRefused } from './figures-on.ts'
import { least, ZERO } from './rounding.ts'
import { conclude, type Run } from './run.ts'

/** What a traveller may bring free of tax. */
export type Allowance = { figure: FigureId; limit: Big }

const HIGHER = 'luggage-allowance-hk-macao'

/**
 * The value allowance of a traveller: residents and non-residents differ, and residents from Hong Kong and Macao have had a higher one since 2024.
 * Who travels is asked only where it changes something.
 * @param value what is brought, to see whether it fits the lowest of the allowances that may apply
 */
export function allowanceFor(value: Big, run: Run): Allowance | Asked | Refused {
  const { resident, from } = run.order
  const possible = new Map<FigureId, Allowance>()
  for (const isResident of resident === undefined ? [true, false] : [resident])
    for (const near of from === undefined ? [true, false] : [from === 'hk-macao']) {
      const allowance = allowanceOf(isResident, near, run)
      if (stopped(allowance)) return allowance
      possible.set(allowance.figure, allowance)
    }
  const [lowest, ...others] = [...possible.values()].sort((a, b) => a.limit.cmp(b.limit))
  if (lowest && (others.length === 0 || value.lte(lowest.limit))) return lowest
  return { kind: 'asked', missing: resident === undefined ? 'resident' : 'from' }
}

function allowanceOf(resident: boolean, near: boolean, { figures }: Run): Allowance | Refused {
  if (resident && near) {
    const higher = figures.declared(HIGHER)
    if (isRefused(higher)) return higher
    if (higher.value) return { figure: HIGHER, limit: higher.value }
  }
  const figure = resident ? 'luggage-allowance-resident' : 'luggage-allowance-non-resident'
  const limit = figures.number(figure)
  return isRefused(limit) ? limit : { figure, limit }
}

/** Conditions of an allowance, worth saying with the result. */
export function allowanceNotes({ figure }: Allowance, { figures, on }: Run): Phrase[] {
  const notes: Phrase[] = [{ key: 'note.luggage-own-use', values: {} }]
  if (figure !== HIGHER) return notes
  const age = figures.optional('luggage-allowance-age')
  if (age) notes.push({ key: 'note.hk-macao-conditions', values: { age: amount(age) } })
  const everywhere = figures.text('luggage-hk-macao-all-ports-day')
  if (everywhere !== undefined && everywhere > on)
    notes.push({ key: 'note.hk-macao-some-ports', values: { day: everywhere } })
  return notes
}

/**
 * Residents may buy in the arrival duty-free shop besides, up to a total that takes in what they brought (财政部等五部门公告2016年第19号); what the shop
 * adds can only be used in the shop.
 * @param brought value of what was brought, without pieces that are taxed whole
 */
export function shopRoom(brought: Big, allowance: Allowance, run: Run): { steps: Step[] } | Asked | Refused {
  const { dutyFreeShop = ZERO, resident, from } = run.order
  if (resident === undefined) return { kind: 'asked', missing: 'resident' }
  if (!resident)
    return { kind: 'refused', why: 'unsettled', verdict: { key: 'verdict.luggage.shop-non-resident', values: {} } }
  if (from === undefined) return { kind: 'asked', missing: 'from' }
  const total = shopTotal(from === 'hk-macao', run)
  if (isRefused(total)) return total
  const used = least(brought, allowance.limit)
  const room = total.limit.minus(used)
  const steps = [{ label: 'step.shop-room', expression: `${plain(total.limit)} − ${plain(used)}`, amount: room }]
  if (dutyFreeShop.lte(room)) return { steps }
  const verdict = {
    key: 'verdict.luggage.over-shop',
    values: { room: money(room), total: amount(total.limit), shop: money(dutyFreeShop) },
  }
  return { kind: 'refused', why: 'not-possible', verdict, calculation: conclude(run, { verdict, steps }) }
}

/** The total of luggage and arrival shop together. */
export function shopTotal(near: boolean, { figures }: Run): Allowance | Refused {
  if (near) {
    const figure = 'luggage-allowance-hk-macao-with-duty-free'
    const higher = figures.declared(figure)
    if (isRefused(higher)) return higher
    if (higher.value) return { figure, limit: higher.value }
  }
  const figure = 'luggage-allowance-with-duty-free'
  const limit = figures.number(figure)
  return isRefused(limit) ? limit : { figure, limit }
}
