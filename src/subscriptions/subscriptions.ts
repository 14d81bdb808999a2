import { createHash } from 'node:crypto'
import type { Address } from '../core/address.ts'
import type { Subject, Subscriptions } from '../core/subscription.ts'
import { type Database, tablesOf } from '../database/database.ts'
import type { SubscriptionTables } from './schema.ts'

/** Wishes one person may have: more is no wish to be told, but a mirror of the site. */
const MOST = 50

/** Names a person within a channel, in a form that is no use elsewhere. */
export const personOf = ({ channel, speaker }: Pick<Address, 'channel' | 'speaker'>): string =>
  createHash('sha256').update(`${channel}\n${speaker}`).digest('hex')

export const keyOf = (subject: Subject): string =>
  'entry' in subject ? `entry:${subject.entry}` : `topic:${subject.topic}`

const subjectOf = (key: string): Subject => {
  const [kind, ...rest] = key.split(':')
  return kind === 'topic' ? { topic: rest.join(':') } : { entry: rest.join(':') }
}

/** Subscriptions in a database whose tables are there already. */
export function subscriptionsIn(database: Database, { now }: { now: () => Date }): Subscriptions {
  const { transaction, db } = tablesOf<SubscriptionTables>(database)
  return {
    add: (address, subject, locale) =>
      transaction(async (tx) => {
        const person = personOf(address)
        const held = await tx.selectFrom('subscription').select('subject').where('person', '=', person).execute()
        const key = keyOf(subject)
        if (held.length >= MOST && !held.some((one) => one.subject === key)) return false
        const how = { channel: address.channel, speaker: address.speaker, address: address.to, locale }
        await tx
          .insertInto('subscription')
          .values({ person, subject: key, ...how, since: now().toISOString() })
          .onConflict((conflict) => conflict.columns(['person', 'subject']).doUpdateSet(how))
          .execute()
        // Whoever writes from a new address is reached there for all their wishes.
        await tx.updateTable('subscription').set(how).where('person', '=', person).execute()
        return true
      }),

    remove: (who, subject) =>
      transaction(async (tx) => {
        const person = personOf(who)
        let removal = tx.deleteFrom('subscription').where('person', '=', person)
        if (subject) removal = removal.where('subject', '=', keyOf(subject))
        const { numDeletedRows } = await removal.executeTakeFirstOrThrow()
        const left = await tx
          .selectFrom('subscription')
          .select('subject')
          .where('person', '=', person)
          .limit(1)
          .execute()
        if (left.length === 0) await tx.deleteFrom('tiding').where('person', '=', person).execute()
        return Number(numDeletedRows)
      }),

    async of(who) {
      const rows = await db
        .selectFrom('subscription')
        .select('subject')
        .where('person', '=', personOf(who))
        .orderBy('since')
        .orderBy('subject')
        .execute()
      return rows.map(({ subject }) => subjectOf(subject))
    },
  }
}
