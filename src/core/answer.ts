import type { Calculation, Phrase } from './calculation.ts'
import type { Day } from './day.ts'
import type { DeadlineMatter } from './deadline-matter.ts'
import type { OutcomeId, QuestionId } from './decision-tree.ts'
import type { DueDates } from './due-date.ts'
import type { EffectivePeriod } from './effective-period.ts'
import type { EntryId } from './entry.ts'
import type { FigureId } from './figure.ts'
import type { GoodId } from './good.ts'
import type { Wording } from './locale.ts'
import type { DocumentId } from './official-document.ts'
import type { TopicId } from './topic.ts'

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
  'none-of-these',
  'out-of-scope',
  'not-in-force',
  'unclear',
  'noise',
  'language',
  'too-long',
  'switched-off',
  'error',
] as const
/** Why somebody else is named instead of an answer. */
export const SIGNPOSTED = ['personal-case', 'other-authority'] as const
/** Why a request was refused. */
export const REFUSED = ['unlawful'] as const
/** Kinds of small talk. */
export const COURTESIES = ['greet', 'help', 'thank', 'rate', 'source', 'simpler', 'restart'] as const
/** What was done for somebody who wanted something done rather than told. */
export const DONE = ['subscribe', 'unsubscribe', 'subscriptions', 'hand-over', 'reference'] as const
/** Reasons that go with an outcome, in the log and the API. */
export const REASONS = [...DECLINED, ...SIGNPOSTED, ...REFUSED, ...COURTESIES, ...DONE] as const
export type Reason = (typeof REASONS)[number]

/** Sides of a rule that may be asked about by themselves. */
export const ASPECTS = [
  'since',
  'until',
  'when',
  'over',
  'under',
  'how-much',
  'scope',
  'where',
  'papers',
  'consequence',
] as const
export type Aspect = (typeof ASPECTS)[number]
/** Ways of coming in whose rates are asked: retail import, or what goes for parcels and luggage. */
export type RateWay = 'cbec' | 'personal'
/** A kind of goods and the ways whose rates are asked for it. */
export type RatesAsked = { good: GoodId; ways: RateWay[] }

export type BoundaryId = string
export type MisconceptionId = string
/** Id of a word in the glossary. */
export type TermId = string
/** The decision trees, by what they decide. */
export type TreeId = 'choose-mode' | 'export-tax-position'

/** What we know, in no language. */
export type Answer =
  | {
      outcome: 'answered'
      entry: EntryId
      related: EntryId[]
      misconception?: MisconceptionId
      /** The side of it that is asked about; the whole when absent. */
      about?: Aspect
      /** What was told before and is compared with it. */
      beside?: EntryId
    }
  /** A word explained. */
  | { outcome: 'answered'; term: TermId }
  /** Words explained one beside the other. */
  | { outcome: 'answered'; topic: TopicId; terms: [TermId, TermId, ...TermId[]] }
  /** Official documents named by their number: what they are, whether they hold and since when. */
  | { outcome: 'answered'; topic: TopicId; documents: [DocumentId, ...DocumentId[]] }
  /** The rates that a kind of goods bears by the ways asked for. */
  | { outcome: 'answered'; topic: TopicId; rates: RatesAsked }
  /** Figures before and after a change (on the day `on`), or with the document that set them. */
  | {
      outcome: 'answered'
      topic: TopicId
      history: [{ figure: FigureId; on?: Day }, ...{ figure: FigureId; on?: Day }[]]
      document?: true
    }
  /** The checklist a decision tree ends in. */
  | { outcome: 'answered'; topic: TopicId; tree: TreeId; checklist: OutcomeId }
  /** What is known about whether goods may come in: a kind of goods, or an HS code. */
  | { outcome: 'answered'; topic: TopicId; sought: { good: GoodId } | { code: string } }
  | {
      outcome: 'calculated'
      advisor: string
      topic: TopicId
      /** The result, or why it cannot be, in one sentence. */
      verdict: Phrase
      /** The working; it has no total where the goods cannot come this way. */
      calculation?: Calculation
      misconception?: MisconceptionId
    }
  /** Last days, worked out from a date. */
  | { outcome: 'calculated'; advisor: string; topic: TopicId; dates: DueDates }
  | { outcome: 'compared'; advisor: string; topic: TopicId; verdict: Phrase; columns: Calculation[] }
  | {
      outcome: 'changed'
      from: Day
      to: Day /** What it was asked about; everything when absent. */
      entry?: EntryId
      figures?: FigureId[]
    }
  | {
      outcome: 'asked'
      advisor: string
      topic: TopicId
      /** What has to be known first. */
      missing: string
      /** The rates of the goods it is about, where only their price is missing. */
      rates?: RatesAsked
      /** The item it is about, where there are several. */
      item?: number
      /** What can be said already. */
      verdict?: Phrase
      columns?: Calculation[]
    }
  /** A question of a decision tree, and how many may come at most, this one included. */
  | { outcome: 'asked'; topic: TopicId; tree: TreeId; question: QuestionId; left: number }
  /** The day a deadline runs from has to be known. */
  | { outcome: 'asked'; topic: TopicId; matter: DeadlineMatter }
  | {
      outcome: 'clarified'
      choices: EntryId[]
      /** For each choice the way of asking that came nearest, empty where none came near. */
      nearest?: string[]
    }
  | { outcome: 'signposted'; why: (typeof SIGNPOSTED)[number]; boundary: BoundaryId }
  | { outcome: 'declined'; why: 'not-in-force'; entry: EntryId; last?: EffectivePeriod; next?: EffectivePeriod }
  | {
      outcome: 'declined'
      why: Exclude<(typeof DECLINED)[number], 'not-in-force' | 'switched-off'>
      boundary?: BoundaryId
    }
  /** The office has switched answers off: on a topic, or all of them. */
  | { outcome: 'declined'; why: 'switched-off'; topic?: TopicId; reason: Wording }
  | {
      outcome: 'refused'
      why: 'unlawful'
      boundary: BoundaryId
      rule: EntryId
      /** Whether it may as well be an honest question, whose answer then comes first. */
      perhaps?: boolean
    }
  | {
      outcome: 'courtesy'
      of: (typeof COURTESIES)[number] | (typeof DONE)[number]
      boundary?: BoundaryId
      entry?: EntryId
    }
