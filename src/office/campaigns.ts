import { randomUUID } from 'node:crypto'
import { AUDIENCES, type Audience } from '../core/audience.ts'
import { CHANNELS, type ChannelId } from '../core/channel-id.ts'
import type { Day } from '../core/day.ts'
import type { TopicId } from '../core/topic.ts'
import { type Database, tablesOf } from '../database/database.ts'
import { migrateOffice } from './migrations.ts'
import type { OfficeTables } from './schema.ts'

/** Something that was done to reach the public, to be measured. */
export type Campaign = {
  id: string
  name: string
  /** First and last day, both included. */
  starts: Day
  ends: Day
  /** What it was about. */
  topics: TopicId[]
  /** Whom it was for; undefined: everybody. */
  audience: Audience | undefined
  /** Where it ran; undefined: everywhere. */
  channel: ChannelId | undefined
  link: string
  /** Who recorded it, and when. */
  who: string
  at: string
}

/** What the office has done to reach the public. */
export interface Campaigns {
  /** Latest first. */
  list(): Promise<Campaign[]>
  add(campaign: Omit<Campaign, 'id' | 'at'>): Promise<string>
  remove(id: string): Promise<void>
}

/** The campaigns in a database. */
export function campaignsIn(database: Database, now: () => Date): Campaigns {
  const { db } = tablesOf<OfficeTables>(database)
  return {
    async list() {
      await migrateOffice(database)
      const rows = await db.selectFrom('office_campaign').selectAll().orderBy('starts', 'desc').orderBy('id').execute()
      return rows.map(({ topics, audience, channel, ...row }) => ({
        ...row,
        topics: JSON.parse(topics) as TopicId[],
        audience: AUDIENCES.find((one) => one === audience),
        channel: CHANNELS.find((one) => one === channel),
      }))
    },
    async add({ topics, audience = '', channel = '', ...campaign }) {
      await migrateOffice(database)
      const row = { id: randomUUID(), at: now().toISOString(), ...campaign, topics: JSON.stringify(topics) }
      await db
        .insertInto('office_campaign')
        .values({ ...row, audience, channel })
        .execute()
      return row.id
    },
    async remove(id) {
      await migrateOffice(database)
      await db.deleteFrom('office_campaign').where('id', '=', id).execute()
    },
  }
}
