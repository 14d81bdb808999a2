import { AUDIENCES } from '../../core/audience.ts'
import { CHANNELS } from '../../core/channel-id.ts'
import { LOCALES } from '../../core/locale.ts'
import { estimate, isHidden } from '../disclosure/count.ts'
import type { ReleasedTable } from '../disclosure/release.ts'
import { rateRatio, shareOf } from '../trends/rate-ratio.ts'
import { mondayOf, singly, weeksUntil } from '../weeks.ts'
import { topicName, valueName } from './names.ts'
import { count, type MakeReport, type Table, text } from './report.ts'

/** Weeks that the course of the questions is shown for, or as many as were selected. */
const COURSE = 13
/** Topics that the overview names. */
const LEADING = 10

/** How much was asked, by whom, through which channels, and about what. */
export const overview: MakeReport = async ({ release, catalogue, selection, previous, say }) => {
  const { weeks, filters } = selection
  const course = weeksUntil(weeks.at(-1) ?? '', Math.max(COURSE, weeks.length))
  const both = [weeks, previous]
  const [total, topics, channels, languages, audiences] = await Promise.all([
    release.table([], [...both, ...singly(course)], filters),
    release.table(['topic'], both, filters),
    release.table(['channel'], both, filters),
    release.table(['language'], both, filters),
    release.table(['audience'], both, filters),
  ])
  const asked = total.row().over(weeks)
  const before = total.row().over(previous)
  const properties = { channel: channels, language: languages, audience: audiences }
  const values = { channel: CHANNELS, language: LOCALES, audience: [...AUDIENCES, 'unknown'] }
  const compared = { title: say('insights.column.change'), id: 'change', kind: 'ratio' } as const

  const byProperty = (property: keyof typeof properties): Table => ({
    id: `by-${property}`,
    title: say(`insights.overview.by-${property}`),
    columns: [
      { id: property, title: say(`insights.filter.${property}`), kind: 'text' },
      { id: 'asked', title: say('insights.column.asked'), kind: 'count' },
      { id: 'share', title: say('insights.column.share'), kind: 'share' },
    ],
    rows: values[property].map((value) => {
      const number = properties[property].row(value).over(weeks)
      const share = isHidden(number) || isHidden(asked) ? undefined : shareOf(estimate(number), estimate(asked))
      return [text(valueName(say, property, value), value), count(number), { kind: 'share', share }]
    }),
    empty: say('insights.empty'),
  })

  return {
    intro: say('insights.overview.intro'),
    figures: [
      { title: say('insights.column.asked'), value: count(asked) },
      { title: say('insights.overview.before'), value: count(before) },
      {
        title: say('insights.column.change'),
        value: { kind: 'ratio', ratio: change(asked, before) },
        note: say('insights.interval'),
      },
    ],
    tables: [
      {
        id: 'weeks',
        title: say('insights.overview.weeks'),
        columns: [
          { id: 'week', title: say('insights.column.week'), kind: 'text' },
          { id: 'asked', title: say('insights.column.asked'), kind: 'count' },
        ],
        rows: course.map((week) => [text(mondayOf(week), week), count(total.row().over([week]))]),
        empty: say('insights.empty'),
        chart: { kind: 'lines', columns: ['asked'], most: course.length },
      },
      {
        id: 'leading',
        title: say('insights.overview.leading'),
        columns: [
          { id: 'topic', title: say('insights.column.topic'), kind: 'text' },
          { id: 'asked', title: say('insights.column.asked'), kind: 'count' },
          { id: 'before', title: say('insights.column.before'), kind: 'count' },
          compared,
        ],
        rows: largest(topics, weeks)
          .slice(0, LEADING)
          .map(({ key, number, row }) => [
            text(topicName(catalogue, say, key), key),
            count(number),
            count(row.over(previous)),
            { kind: 'ratio', ratio: change(number, row.over(previous)) },
          ]),
        empty: say('insights.empty'),
        chart: { kind: 'bars', columns: ['asked', 'before'], most: LEADING },
      },
      ...(['channel', 'language', 'audience'] as const).map(byProperty),
    ],
  }
}

/** One period against another, unless something of either is held back. */
export const change = (now: Parameters<typeof estimate>[0], before: Parameters<typeof estimate>[0]) =>
  isHidden(now) || isHidden(before) ? undefined : rateRatio(estimate(now), estimate(before))

/** The lines of a table with one key of which anything may be seen in a period, largest first. */
export const largest = (table: ReleasedTable, weeks: readonly string[]) =>
  table.rows
    .map((row) => ({ key: row.keys[0] ?? '', row, number: row.over(weeks) }))
    .filter(({ number }) => !isHidden(number))
    .sort((one, other) => other.number.value - one.number.value || (one.key < other.key ? -1 : 1))
