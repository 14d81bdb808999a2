import { isHidden } from '../disclosure/count.ts'
import { topicName } from './names.ts'
import { count, type MakeReport, text } from './report.ts'

/** How the explanations are used and rated, and when each was last reviewed. */
export const entries: MakeReport = async ({ release, catalogue, selection, say }) => {
  const { weeks, filters } = selection
  const table = await release.table(['entry'], [weeks], filters)
  const lines = catalogue.entries
    .map((entry) => ({ ...entry, row: table.row(entry.id), asked: table.row(entry.id).over(weeks) }))
    .sort((one, other) => other.asked.value - one.asked.value || (one.id < other.id ? -1 : 1))

  return {
    intro: say('insights.entries.intro'),
    tables: [
      {
        id: 'entries',
        title: say('insights.entries.table'),
        note: say('insights.entries.note'),
        columns: [
          { id: 'entry', title: say('insights.column.entry'), kind: 'text' },
          { id: 'topic', title: say('insights.column.topic'), kind: 'text' },
          { id: 'asked', title: say('insights.column.told'), kind: 'count' },
          { id: 'helpful', title: say('insights.measure.helpful'), kind: 'count' },
          { id: 'notHelpful', title: say('insights.measure.notHelpful'), kind: 'count' },
          { id: 'reviewed', title: say('insights.column.reviewed'), kind: 'day' },
        ],
        rows: lines.map(({ id, title, topic, reviewed, due, row, asked }) => [
          text(title, id),
          text(topicName(catalogue, say, topic), topic),
          count(asked),
          count(row.over(weeks, 'helpful')),
          count(row.over(weeks, 'notHelpful')),
          { kind: 'day', day: reviewed, due },
        ]),
        empty: say('insights.empty'),
        chart: {
          kind: 'bars',
          columns: ['asked'],
          most: Math.min(15, lines.filter(({ asked }) => !isHidden(asked)).length),
        },
      },
    ],
  }
}
