import { type Estimate, estimate, isHidden } from '../disclosure/count.ts'
import { type Expectation, expectationFor, weeksBehind } from '../trends/expectation.ts'
import { type Direction, directionOf, type Ratio, ratioOf } from '../trends/rate-ratio.ts'
import { singly } from '../weeks.ts'
import { topicName } from './names.ts'
import { change } from './overview.ts'
import { count, type MakeReport, text } from './report.ts'

const ORDER: Direction[] = ['rising', 'falling', 'steady', 'open', 'few']

/** What is asked about more, or less, than before and than was to be expected. */
export const topics: MakeReport = async ({ release, catalogue, selection, previous, say }) => {
  const { weeks, filters } = selection
  const behind = weeksBehind(weeks)
  const [table, total] = await Promise.all([
    release.table(['topic'], [weeks, previous, ...singly(behind)], filters),
    release.table([], [weeks, ...singly(behind)], filters),
  ])
  const known = behind.find((week) => !isHidden(total.row().over([week]))) ?? weeks[0] ?? ''
  const ids = [...new Set([...catalogue.topics.map(({ id }) => id), ...table.rows.map(({ keys }) => keys[0] ?? '')])]

  const overall = total.row()
  const moved = movedWith(
    estimate(overall.over(weeks)),
    expectationFor(weeks, (week) => estimate(overall.over([week])), known),
  )
  const lines = ids
    .map((id) => {
      const row = table.row(id)
      const number = row.over(weeks)
      const before = row.over(previous)
      const expected = expectationFor(weeks, (week) => estimate(row.over([week])), known)
      const against = isHidden(number) ? undefined : againstExpected(estimate(number), expected, moved)
      const direction = directionOf(against)
      return { id, number, before, change: change(number, before), against, direction }
    })
    .filter(({ number, before }) => !isHidden(number) || !isHidden(before))
    .sort(
      (one, other) =>
        ORDER.indexOf(one.direction) - ORDER.indexOf(other.direction) ||
        (other.against?.middle ?? 0) - (one.against?.middle ?? 0) ||
        other.number.value - one.number.value,
    )

  return {
    intro: say('insights.topics.intro'),
    tables: [
      {
        id: 'topics',
        title: say('insights.topics.table'),
        note: say('insights.topics.note'),
        columns: [
          { id: 'topic', title: say('insights.column.topic'), kind: 'text' },
          { id: 'direction', title: say('insights.column.direction'), kind: 'direction' },
          { id: 'against_expected', title: say('insights.column.against-expected'), kind: 'ratio' },
          { id: 'asked', title: say('insights.column.asked'), kind: 'count' },
          { id: 'before', title: say('insights.column.before'), kind: 'count' },
          { id: 'change', title: say('insights.column.change'), kind: 'ratio' },
        ],
        rows: lines.map(({ id, direction, against, number, before, change: changed }) => [
          text(topicName(catalogue, say, id), id),
          { kind: 'direction', direction },
          { kind: 'ratio', ratio: against },
          count(number),
          count(before),
          { kind: 'ratio', ratio: changed },
        ]),
        empty: say('insights.empty'),
        chart: { kind: 'bars', columns: ['asked', 'before'], most: 15 },
      },
    ],
  }
}

/** How many times as much as expected was asked in all, with its relative variance; once when that cannot be told. */
export function movedWith(now: Estimate, expected: Expectation | undefined): { times: number; relative: number } {
  if (expected === undefined || expected.mean < 1) return { times: 1, relative: 0 }
  return { times: now.mean / expected.mean, relative: now.variance / Math.max(now.mean, 1) ** 2 }
}

/** What was asked against what was to be expected if the topic had moved with all the others, both with their errors. */
export function againstExpected(
  now: Estimate,
  expected: Expectation | undefined,
  { times, relative }: ReturnType<typeof movedWith>,
): Ratio | undefined {
  if (expected === undefined) return undefined
  const mean = expected.mean * times
  return ratioOf(
    { mean: now.mean, variance: expected.dispersion * now.mean + now.variance },
    { mean, variance: expected.variance * times ** 2 + mean ** 2 * relative },
  )
}
