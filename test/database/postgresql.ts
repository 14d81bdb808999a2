import { randomUUID } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import pg from 'pg'

/** Empty PostgreSQL databases for tests, each for one test at a time. */
export type Postgresql = AsyncDisposable & {
  /** The address of a database without rows, or without tables as well; `release` gives it back. */
  empty(tables?: 'as they are' | 'none'): Promise<{ url: string; release: () => void }>
}

/** Whether several connections at once may be tried: PostgreSQL compiled to WebAssembly takes turns between them, and mixes up what they are in the middle of. */
export const manyConnections = process.env.TEST_DATABASE_URL !== undefined
if (!manyConnections)
  console.warn(
    'SKIPPED, what takes several connections to PostgreSQL at once: set TEST_DATABASE_URL to the address of a server',
  )

/**
 * Databases of the server at `TEST_DATABASE_URL`, made for whoever calls this and removed at the end; without one, PostgreSQL
 * compiled to WebAssembly, which speaks the same protocol over a socket and serves one connection. In CI there must be a server.
 */
export function postgresql(): Postgresql {
  const server = process.env.TEST_DATABASE_URL
  if (!server && process.env.CI === 'true')
    throw new Error('TEST_DATABASE_URL is not set: in CI the suite runs on a real PostgreSQL, started by .ci/run')
  const made: { url: string; remove: () => Promise<void> }[] = []
  const free: string[] = []
  return {
    async empty(tables = 'as they are') {
      let url = free.pop()
      if (url === undefined) {
        const place = server ? await databaseOf(server) : await inProcess()
        made.push(place)
        url = place.url
      } else await query(url, tables === 'none' ? WITHOUT_TABLES : WITHOUT_ROWS)
      const taken = url
      return { url: taken, release: () => void free.push(taken) }
    },
    async [Symbol.asyncDispose]() {
      for (const { remove } of made) await remove()
    },
  }
}

const WITHOUT_TABLES = 'drop schema public cascade; create schema public'
const WITHOUT_ROWS = `do $$ declare name text; begin
  for name in select oid::regclass::text from pg_class where relnamespace = 'public'::regnamespace
    and relkind in ('r', 'p') and not relispartition and relname not like '%migration%' loop
    execute 'delete from ' || name;
  end loop;
end $$`

/** Runs SQL on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const address = new URL(url)
  address.searchParams.delete('connections')
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  try {
    const result = await client.query<Row>(sql)
    return result.rows
  } finally {
    await client.end()
  }
}

async function databaseOf(server: string) {
  const name = `tongguan_${randomUUID().replaceAll('-', '')}`
  await query(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = name
  return { url: url.href, remove: () => query(server, `drop database if exists ${name} with (force)`).then(() => {}) }
}

async function inProcess() {
  const db = await PGlite.create()
  const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 4 })
  await server.start()
  const port = server.getServerConn().split(':').at(-1)
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres?connections=1`,
    remove: async () => {
      await server.stop()
      await db.close()
    },
  }
}
