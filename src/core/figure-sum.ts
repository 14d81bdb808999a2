import type { EntryId } from './entry.ts'
import type { FigureId } from './figure.ts'
import type { Wording } from './locale.ts'
import type { TopicId } from './topic.ts'

export type SumId = string

/** Things that are counted, where a sum is no sum of money. */
export const COUNTED = ['tariff-items', 'parcels'] as const
export type Counted = (typeof COUNTED)[number]

/** Any currency: the result is in the one that was said. */
export const ANY_CURRENCY = 'any'

/** What is worked out with the base; the case then says the result. */
export type SumWork =
  /** base × rate (or multiple), less a deduction in the unit of the base where there is one. */
  | { kind: 'share'; rate: FigureId; less?: FigureId | undefined }
  /** base × the one to base × the other. */
  | { kind: 'between'; low: FigureId; high: FigureId }
  /** What is left of a limit. */
  | { kind: 'left'; limit: FigureId }
  /** How far the base is above a limit. */
  | { kind: 'beyond'; limit: FigureId }
  /** base × rate × the days that were said. */
  | { kind: 'a-day'; rate: FigureId }
  /** A number of things × an amount for each. */
  | { kind: 'each'; amount: FigureId }
  /** Nothing: within the bounds it is said what holds. */
  | { kind: 'said' }

/** The ways in which a bound is meant: `from` and `up-to` hold it, `above` and `below` do not. */
export const BOUNDS = ['from', 'above', 'up-to', 'below'] as const
export type Bound = (typeof BOUNDS)[number]

/** What holds of a base within bounds. */
export type SumCase = {
  bounds: Partial<Record<Bound, FigureId>>
  work: SumWork
  /** The answer; may hold {@link PLACES} beside the placeholders of any text. */
  verdict: Wording
}

/** A sum of a figure and what was said: who asks for it, what it starts from, and what it comes to. */
export type FigureSum = {
  id: SumId
  topic: TopicId
  /** The entry that tells the rule; told where the base lies outside all cases. */
  entry: EntryId
  /** Phrases that ask for it: any one of them. */
  asks: string[]
  base: {
    /** A currency, {@link ANY_CURRENCY}, or what is counted. */
    unit: string
    /** Ways of saying what the base is, looked for beside each amount where several were said. */
    beside?: string | undefined
    /** Whether they must stand there even where a single amount was said. */
    needed?: boolean | undefined
    /** Whether several amounts with such words are added up: what was bought bit by bit. */
    adds?: boolean | undefined
  }
  /** A value, in the unit of the figure, that must not be passed where one was said: what is counted has a price. */
  value?: { upTo: FigureId } | undefined
  /** In this order the first one that holds is told. */
  cases: SumCase[]
}

/** Places of a verdict that the sum fills: what was said, and what it came to. */
export const PLACES = ['base', 'result', 'low', 'high', 'days', 'total'] as const
export type Place = (typeof PLACES)[number]
export const isPlace = (inside: string): inside is Place => PLACES.some((place) => place === inside)

/** Which places a kind of work fills, beside `base`. */
export const FILLED: Record<SumWork['kind'], readonly Place[]> = {
  share: ['result', 'total'],
  between: ['low', 'high'],
  left: ['result'],
  beyond: ['result'],
  'a-day': ['result', 'days', 'total'],
  each: ['result'],
  said: [],
}

/** The figures a piece of work reads. */
export const figuresOfWork = ({ kind, ...figures }: SumWork): FigureId[] =>
  Object.values(figures).filter((figure) => figure !== undefined)

/** The figures that a case rests on, but for those its verdict names. */
export const figuresOfCase = ({ bounds, work }: SumCase): FigureId[] => [
  ...new Set([...Object.values(bounds), ...figuresOfWork(work)]),
]
