import { createHash } from 'node:crypto'
import type { ChannelId } from '../core/channel-id.ts'
import type { Handover, HandoverState, Handovers } from '../core/handover.ts'
import type { Locale } from '../core/locale.ts'
import { type Database, tablesOf } from '../database/database.ts'
import { newReference } from './reference.ts'
import { replyTimes } from './reply-times.ts'
import type { HandoverRow, HandoverTables } from './schema.ts'

/** Questions of one person that may wait at a time. */
const MOST_WAITING = 3

/** How often it is tried to write back. */
const MOST_ATTEMPTS = 20

const hash = (channel: string, speaker: string) => createHash('sha256').update(`${channel}\n${speaker}`).digest('hex')

const fromRow = (row: HandoverRow): Handover => ({
  reference: row.reference,
  state: row.state as HandoverState,
  question: row.question,
  locale: row.locale as Locale,
  topic: row.topic,
  channel: row.channel as ChannelId,
  ...(row.address !== null && {
    address: { channel: row.channel as ChannelId, speaker: row.speaker ?? '', to: row.address },
  }),
  asked: row.asked,
  claimedBy: row.claimed_by ?? undefined,
  answered: row.answered ?? undefined,
  answer: row.answer ?? undefined,
  reached: row.delivery === 'reached',
})

/** The inbox in a database whose table is there already. */
export function handoversIn(database: Database, { now }: { now: () => Date }): Handovers {
  const { db, transaction } = tablesOf<HandoverTables>(database)
  const moment = () => now().toISOString()

  /** Moves one on, if it stands as it must: the one statement that several officers may race for. */
  async function move(
    reference: string,
    from: { state: HandoverState; by?: string },
    to: Partial<HandoverRow>,
  ): Promise<boolean> {
    let update = db.updateTable('handover').set(to).where('reference', '=', reference).where('state', '=', from.state)
    if (from.by !== undefined) update = update.where('claimed_by', '=', from.by)
    const { numUpdatedRows } = await update.executeTakeFirstOrThrow()
    return numUpdatedRows > 0n
  }

  return {
    hand: ({ question, locale, topic, channel, address }, speaker) =>
      transaction(async (tx) => {
        const person = hash(channel, speaker)
        const waiting = await tx
          .selectFrom('handover')
          .select('reference')
          .where('person', '=', person)
          .where('state', 'in', ['open', 'claimed'])
          .limit(MOST_WAITING)
          .execute()
        if (waiting.length >= MOST_WAITING) return undefined
        const reference = newReference()
        await tx
          .insertInto('handover')
          .values({
            reference,
            state: 'open',
            question,
            locale,
            topic,
            channel,
            person,
            speaker: address?.speaker ?? null,
            address: address?.to ?? null,
            asked: moment(),
            claimed_by: null,
            claimed: null,
            answered: null,
            answer: null,
            delivery: 'none',
            attempts: 0,
          })
          .execute()
        return reference
      }),

    async look(reference) {
      const row = await db.selectFrom('handover').selectAll().where('reference', '=', reference).executeTakeFirst()
      if (!row) return undefined
      if (row.state === 'answered' && row.delivery !== 'reached')
        await db.updateTable('handover').set({ delivery: 'reached' }).where('reference', '=', reference).execute()
      return fromRow(row)
    },

    async see(reference) {
      const row = await db.selectFrom('handover').selectAll().where('reference', '=', reference).executeTakeFirst()
      return row && fromRow(row)
    },

    async list(states, most) {
      const rows = await db
        .selectFrom('handover')
        .selectAll()
        .where('state', 'in', [...states])
        .orderBy('asked')
        .orderBy('reference')
        .limit(most)
        .execute()
      return rows.map(fromRow)
    },

    claim: (reference, officer) =>
      move(reference, { state: 'open' }, { state: 'claimed', claimed_by: officer, claimed: moment() }),
    release: (reference, officer) =>
      move(reference, { state: 'claimed', by: officer }, { state: 'open', claimed_by: null, claimed: null }),
    close: (reference, officer) => move(reference, { state: 'claimed', by: officer }, { state: 'closed' }),
    async answer(reference, officer, text) {
      const row = await db
        .selectFrom('handover')
        .select('address')
        .where('reference', '=', reference)
        .executeTakeFirst()
      return move(
        reference,
        { state: 'claimed', by: officer },
        {
          state: 'answered',
          answered: moment(),
          answer: text,
          delivery: row?.address === null ? 'kept' : 'waiting',
        },
      )
    },

    async undelivered() {
      const rows = await db
        .updateTable('handover')
        .set(({ eb }) => ({ delivery: 'leaving', attempts: eb('attempts', '+', 1) }))
        .where('delivery', '=', 'waiting')
        .where('attempts', '<', MOST_ATTEMPTS)
        .returningAll()
        .execute()
      return rows.map(fromRow)
    },

    async delivered(reference, reached) {
      await db
        .updateTable('handover')
        .set({ delivery: reached ? 'reached' : 'waiting' })
        .where('reference', '=', reference)
        .where('delivery', '=', 'leaving')
        .execute()
    },

    async times(from) {
      const rows = await db
        .selectFrom('handover')
        .select(['asked', 'answered', 'state'])
        .where('asked', '>=', from)
        .execute()
      return replyTimes(rows)
    },

    async forgetBefore(before) {
      const { numDeletedRows } = await db
        .deleteFrom('handover')
        .where('asked', '<', before)
        .where('state', 'in', ['answered', 'closed'])
        .executeTakeFirstOrThrow()
      if (numDeletedRows > 0n) await database.scrub('handover')
      return Number(numDeletedRows)
    },
  }
}
