import type { Big } from 'big.js'
import type { GoodId } from '../../core/good.ts'
import type { Regime, Slots } from '../../core/slots.ts'

/** What happened on a date that somebody names. */
export const EVENTS = ['order', 'release', 'receipt', 'export', 'declaration', 'return'] as const
export type Event = (typeof EVENTS)[number]

/** Slots as read from a text, with what only the conversation can use: no advisor takes it as it stands. */
export type Reading = Slots & {
  /** Channels named side by side, for a comparison; then `regime` is absent. */
  regimes?: Regime[] | undefined
  /** The price of all goods together, in yuan, where several goods were named and not priced one by one. */
  orderTotal?: Big | undefined
  /** What is left of the annual limit, as said; the limit itself is a figure, so this is no `spentThisYear`. */
  leftThisYear?: Big | undefined
  /** Whether `foreign` was said for one piece. Its amount is for all pieces all the same. */
  foreignEach?: boolean | undefined
  /** A bare price stood before the number of pieces (900 两瓶): taken for that of all, it may be that of one. */
  perhapsEach?: boolean | undefined
  /** Amounts in yuan that may be prices, and belong to no goods that were made out: no sum holds them. */
  leftOut?: Big[] | undefined
  /** Cosmetics said to be high-end, or ordinary. */
  highEnd?: boolean | undefined
  /** The price from which the one that counts came down, for everybody. */
  listPrice?: Big | undefined
  /** What a cut for everybody leaves of prices (八折: 0.8), where none stands beside it. */
  shareLeft?: Big | undefined
  /** A composite rate that was named to work with. */
  compositeRate?: Big | undefined
  /** Whether that rate is asked about in place of the one that the goods bear. */
  insteadRate?: boolean | undefined
  /** The amounts were said in 蚊, taken for yuan. */
  spokenYuan?: boolean | undefined
  /** It is not settled which allowance is the traveller's: an expatriate's here, a student's abroad. */
  residenceOpen?: boolean | undefined
  /** What happened on `date`. */
  dateOf?: Event | undefined
}

/** A kind of goods found in a folded text, by UTF-16 position. */
export type FoundGood = { good: GoodId; start: number; end: number }

/** What reading needs besides the text. */
export type ReadOptions = {
  /** The day in China; relative dates count from it. */
  today: string
  /** Finds goods in a text that {@link foldAmounts} folded. */
  findGoods: (folded: string) => FoundGood[]
  /** A foreign currency the turns before spoke of: then `at 7.2` is its rate. */
  currency?: string | undefined
}
