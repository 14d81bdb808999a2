import { resolve } from 'node:path'
import { CannotOpenDatabase } from './cannot-open.ts'
import type { Database } from './database.ts'
import { openSqlite } from './sqlite.ts'

const SQLITE = /^sqlite:(?!\/\/[^/])(.+)$/s

/**
 * Opens a database. Nothing is migrated yet: each owner does that for its tables. Close it last.
 * @param url `sqlite:` and the path of a file, relative to the working folder, or `sqlite::memory:`, or `postgres://user:password@host/name`.
 * A PostgreSQL that is away now is no error here: its queries fail until it is there.
 * @throws CannotOpenDatabase with the place, never the password, and what to do.
 */
export async function openDatabase(url: string): Promise<Database> {
  const path = SQLITE.exec(url)?.[1]
  if (path !== undefined) return await openSqlite(path)
  // Its client is loaded where it is used.
  if (isRemote(url)) return (await import('./postgresql.ts')).openPostgresql(url)
  throw new CannotOpenDatabase(withoutPassword(url), 'url')
}

/** Whether a database is one that may be away while this process runs. */
const isRemote = (url: string): boolean => /^postgres(ql)?:\/\//.test(url)

/** Where an address leads, without user, password and options: two addresses of one database have it in common. */
export function placeOf(url: string): string {
  const path = SQLITE.exec(url)?.[1]
  if (path !== undefined) return resolve(path)
  const address = URL.parse(url)
  return `${address?.hostname}:${address?.port || '5432'}${address?.pathname}`
}

const withoutPassword = (url: string) => url.replace(/\/\/.*@/s, '//…@')
