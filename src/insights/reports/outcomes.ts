import { OUTCOMES } from '../../core/answer.ts'
import { type Count, estimate, isHidden } from '../disclosure/count.ts'
import { shareOf } from '../trends/rate-ratio.ts'
import { mondayOf, singly, weeksUntil } from '../weeks.ts'
import { topicName } from './names.ts'
import { largest } from './overview.ts'
import { type Column, count, type MakeReport, text, type Value } from './report.ts'

const MEASURES = ['helpful', 'notHelpful', 'unrated', 'again'] as const
const COURSE = 13
const TOPICS = 30

/** What turns came to, and what is known of whether they helped: a rating, the other rating, or nothing. */
export const outcomes: MakeReport = async ({ release, catalogue, selection, say }) => {
  const { weeks, filters } = selection
  const course = weeksUntil(weeks.at(-1) ?? '', Math.max(COURSE, weeks.length))
  const [total, byOutcome, byTopic] = await Promise.all([
    release.table([], [weeks, ...singly(course)], filters),
    release.table(['outcome'], [weeks], filters),
    release.table(['topic'], [weeks], filters),
  ])
  const asked = total.row().over(weeks)
  const share = (part: Count): Value => ({
    kind: 'share',
    share: isHidden(part) || isHidden(asked) ? undefined : shareOf(estimate(part), estimate(asked)),
  })
  const measured: Column[] = [
    { id: 'asked', title: say('insights.column.asked'), kind: 'count' },
    ...MEASURES.map((measure): Column => ({ id: measure, title: say(`insights.measure.${measure}`), kind: 'count' })),
  ]
  const measures = (row: ReturnType<typeof byTopic.row>): Value[] => [
    count(row.over(weeks)),
    ...MEASURES.map((measure) => count(row.over(weeks, measure))),
  ]

  return {
    intro: say('insights.outcomes.intro'),
    figures: MEASURES.map((measure) => ({
      title: say(`insights.measure.${measure}`),
      value: count(total.row().over(weeks, measure)),
    })),
    tables: [
      {
        id: 'outcomes',
        title: say('insights.outcomes.table'),
        columns: [
          { id: 'outcome', title: say('insights.column.outcome'), kind: 'text' },
          { id: 'asked', title: say('insights.column.asked'), kind: 'count' },
          { id: 'share', title: say('insights.column.share'), kind: 'share' },
          ...MEASURES.slice(0, 2).map((id): Column => ({ id, title: say(`insights.measure.${id}`), kind: 'count' })),
        ],
        rows: OUTCOMES.map((outcome) => {
          const row = byOutcome.row(outcome)
          const number = row.over(weeks)
          return [
            text(say(`insights.outcome.${outcome}`), outcome),
            count(number),
            share(number),
            ...MEASURES.slice(0, 2).map((measure) => count(row.over(weeks, measure))),
          ]
        }),
        empty: say('insights.empty'),
        chart: { kind: 'bars', columns: ['asked'], most: OUTCOMES.length },
      },
      {
        id: 'ratings-by-week',
        title: say('insights.outcomes.weeks'),
        columns: [{ id: 'week', title: say('insights.column.week'), kind: 'text' }, ...measured],
        rows: course.map((week) => [
          text(mondayOf(week), week),
          count(total.row().over([week])),
          ...MEASURES.map((measure) => count(total.row().over([week], measure))),
        ]),
        empty: say('insights.empty'),
        chart: { kind: 'stacked', columns: ['helpful', 'notHelpful', 'unrated'], most: course.length },
      },
      {
        id: 'ratings-by-topic',
        title: say('insights.outcomes.topics'),
        note: say('insights.outcomes.note'),
        columns: [{ id: 'topic', title: say('insights.column.topic'), kind: 'text' }, ...measured],
        rows: largest(byTopic, weeks)
          .slice(0, TOPICS)
          .map(({ key, row }) => [text(topicName(catalogue, say, key), key), ...measures(row)]),
        empty: say('insights.empty'),
      },
    ],
  }
}
