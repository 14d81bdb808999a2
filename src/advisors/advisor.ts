import type { Calculation, Phrase } from '../core/calculation.ts'
import type { Day } from '../core/day.ts'
import type { EffectivePeriod } from '../core/effective-period.ts'
import type { Figure, FigureId } from '../core/figure.ts'
import type { Good, GoodId } from '../core/good.ts'
import type { Slots } from '../core/slots.ts'

export type AdvisorId =
  | 'import-tax'
  | 'general-trade'
  | 'quota'
  | 'quota-orders'
  | 'parcel-tax'
  | 'luggage-tax'
  | 'compare-channels'
  | 'sums'
  | 'one-order'

/** What an advisor works with besides what was said. `on` is the day whose rules are asked about. */
export type Context = {
  figures: ReadonlyMap<FigureId, Figure>
  goods: ReadonlyMap<GoodId, Good>
  on: Day
  /** Revision of the knowledge, for the receipt. */
  knowledge: string
}

/** What an advisor may ask for. `good`, `price`, `pieces` and `content` belong to one item; the others are slots of the same name. */
export type Missing =
  | 'good'
  | 'price'
  | 'pieces'
  | 'content'
  | 'vatRate'
  | 'tariffRate'
  | 'exchangeRate'
  | 'spentThisYear'
  | 'resident'
  | 'from'

/** Why nothing can be worked out, or why it cannot be done this way. */
type Why =
  /** A rule has no value on that day. */
  | 'no-figure'
  /** Not possible through this channel: the rule is stated instead. */
  | 'not-possible'
  /** The goods may not come this way at all. */
  | 'barred'
  /** The quantity decides, which is stated instead (tobacco in luggage). */
  | 'by-quantity'
  /** The texts leave the point open. */
  | 'unsettled'
  /** What was said cannot be: a discount above the price, a rate of a hundred per cent. */
  | 'impossible'

/** A question back, for one thing. `columns` is what can be said already: the results of the possible answers. */
export type Asked = {
  kind: 'asked'
  missing: Missing
  /** The item it is about (the first is 1). */
  item?: number
  verdict?: Phrase
  columns?: Calculation[]
}

/** A typed "cannot". `calculation` shows how far the working came and never has a total. */
export type Refused = {
  kind: 'refused'
  why: Why
  verdict: Phrase
  calculation?: Calculation
  /** For `no-figure`: which figure, and the periods before and after in which it has a value. */
  figure?: FigureId
  last?: EffectivePeriod
  next?: EffectivePeriod
}

/** What an advisor comes to. `compared`: the texts leave open which of the results holds, or several channels stand side by side. */
export type Outcome =
  | { kind: 'calculated'; calculation: Calculation }
  | { kind: 'compared'; verdict: Phrase; columns: Calculation[] }
  | Asked
  | Refused

/** One calculator of the policy: pure, without clock or wording. */
export type Advisor = {
  id: AdvisorId
  /** What it may ask for, in the order it asks. */
  needs: Missing[]
  run: (slots: Slots, context: Context) => Outcome
}

/** Whether something read or worked out is a question or a "cannot" that has to be handed on. */
export const stopped = <T extends object>(result: T | Asked | Refused): result is Asked | Refused =>
  'kind' in result && (result.kind === 'asked' || result.kind === 'refused')
