import type { Calculation } from './calculation.ts'
import type { Day } from './day.ts'
import type { EffectivePeriod } from './effective-period.ts'
import type { EntryId } from './entry.ts'
import type { FigureId } from './figure.ts'

/** What a turn can come to: one closed set shared by the API, the log, the insights pages, the metrics and the export. */
export const OUTCOMES = [
  'answered',
  'calculated',
  'compared',
  'changed',
  'asked',
  'clarified',
  'signposted',
  'declined',
  'refused',
  'courtesy',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Why a question was declined. */
export const DECLINED = [
  'no-match',
  'out-of-scope',
  'not-in-force',
  'unclear',
  'noise',
  'language',
  'too-long',
  'error',
] as const
/** Why somebody else is named instead of an answer. */
export const SIGNPOSTED = ['personal-case', 'other-authority'] as const
/** Why a request was refused. */
export const REFUSED = ['unlawful'] as const
/** Kinds of small talk. */
export const COURTESIES = ['greet', 'help', 'thank', 'rate', 'source', 'simpler', 'restart'] as const
/** Reasons that go with an outcome, in the log and the API. */
export const REASONS = [...DECLINED, ...SIGNPOSTED, ...REFUSED, ...COURTESIES] as const
export type Reason = (typeof REASONS)[number]

export type BoundaryId = string
export type MisconceptionId = string

/** What we know, in no language. */
export type Answer =
  | { outcome: 'answered'; entry: EntryId; related: EntryId[]; misconception?: MisconceptionId }
  | { outcome: 'calculated'; calculation: Calculation; entry?: EntryId; misconception?: MisconceptionId }
  | { outcome: 'compared'; columns: Calculation[] }
  | {
      outcome: 'changed'
      from: Day
      to: Day /** What it was asked about; everything when absent. */
      entry?: EntryId
      figures?: FigureId[]
    }
  | { outcome: 'asked'; advisor: string; missing: string; calculation?: Calculation }
  | { outcome: 'clarified'; choices: EntryId[] }
  | { outcome: 'signposted'; why: (typeof SIGNPOSTED)[number]; boundary: BoundaryId }
  | { outcome: 'declined'; why: 'not-in-force'; entry: EntryId; last?: EffectivePeriod; next?: EffectivePeriod }
  | { outcome: 'declined'; why: Exclude<(typeof DECLINED)[number], 'not-in-force'>; boundary?: BoundaryId }
  | { outcome: 'refused'; why: 'unlawful'; boundary: BoundaryId; rule: EntryId }
  | { outcome: 'courtesy'; of: (typeof COURTESIES)[number]; boundary?: BoundaryId; entry?: EntryId }
