import { randomUUID } from 'node:crypto'
import { type Database, tablesOf } from '../database/database.ts'
import { migrateOffice } from './migrations.ts'
import type { OfficeTables } from './schema.ts'

/** What can be done: look at a page, look at a chart in it, take an export away, change something, sign in and out, be refused. */
export const DEEDS = ['view', 'chart', 'export', 'change', 'sign-in', 'sign-out', 'refused'] as const
export type Deed = (typeof DEEDS)[number]

/** Who did what, when. Never a word of a question. */
export type AuditLine = {
  /** When, ISO 8601 in UTC. */
  at: string
  who: string
  role: string
  did: Deed
  /** The page, export or control, by its path. */
  what: string
  /** Filters of a view, or what a change says. */
  detail: Record<string, string>
}

/** The audit log: it can be added to and read, and nothing else. */
export interface Audit {
  record(line: Omit<AuditLine, 'at'>): Promise<void>
  /** The latest lines, newest first. @param before only what was recorded before this moment */
  latest(most: number, options?: { did?: readonly Deed[]; before?: string }): Promise<AuditLine[]>
}

/** The audit log in a database. */
export function officeAudit(database: Database, now: () => Date): Audit {
  const { db } = tablesOf<OfficeTables>(database)
  let written = 0
  /** Lines of one process and one millisecond stay in order. */
  const nextId = () => `${String(++written).padStart(12, '0')}-${randomUUID()}`
  return {
    async record({ who, role, did, what, detail }) {
      await migrateOffice(database)
      await db
        .insertInto('office_audit')
        .values({ id: nextId(), at: now().toISOString(), who, role, did, what, detail: JSON.stringify(detail) })
        .execute()
    },
    async latest(most, { did, before } = {}) {
      await migrateOffice(database)
      let query = db.selectFrom('office_audit').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(most)
      if (did) query = query.where('did', 'in', did)
      if (before !== undefined) query = query.where('at', '<', before)
      return (await query.execute()).map(({ at, who, role, did, what, detail }) => ({
        at,
        who,
        role,
        did: DEEDS.find((deed) => deed === did) ?? 'view',
        what,
        detail: JSON.parse(detail) as Record<string, string>,
      }))
    },
  }
}
