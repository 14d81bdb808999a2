import { AUDIENCES } from '../../core/audience.ts'
import { CHANNELS } from '../../core/channel-id.ts'
import { type Count, isHidden, sum } from '../disclosure/count.ts'
import { topicName, valueName } from './names.ts'
import { change } from './overview.ts'
import { count, type MakeReport, type Table, text } from './report.ts'

const NONE = 'unknown'

/** Which false beliefs circulate, how often, about what, in which audience and on which channel. */
export const misconceptions: MakeReport = async ({ release, catalogue, selection, previous, say }) => {
  const { weeks, filters } = selection
  const all = [...previous, ...weeks]
  const [beliefs, byAudience, byChannel] = await Promise.all([
    release.table(['misconception'], all, filters),
    release.table(['misconception', 'audience'], weeks, filters),
    release.table(['misconception', 'channel'], weeks, filters),
  ])
  const known = new Map(catalogue.misconceptions.map((one) => [one.id, one]))
  const lines = beliefs.rows
    .map((row) => ({ id: row.keys[0] ?? '', now: row.over(weeks), before: row.over(previous) }))
    .filter(({ id, now }) => id !== NONE && !isHidden(now))
    .sort((one, other) => other.now.value - one.now.value || (one.id < other.id ? -1 : 1))
  const belief = (id: string) => text(known.get(id)?.belief ?? id, id)
  const topicOf = (id: string) => known.get(id)?.topic ?? 'other'
  const topics = [...Map.groupBy(lines, ({ id }) => topicOf(id))]
    .map(([topic, some]) => ({
      topic,
      number: sum(
        some.map(({ now }) => now),
        5,
      ),
    }))
    .sort((one, other) => other.number.value - one.number.value)

  const crossed = (
    property: 'audience' | 'channel',
    values: readonly string[],
    number: (id: string, value: string) => Count,
  ): Table => {
    const shown = lines.filter(({ id }) => values.some((value) => !isHidden(number(id, value))))
    return {
      id: `by-${property}`,
      title: say(`insights.misconceptions.by-${property}`),
      note: say('insights.crossed'),
      columns: [
        { id: 'misconception', title: say('insights.column.belief'), kind: 'text' },
        ...values.map((value) => ({ id: value, title: valueName(say, property, value), kind: 'count' }) as const),
      ],
      rows: shown.map(({ id }) => [belief(id), ...values.map((value) => count(number(id, value)))]),
      empty: say('insights.empty'),
    }
  }
  const seen = CHANNELS.filter((channel) => lines.some(({ id }) => !isHidden(byChannel.row(id, channel).over(weeks))))

  return {
    intro: say('insights.misconceptions.intro'),
    tables: [
      {
        id: 'misconceptions',
        title: say('insights.misconceptions.table'),
        columns: [
          { id: 'misconception', title: say('insights.column.belief'), kind: 'text' },
          { id: 'topic', title: say('insights.column.topic'), kind: 'text' },
          { id: 'asked', title: say('insights.column.held'), kind: 'count' },
          { id: 'before', title: say('insights.column.before'), kind: 'count' },
          { id: 'change', title: say('insights.column.change'), kind: 'ratio' },
        ],
        rows: lines.map(({ id, now, before }) => [
          belief(id),
          text(topicName(catalogue, say, topicOf(id)), topicOf(id)),
          count(now),
          count(before),
          { kind: 'ratio', ratio: change(now, before) },
        ]),
        empty: say('insights.empty'),
        chart: { kind: 'bars', columns: ['asked', 'before'], most: 10 },
      },
      {
        id: 'by-topic',
        title: say('insights.misconceptions.by-topic'),
        columns: [
          { id: 'topic', title: say('insights.column.topic'), kind: 'text' },
          { id: 'asked', title: say('insights.column.held'), kind: 'count' },
        ],
        rows: topics.map(({ topic, number }) => [text(topicName(catalogue, say, topic), topic), count(number)]),
        empty: say('insights.empty'),
      },
      crossed('audience', [...AUDIENCES, 'unknown'], (id, value) => byAudience.row(id, value).over(weeks)),
      crossed('channel', seen.length > 0 ? seen : CHANNELS, (id, value) => byChannel.row(id, value).over(weeks)),
    ],
  }
}
