import { AUDIENCES } from '../../core/audience.ts'
import { CHANNELS } from '../../core/channel-id.ts'
import { type Count, estimate, isHidden, isWhole } from '../disclosure/count.ts'
import type { ReleasedTable } from '../disclosure/release.ts'
import { groupWords } from '../gaps/group.ts'
import { topicName } from '../reports/names.ts'
import { change } from '../reports/overview.ts'
import type { ReportParts } from '../reports/report.ts'
import { againstExpected, movedWith } from '../reports/topics.ts'
import { expectationFor, weeksBehind } from '../trends/expectation.ts'
import { directionOf } from '../trends/rate-ratio.ts'
import { singly, weeksUntil } from '../weeks.ts'
import type { BriefView, Harm, Place } from './brief.ts'

/** Weeks whose words are grouped at most: older words are gone. */
const WEEKS_OF_WORDS = 13
const UNKNOWN = 'unknown'

/** Reads what a brief is made of from the release: what rises, what nobody could be told, which false beliefs circulate, where and in which audience. */
export async function collect(
  { release, words, catalogue, selection, previous, say }: Omit<ReportParts, 'locale'>,
  harmOf: (misconception: string) => Harm,
): Promise<BriefView> {
  const { weeks, filters } = selection
  const behind = weeksBehind(weeks)
  const both = [weeks, previous]
  const behindToo = [...both, ...singly(behind)]
  const recent = weeksUntil(weeks.at(-1) ?? '', Math.min(weeks.length, WEEKS_OF_WORDS))
  const [total, topics, channels, entries, beliefs, said] = await Promise.all([
    release.table([], behindToo, filters),
    release.table(['topic'], behindToo, filters),
    release.table(['channel'], [weeks], filters),
    release.table(['entry'], [weeks], filters),
    release.table(['misconception'], both, filters),
    words(recent, filters),
  ])
  const [topicAudience, topicChannel, beliefAudience, beliefChannel] = await Promise.all([
    release.table(['topic', 'audience'], [weeks], filters),
    release.table(['topic', 'channel'], [weeks], filters),
    release.table(['misconception', 'audience'], [weeks], filters),
    release.table(['misconception', 'channel'], [weeks], filters),
  ])
  const numbers = { looked: 0, held: 0 }
  const look = (count: Count): Count => {
    numbers.looked++
    if (!isWhole(count)) numbers.held++
    return count
  }
  const most = (table: ReleasedTable, id: string, values: readonly string[]): string | undefined =>
    values
      .map((value) => ({ value, count: look(table.row(id, value).over(weeks)) }))
      .filter(({ count }) => !isHidden(count))
      .sort((one, other) => other.count.value - one.count.value)[0]?.value
  const placeOf = (id: string, byAudience: ReleasedTable, byChannel: ReleasedTable): Place => ({
    audience: most(byAudience, id, AUDIENCES),
    channel: most(byChannel, id, CHANNELS),
  })
  const known = behind.find((week) => !isHidden(total.row().over([week]))) ?? weeks[0] ?? ''
  const overall = total.row()
  const moved = movedWith(
    estimate(overall.over(weeks)),
    expectationFor(weeks, (week) => estimate(overall.over([week])), known),
  )
  const told = catalogue.entries
    .map((entry) => ({ ...entry, count: entries.row(entry.id).over(weeks) }))
    .filter(({ count }) => !isHidden(count))
    .sort((one, other) => other.count.value - one.count.value)
  const beliefKnown = new Map(catalogue.misconceptions.map((one) => [one.id, one]))

  return {
    asked: look(total.row().over(weeks)),
    before: look(total.row().over(previous)),
    channels: CHANNELS.map((id) => ({ id, count: look(channels.row(id).over(weeks)) })),
    numbers,
    topics: topics.rows.flatMap((row) => {
      const id = row.keys[0] ?? UNKNOWN
      const asked = look(row.over(weeks))
      if (isHidden(asked) || id === 'other') return []
      const expected = expectationFor(weeks, (week) => estimate(row.over([week])), known)
      const against = againstExpected(estimate(asked), expected, moved)
      const direction = directionOf(against)
      return [
        {
          id,
          name: topicName(catalogue, say, id),
          asked,
          against,
          direction,
          entry: told.find(({ topic }) => topic === id)?.id,
          helpful: row.over(weeks, 'helpful'),
          notHelpful: row.over(weeks, 'notHelpful'),
          place:
            direction === 'rising'
              ? placeOf(id, topicAudience, topicChannel)
              : { audience: undefined, channel: undefined },
        },
      ]
    }),
    gaps: groupWords(said).map((group) => ({ ...group, count: look(group.count) })),
    beliefs: beliefs.rows.flatMap((row) => {
      const id = row.keys[0] ?? UNKNOWN
      const asked = look(row.over(weeks))
      const belief = beliefKnown.get(id)
      if (isHidden(asked) || belief === undefined) return []
      return [
        {
          id,
          belief: belief.belief,
          topic: belief.topic,
          entry: belief.entry,
          harm: harmOf(id),
          asked,
          change: change(asked, row.over(previous)),
          place: placeOf(id, beliefAudience, beliefChannel),
        },
      ]
    }),
  }
}
