import type { Day } from '../../core/day.ts'
import type { Campaign } from '../../office/campaigns.ts'
import type { Catalogue } from '../catalogue.ts'
import { type Count, estimate, isHidden, sum } from '../disclosure/count.ts'
import type { Release, ReleasedTable } from '../disclosure/release.ts'
import type { Filters } from '../filters.ts'
import { type Share, shareOf } from '../trends/rate-ratio.ts'
import { addWeeks, lastWholeWeek, mondayOf, singly, type Week, weekOfDay, weeksBetween, weeksUntil } from '../weeks.ts'
import { type Difference, difference } from './difference.ts'

/** Weeks looked at on either side of the beginning. */
const SIDE = 8

/** One thing measured: its share before and after, and what of the change is left when others' is taken out. */
export type Measured = {
  before: Count
  after: Count
  shareBefore: Share | undefined
  shareAfter: Share | undefined
} & Difference

/** What a campaign came to, from published numbers. */
export type Evaluation = {
  before: Week[]
  after: Week[]
  /** Questions about its topics, among all. */
  questions: Measured
  /** Answers that corrected a false belief about its topics, among all that corrected one. */
  beliefs: Measured
}

/** The whole weeks before a campaign began and since, without the week in which it began unless that was a Monday, and none that is not over. */
export function weeksAround(starts: Day, today: Day): { before: Week[]; after: Week[] } {
  const week = weekOfDay(starts)
  const first = mondayOf(week) === starts ? week : addWeeks(week, 1)
  const last = [addWeeks(first, SIDE - 1), lastWholeWeek(today)].sort()[0] ?? first
  return { before: weeksUntil(addWeeks(week, -1), SIDE), after: weeksBetween(first, last) }
}

/** Measures a campaign against the topics that it did not touch. */
export async function evaluate(
  { starts, topics, audience, channel }: Campaign,
  { release, catalogue, today }: { release: Release; catalogue: Catalogue; today: Day },
): Promise<Evaluation> {
  const { before, after } = weeksAround(starts, today)
  const filters: Filters = { audience, channel }
  const periods = [before, after, ...singly([...before, ...after])]
  const [byTopic, byBelief, total] = await Promise.all([
    release.table(['topic'], periods, filters),
    release.table(['misconception'], periods, filters),
    release.table([], periods, filters),
  ])
  const touched = new Set(topics)
  const topicOf = new Map(catalogue.misconceptions.map(({ id, topic }) => [id, topic]))
  const questions = split(byTopic, (id) => (id === 'other' ? undefined : touched.has(id)))
  const beliefs = split(byBelief, (id) => {
    const topic = topicOf.get(id)
    return topic === undefined ? undefined : touched.has(topic)
  })
  return {
    before,
    after,
    questions: measured(questions, { before, after }, (some) => total.row().over(some)),
    beliefs: measured(beliefs, { before, after }, (some) => sum([questions.touched(some)], 5)),
  }
}

type Split = { touched: (weeks: readonly Week[]) => Count; untouched: (weeks: readonly Week[]) => Count }

/** The lines of a table in two: what was touched and what was not; lines that are neither are left out. */
function split(table: ReleasedTable, isTouched: (id: string) => boolean | undefined): Split {
  const rows = (wanted: boolean) => table.rows.filter(({ keys }) => isTouched(keys[0] ?? '') === wanted)
  const [touched, untouched] = [rows(true), rows(false)]
  const over = (some: typeof touched) => (weeks: readonly Week[]) =>
    sum(
      some.map((row) => row.over(weeks)),
      5,
    )
  return { touched: over(touched), untouched: over(untouched) }
}

function measured(
  { touched, untouched }: Split,
  { before, after }: { before: Week[]; after: Week[] },
  whole: (weeks: readonly Week[]) => Count,
): Measured {
  const pairs = (weeks: Week[]) =>
    weeks.map((week) => ({ touched: estimate(touched([week])), untouched: estimate(untouched([week])) }))
  const share = (weeks: Week[]) => {
    const [part, all] = [touched(weeks), whole(weeks)]
    return isHidden(part) || isHidden(all) ? undefined : shareOf(estimate(part), estimate(all))
  }
  return {
    before: touched(before),
    after: touched(after),
    shareBefore: share(before),
    shareAfter: share(after),
    ...difference(pairs(before), pairs(after)),
  }
}
