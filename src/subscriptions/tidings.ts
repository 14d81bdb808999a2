import type { Address, WriteTo } from '../core/address.ts'
import type { ChannelId } from '../core/channel-id.ts'
import type { Day } from '../core/day.ts'
import type { EntryId } from '../core/entry.ts'
import type { Locale } from '../core/locale.ts'
import { type Database, tablesOf } from '../database/database.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { SubscriptionTables } from './schema.ts'
import { type Difference, differenceBetween, markOf, type Standing, standings } from './standing.ts'
import { keyOf } from './subscriptions.ts'

/** A change of an entry, as people are told of it. */
export type Change = { entry: EntryId; difference: Difference }

export type TidingsParts = {
  database: Database
  /** Words the changes one person is told of, in one message. */
  word: (changes: Change[], locale: Locale) => string
  writeTo: WriteTo
  now: () => Date
}

/** How often it is tried to reach a channel that is away. */
const MOST_ATTEMPTS = 20

/** A channel that is away is tried again after two minutes, four, eight and so on, up to most of a day, in milliseconds. */
const MINUTE = 60 * 1000

/** Rows written in one statement. */
const PAGE = 200

/**
 * Looks for what has changed since somebody last looked, and puts down who is to be told. Only one process does at a time; whoever comes
 * later finds nothing new. The very first look has nothing to compare with and tells nobody.
 */
export async function noteChanges(
  { database, now }: Pick<TidingsParts, 'database' | 'now'>,
  knowledge: Knowledge,
  today: Day,
): Promise<number> {
  const { alone } = tablesOf<SubscriptionTables>(database)
  const found = await alone('tidings', async (tx) => {
    const seen = new Map(
      (await tx.selectFrom('entry_seen').selectAll().execute()).map(({ entry, standing }) => [
        entry,
        JSON.parse(standing) as Standing,
      ]),
    )
    const first = seen.size === 0
    const at = now().toISOString()
    let tidings = 0
    for (const [entry, standing] of standings(knowledge, today)) {
      const before = seen.get(entry)
      const difference = before && differenceBetween(before, standing)
      if (before && !difference) continue
      const row = { entry, standing: JSON.stringify(standing) }
      await tx
        .insertInto('entry_seen')
        .values(row)
        .onConflict((conflict) => conflict.column('entry').doUpdateSet({ standing: row.standing }))
        .execute()
      if (first || !difference) continue
      const topic = knowledge.entries.get(entry)?.topic ?? ''
      const people = await tx
        .selectFrom('subscription')
        .select('person')
        .distinct()
        .where('subject', 'in', [keyOf({ entry }), keyOf({ topic })])
        .execute()
      const rows = people.map(({ person }) => ({
        person,
        change: `${entry}@${markOf(standing)}`,
        difference: JSON.stringify({ entry, difference } satisfies Change),
        state: 'waiting',
        attempts: 0,
        at,
      }))
      for (let from = 0; from < rows.length; from += PAGE)
        await tx
          .insertInto('tiding')
          .values(rows.slice(from, from + PAGE))
          .onConflict((conflict) => conflict.columns(['person', 'change']).doNothing())
          .execute()
      tidings += rows.length
    }
    return tidings
  })
  return found ?? 0
}

/**
 * Writes to everybody who is waiting to be told, one message each. A message is marked as sent before it leaves: a process that dies in
 * between has told nobody twice. Returns how many messages left.
 */
export async function tellWaiting({ database, word, writeTo, now }: TidingsParts): Promise<number> {
  const { db } = tablesOf<SubscriptionTables>(database)
  const waiting = await db
    .selectFrom('tiding')
    .select('person')
    .distinct()
    .where('state', '=', 'waiting')
    .where('attempts', '<', MOST_ATTEMPTS)
    .where('at', '<=', now().toISOString())
    .limit(PAGE)
    .execute()
  let sent = 0
  for (const { person } of waiting) {
    const claimed = await db
      .updateTable('tiding')
      .set(({ eb }) => ({ state: 'sent', attempts: eb('attempts', '+', 1) }))
      .where('person', '=', person)
      .where('state', '=', 'waiting')
      .returning(['change', 'difference', 'attempts'])
      .execute()
    const who = await db.selectFrom('subscription').selectAll().where('person', '=', person).limit(1).executeTakeFirst()
    if (claimed.length === 0 || !who) continue
    const address: Address = { channel: who.channel as ChannelId, speaker: who.speaker, to: who.address }
    const locale = who.locale as Locale
    const changes = claimed.map(({ difference }) => JSON.parse(difference) as Change)
    const became = await writeTo(address, { text: word(changes, locale), locale })
    if (became === 'sent') sent++
    if (became === 'gone') await db.deleteFrom('subscription').where('person', '=', person).execute()
    if (became === 'away') {
      const tried = Math.max(...claimed.map(({ attempts }) => attempts))
      await db
        .updateTable('tiding')
        .set({ state: 'waiting', at: new Date(now().getTime() + MINUTE * 2 ** Math.min(tried, 10)).toISOString() })
        .where('person', '=', person)
        .where(
          'change',
          'in',
          claimed.map(({ change }) => change),
        )
        .execute()
    }
  }
  return sent
}
