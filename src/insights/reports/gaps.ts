import { DECLINED } from '../../core/answer.ts'
import { isHidden } from '../disclosure/count.ts'
import type { ReleasedTable } from '../disclosure/release.ts'
import { groupWords } from '../gaps/group.ts'
import { type Week, weeksUntil } from '../weeks.ts'
import { topicName } from './names.ts'
import { change } from './overview.ts'
import { type Column, count, type MakeReport, text } from './report.ts'

/** Weeks whose words are grouped at most, the latest: words are kept for about so long, and older ones are gone. */
const WEEKS_OF_WORDS = 13
const GROUPS = 30
const PHRASES = 20

const GAP_OUTCOMES = ['declined', 'clarified'] as const

/** What nobody could be told: questions declined, asked back, or met with "none of these", grouped by the words they share. */
export const gaps: MakeReport = async ({ release, words, catalogue, selection, previous, say }) => {
  const { weeks, filters } = selection
  const recent = weeksUntil(weeks.at(-1) ?? '', Math.min(weeks.length, WEEKS_OF_WORDS))
  const [reasons, byTopic, said] = await Promise.all([
    release.table(['reason'], [weeks, previous], filters),
    release.table(['topic', 'outcome'], [weeks], filters),
    words(recent, filters),
  ])
  const kinds = ['clarified', ...DECLINED.map((why) => `declined:${why}`)]

  return {
    intro: say('insights.gaps.intro'),
    tables: [
      {
        id: 'kinds',
        title: say('insights.gaps.kinds'),
        columns: [
          { id: 'kind', title: say('insights.column.kind'), kind: 'text' },
          { id: 'asked', title: say('insights.column.asked'), kind: 'count' },
          { id: 'before', title: say('insights.column.before'), kind: 'count' },
          { id: 'change', title: say('insights.column.change'), kind: 'ratio' },
        ],
        rows: kinds.map((kind) => {
          const row = reasons.row(kind)
          const [now, before] = [row.over(weeks), row.over(previous)]
          return [
            text(say(`insights.gap.${kind.replace('declined:', '')}`), kind),
            count(now),
            count(before),
            { kind: 'ratio', ratio: change(now, before) },
          ]
        }),
        empty: say('insights.empty'),
        chart: { kind: 'bars', columns: ['asked', 'before'], most: kinds.length },
      },
      {
        id: 'by-topic',
        title: say('insights.gaps.by-topic'),
        note: say('insights.crossed'),
        columns: [
          { id: 'topic', title: say('insights.column.topic'), kind: 'text' },
          ...GAP_OUTCOMES.map((id): Column => ({ id, title: say(`insights.outcome.${id}`), kind: 'count' })),
        ],
        rows: topicsWithGaps(byTopic, weeks).map((topic) => [
          text(topicName(catalogue, say, topic), topic),
          ...GAP_OUTCOMES.map((outcome) => count(byTopic.row(topic, outcome).over(weeks))),
        ]),
        empty: say('insights.empty-crossed'),
      },
      {
        id: 'groups',
        title: say('insights.gaps.groups'),
        note: say('insights.gaps.note', { weeks: recent.length }),
        columns: [
          { id: 'words', title: say('insights.column.words'), kind: 'text' },
          { id: 'asked', title: say('insights.column.asked'), kind: 'count' },
        ],
        rows: groupWords(said)
          .slice(0, GROUPS)
          .map(({ words: names, count: size }) => [text(names.join(say('insights.list'))), count(size)]),
        empty: say('insights.gaps.empty'),
        chart: { kind: 'bars', columns: ['asked'], most: 15 },
      },
      {
        id: 'phrases',
        title: say('insights.gaps.phrases'),
        note: say('insights.gaps.phrases-note'),
        columns: [
          { id: 'phrase', title: say('insights.column.phrase'), kind: 'text' },
          { id: 'asked', title: say('insights.column.asked'), kind: 'count' },
        ],
        rows: [...said.phrases]
          .sort(([, one], [, other]) => other.value - one.value)
          .slice(0, PHRASES)
          .map(([phrase, size]) => [text(phrase), count(size)]),
        empty: say('insights.gaps.no-phrases'),
      },
    ],
  }
}

/** Topics of whose gaps something may be seen, the largest first. */
function topicsWithGaps(table: ReleasedTable, weeks: readonly Week[]): string[] {
  const sizes = new Map<string, number>()
  for (const { keys, over } of table.rows) {
    const [topic = '', outcome] = keys
    if (GAP_OUTCOMES.some((one) => one === outcome) && !isHidden(over(weeks)))
      sizes.set(topic, (sizes.get(topic) ?? 0) + over(weeks).value)
  }
  return [...sizes].sort(([, one], [, other]) => other - one).map(([topic]) => topic)
}
