import type { Role } from '../core/account.ts'
import { entries } from './reports/entries.ts'
import { gaps } from './reports/gaps.ts'
import { misconceptions } from './reports/misconceptions.ts'
import { outcomes } from './reports/outcomes.ts'
import { overview } from './reports/overview.ts'
import type { MakeReport } from './reports/report.ts'
import { topics } from './reports/topics.ts'

/** A page of numbers: where it is, what it is called (a key of the wording), and what makes it. */
export type Section = { id: string; path: string; title: string; make: MakeReport }

/** The pages of numbers in the order in which they are offered. A page more is a report and a line here. */
export const SECTIONS: readonly Section[] = [
  { id: 'overview', path: '/insights', title: 'insights.overview.title', make: overview },
  { id: 'topics', path: '/insights/topics', title: 'insights.topics.title', make: topics },
  { id: 'outcomes', path: '/insights/outcomes', title: 'insights.outcomes.title', make: outcomes },
  { id: 'gaps', path: '/insights/gaps', title: 'insights.gaps.title', make: gaps },
  {
    id: 'misconceptions',
    path: '/insights/misconceptions',
    title: 'insights.misconceptions.title',
    make: misconceptions,
  },
  { id: 'entries', path: '/insights/entries', title: 'insights.entries.title', make: entries },
]

/** A page that stands in the navigation beside the {@link SECTIONS}: what is made of the numbers, and the controls. */
export type Link = {
  path: string
  /** A key of the wording. */
  title: string
  /** Shown to those alone who have this role. */
  role?: Role
  /** False where nothing is counted, so that nothing need be said of how numbers are rounded. */
  numbers?: false
}

/** Where the method is told. */
export const METHOD: Link = { path: '/insights/method', title: 'insights.method.title', numbers: false }
