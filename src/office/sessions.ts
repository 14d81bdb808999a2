import { hash, randomBytes } from 'node:crypto'
import { type Account, ROLES } from '../core/account.ts'
import { type Database, tablesOf } from '../database/database.ts'
import { migrateOffice } from './migrations.ts'
import type { OfficeTables } from './schema.ts'

/** How somebody signed in. */
export type Method = 'password' | 'oidc'

/** How long a session lasts: unused, and at most. Milliseconds. */
export const IDLE = 60 * 60_000
export const LONGEST = 10 * 60 * 60_000
/** How often it is noted that a session is in use, in milliseconds. */
const NOTED = 60_000

/** Who is signed in, in all processes. */
export interface OfficeSessions {
  /**
   * Begins a session and returns its token, which is kept nowhere.
   * @param basis what it stands on: {@link find} with another one ends it
   */
  begin(account: Account, method: Method, basis: string): Promise<string>
  /**
   * Whose session a token is, if it has not ended.
   * @param basis what a session of a method has to stand on now; undefined: such sessions are no more
   */
  find(token: string, basis: (method: Method) => string | undefined): Promise<Account | undefined>
  end(token: string): Promise<void>
  /** Signs everybody out; how many. */
  endAll(): Promise<number>
}

/** The sessions in a database. */
export function officeSessions(database: Database, now: () => Date): OfficeSessions {
  const { db } = tablesOf<OfficeTables>(database)
  const before = (milliseconds: number) => new Date(now().getTime() - milliseconds).toISOString()
  const named = (token: string) => hash('sha256', token)

  return {
    async begin({ name, role }, method, basis) {
      await migrateOffice(database)
      const token = randomBytes(32).toString('base64url')
      const at = now().toISOString()
      await db
        .deleteFrom('office_session')
        .where((is) => is.or([is('seen', '<', before(IDLE)), is('began', '<', before(LONGEST))]))
        .execute()
      await db
        .insertInto('office_session')
        .values({ id: named(token), name, role, method, basis, began: at, seen: at })
        .execute()
      return token
    },
    async find(token, basis) {
      await migrateOffice(database)
      const id = named(token)
      const row = await db.selectFrom('office_session').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row || row.seen < before(IDLE) || row.began < before(LONGEST)) return undefined
      const role = ROLES.find((one) => one === row.role)
      const method = row.method === 'oidc' ? 'oidc' : 'password'
      if (role === undefined || basis(method) !== row.basis) return undefined
      if (row.seen < before(NOTED))
        await db.updateTable('office_session').set({ seen: now().toISOString() }).where('id', '=', id).execute()
      return { name: row.name, role }
    },
    async end(token) {
      await migrateOffice(database)
      await db.deleteFrom('office_session').where('id', '=', named(token)).execute()
    },
    async endAll() {
      await migrateOffice(database)
      const { numDeletedRows } = await db.deleteFrom('office_session').executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
