import { AUDIENCES } from '../../core/audience.ts'
import { CHANNELS } from '../../core/channel-id.ts'
import { type Count, estimate, isHidden } from '../disclosure/count.ts'
import { shareOf } from '../trends/rate-ratio.ts'
import { topicName, valueName } from './names.ts'
import { change, largest } from './overview.ts'
import { count, type MakeReport, type Table, text } from './report.ts'

const NONE = 'unknown'

/** Which false beliefs circulate, how often, about what, in which audience and on which channel. */
export const misconceptions: MakeReport = async ({ release, catalogue, selection, previous, say }) => {
  const { weeks, filters } = selection
  const both = [weeks, previous]
  // With no belief known, none is held.
  const ids = catalogue.misconceptions.map(({ id }) => id)
  const any = { name: 'misconception', misconceptions: ids.length > 0 ? ids : ['none'] }
  const [total, held, topics, beliefs, byAudience, byChannel] = await Promise.all([
    release.table([], both, filters),
    release.table([], both, filters, any),
    release.table(['topic'], both, filters, any),
    release.table(['misconception'], both, filters),
    release.table(['misconception', 'audience'], [weeks], filters),
    release.table(['misconception', 'channel'], [weeks], filters),
  ])
  const [asked, now] = [total.row().over(weeks), held.row().over(weeks)]
  const known = new Map(catalogue.misconceptions.map((one) => [one.id, one]))
  const lines = beliefs.rows
    .map((row) => ({ id: row.keys[0] ?? '', now: row.over(weeks), before: row.over(previous) }))
    .filter(({ id, now }) => id !== NONE && !isHidden(now))
    .sort((one, other) => other.now.value - one.now.value || (one.id < other.id ? -1 : 1))
  const belief = (id: string) => text(known.get(id)?.belief ?? id, id)
  const topicOf = (id: string) => known.get(id)?.topic ?? 'other'
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
      empty: say('insights.empty-crossed'),
    }
  }
  const seen = CHANNELS.filter((channel) => lines.some(({ id }) => !isHidden(byChannel.row(id, channel).over(weeks))))

  return {
    intro: say('insights.misconceptions.intro'),
    figures: [
      { title: say('insights.column.held'), value: count(now) },
      {
        title: say('insights.misconceptions.share'),
        value: {
          kind: 'share',
          share: isHidden(now) || isHidden(asked) ? undefined : shareOf(estimate(now), estimate(asked)),
        },
      },
      { title: say('insights.column.change'), value: { kind: 'ratio', ratio: change(now, held.row().over(previous)) } },
    ],
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
        empty: say('insights.misconceptions.empty'),
        chart: { kind: 'bars', columns: ['asked', 'before'], most: 10 },
      },
      {
        id: 'by-topic',
        title: say('insights.misconceptions.by-topic'),
        note: say('insights.crossed'),
        columns: [
          { id: 'topic', title: say('insights.column.topic'), kind: 'text' },
          { id: 'asked', title: say('insights.column.held'), kind: 'count' },
          { id: 'before', title: say('insights.column.before'), kind: 'count' },
        ],
        rows: largest(topics, weeks).map(({ key, number, row }) => [
          text(topicName(catalogue, say, key), key),
          count(number),
          count(row.over(previous)),
        ]),
        empty: say('insights.empty-crossed'),
      },
      crossed('audience', [...AUDIENCES, 'unknown'], (id, value) => byAudience.row(id, value).over(weeks)),
      crossed('channel', seen.length > 0 ? seen : CHANNELS, (id, value) => byChannel.row(id, value).over(weeks)),
    ],
  }
}
