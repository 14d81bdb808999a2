import { addDays } from '../../../src/core/day.ts'
import type { Breakdown } from '../../../src/insights/disclosure/breakdown.ts'
import type { Count } from '../../../src/insights/disclosure/count.ts'
import type { Release, ReleasedTable } from '../../../src/insights/disclosure/release.ts'
import type { Filters } from '../../../src/insights/filters.ts'
import { mondayOf, spansOf, type Week, weekOfDay, weeksBetween } from '../../../src/insights/weeks.ts'
import { seeded } from '../a-year.ts'
import type { Asked } from '../counted.ts'

/** A whole month, and two weeks of the next. */
export const WEEKS = weeksBetween('2026-W45', '2026-W50')
const TOPICS = ['quota.annual', 'quota.single', 'tax.rates', 'mode.1210']
const CHANNELS = ['web', 'api', 'wechat']
const AUDIENCES = ['consumer', 'merchant', 'unknown']

/** The smallest things that are counted: a week, a topic, a channel and an audience. */
export type Atom = { week: Week; topic: string; channel: string; audience: string }
export const ATOMS: Atom[] = WEEKS.flatMap((week) =>
  TOPICS.flatMap((topic) =>
    CHANNELS.flatMap((channel) => AUDIENCES.map((audience) => ({ week, topic, channel, audience }))),
  ),
)

/** Something that is counted on some page: which atoms, what it is narrowed to, and how it is asked for. */
export type Target = {
  span: Week[]
  topic?: string | undefined
  channel?: string | undefined
  audience?: string | undefined
  by: Breakdown[]
  filters: Filters
}

/** A log as chance has it: busy or quiet, with a rare topic and a rare channel, from few people or many. */
export function someLog({ seed, rate, people }: { seed: number; rate: number; people: number }): Asked[] {
  const random = seeded(seed)
  return ATOMS.flatMap(({ week, topic, channel, audience }) => {
    const usual = rate * (topic === 'mode.1210' ? 0.15 : 1) * (channel === 'wechat' ? 0.2 : 1)
    const count = random() < 0.4 ? 0 : Math.floor(-Math.log(1 - random()) * usual)
    return Array.from({ length: count }, () => ({
      day: addDays(mondayOf(week), Math.floor(random() * 7)),
      asker: `asker ${Math.floor(random() * people)}`,
      topic,
      channel,
      audience: audience === 'unknown' ? null : audience,
    }))
  })
}

/** Every span that numbers are published for. */
export const SPANS: Week[][] = [...spansOf(WEEKS).map(({ weeks }) => weeks), ...WEEKS.map((week) => [week])]

const narrowings: Filters[] = [undefined, ...CHANNELS].flatMap((channel) =>
  [undefined, ...AUDIENCES].map((audience) => ({ channel, audience }) as Filters),
)
const breakdowns: Breakdown[][] = [
  [],
  ['topic'],
  ['channel'],
  ['audience'],
  ['topic', 'channel'],
  ['topic', 'audience'],
]

/** Everything that pages and exports can be asked for: every table, narrowed in every way, for every span (longer periods are sums of spans, which is tested elsewhere). */
export const TARGETS: Target[] = breakdowns.flatMap((by) =>
  narrowings.flatMap((filters) => {
    const values = (property: 'channel' | 'audience', all: string[]) =>
      filters[property] === undefined ? (by.includes(property) ? all : [undefined]) : [filters[property]]
    return (by.includes('topic') ? TOPICS : [undefined]).flatMap((topic) =>
      values('channel', CHANNELS).flatMap((channel) =>
        values('audience', AUDIENCES).flatMap((audience) =>
          SPANS.map((span) => ({ span, topic, channel, audience, by, filters })),
        ),
      ),
    )
  }),
)

/** What a thing is, whatever table it is read from: the same atoms. */
export const nameOf = ({ span, topic, channel, audience }: Target): string =>
  [span.join(' '), topic, channel, audience].join('|')

/** The atoms that a thing is the sum of, by their place. */
export const atomsOf = ({ span, topic, channel, audience }: Target): number[] =>
  ATOMS.flatMap((atom, index) =>
    span.includes(atom.week) &&
    (topic === undefined || atom.topic === topic) &&
    (channel === undefined || atom.channel === channel) &&
    (audience === undefined || atom.audience === audience)
      ? [index]
      : [],
  )

/** What was really asked, atom by atom. */
export function truthOf(log: readonly Asked[]): number[] {
  const counts = new Map<string, number>()
  const name = (...parts: string[]) => parts.join('|')
  for (const { day, topic = '', channel = '', audience } of log) {
    const key = name(weekOfDay(day), topic, channel, audience ?? 'unknown')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return ATOMS.map(({ week, topic, channel, audience }) => counts.get(name(week, topic, channel, audience)) ?? 0)
}

/** Reads everything. */
export async function readEverything(release: Release): Promise<{ target: Target; count: Count }[]> {
  const read: { target: Target; count: Count }[] = []
  const tables = new Map<string, ReleasedTable>()
  for (const target of TARGETS) {
    const { by, filters, span, topic, channel, audience } = target
    const keys = by.map(
      (property) => ({ topic, channel, audience })[property as 'topic' | 'channel' | 'audience'] ?? '',
    )
    const name = JSON.stringify([by, filters])
    const table = tables.get(name) ?? (await release.table(by, SPANS, filters))
    tables.set(name, table)
    read.push({ target, count: table.row(...keys).over(span) })
  }
  return read
}
