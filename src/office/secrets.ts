import { type Database, tablesOf } from '../database/database.ts'
import { migrateOffice } from './migrations.ts'
import type { OfficeTables } from './schema.ts'

/** A secret, and whether it was made just now. */
export type KeptSecret = { value: string; isNew: boolean }

/**
 * The secret of a name, made when there is none. Of several processes that start at once, one makes it and the others read it.
 * @param make what to keep; asked only when there is nothing yet
 */
export async function keptSecret(database: Database, name: string, make: () => Promise<string>): Promise<KeptSecret> {
  await migrateOffice(database)
  const { db } = tablesOf<OfficeTables>(database)
  const read = () => db.selectFrom('office_secret').select('value').where('name', '=', name).executeTakeFirst()
  const known = await read()
  if (known) return { value: known.value, isNew: false }
  const value = await make()
  await db
    .insertInto('office_secret')
    .values({ name, value })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const kept = (await read())?.value ?? value
  return { value: kept, isNew: kept === value }
}

/** Name of the hash of the password that was made at first start, or by `npm run password -- --keep`. */
export const FIRST_PASSWORD = 'password'

/** Puts another value in the place of a secret. */
export async function replaceSecret(database: Database, name: string, value: string): Promise<void> {
  await migrateOffice(database)
  await tablesOf<OfficeTables>(database)
    .db.insertInto('office_secret')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
