import { CannotOpenDatabase } from './cannot-open.ts'
import type { Database } from './database.ts'
import { openPostgresql } from './postgresql.ts'
import { openSqlite } from './sqlite.ts'

/**
 * Opens a database. Nothing is migrated yet: each owner does that for its tables. Close it last.
 * @param url `sqlite:` and the path of a file, relative to the working folder, or `sqlite::memory:`, or `postgres://user:password@host/name`.
 * A PostgreSQL that is away now is no error here: its queries fail until it is there.
 * @throws CannotOpenDatabase with the place, never the password, and what to do.
 */
export async function openDatabase(url: string): Promise<Database> {
  const path = /^sqlite:(?!\/\/[^/])(.+)$/s.exec(url)?.[1]
  if (path !== undefined) return await openSqlite(path)
  if (isRemote(url)) return openPostgresql(url)
  throw new CannotOpenDatabase(withoutPassword(url), 'url')
}

/** Whether a database is one that may be away while this process runs. */
export const isRemote = (url: string): boolean => /^postgres(ql)?:\/\//.test(url)

const withoutPassword = (url: string) => url.replace(/\/\/.*@/s, '//…@')
