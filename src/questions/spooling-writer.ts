import { setTimeout as wait } from 'node:timers/promises'
import { type Database, tablesOf } from '../database/database.ts'
import { dayOf, weekOf } from './china-time.ts'
import { migrateQuestions } from './migrations.ts'
import { saltOf } from './pseudonym.ts'
import type { QuestionStore } from './question-store.ts'
import type { Tables } from './schema.ts'
import { fingerprint, type Spool, type Spooled } from './spool.ts'
import { type Draft, signed, type Writer } from './writer.ts'

/** Records handed over in one transaction. */
const BATCH = 100

/** Milliseconds after which a database that does not answer counts as away; nobody waits longer for their reply. */
const PATIENCE = 3 * 1000

/** Milliseconds between two looks whether the database is back. */
const LOOK_EVERY = 500

/** What is told when the database goes and comes. Never anybody's words, nor an address. */
export type OnSpool = (event: { database: 'away'; error: unknown } | { database: 'back'; handedOver: number }) => void

/**
 * Writes to a database that may be away. Meanwhile everything is kept in the spool, without another attempt that somebody would
 * have to wait for. When the database is back writing goes on there, and what was spooled is handed over beside it, oldest first,
 * each record in effect once because it has an id.
 * @param unreachable why the database could not be reached a moment ago; undefined when it was there.
 */
export function spoolingWriter(
  parts: { database: Database; store: QuestionStore; spool: Spool; now: () => Date; onSpool: OnSpool },
  unreachable?: unknown,
): Writer {
  const { database, store, spool, now, onSpool } = parts
  const { db } = tablesOf<Tables>(database)
  const closing = new AbortController()
  let away = true
  let salt: { week: string; salt: string } | undefined
  let looking = false
  let emptied = false
  let told = false
  let returning: Promise<void> = Promise.resolve()

  /** The salt that the database has. One made here meanwhile becomes it if there is none. */
  async function sharedSalt(): Promise<string> {
    const week = weekOf(now())
    if (salt?.week === week) return salt.salt
    const here = await spool.salt(week)
    const shared = await saltOf(week, db, () => database.scrub('salt'), here?.salt)
    await spool.keepSalt(week, shared)
    await spool.forgetSaltsBefore(week)
    salt = { week, salt: shared }
    return shared
  }

  /** From now on records go to the spool. */
  function leave(error?: unknown): void {
    away = true
    if (error !== undefined && !told) {
      told = true
      onSpool({ database: 'away', error })
    }
    empty()
  }

  /** Sees to it that the spool is emptied as soon as the database is there. */
  function empty(): void {
    emptied = false
    if (looking) return
    looking = true
    returning = comeBack().finally(() => {
      looking = false
      // Somebody may have added to it at the last moment.
      if (!emptied && !closing.signal.aborted) empty()
    })
  }

  async function comeBack(): Promise<void> {
    let handedOver = 0
    while (!closing.signal.aborted && !emptied) {
      try {
        await patiently(migrateQuestions(database))
        if (away) salt = undefined
        await patiently(sharedSalt())
        // New records go straight to the database again; the spool would hardly ever be empty otherwise.
        away = false
        emptied = true
        handedOver += await handOver()
        if (handedOver > 0) await spool.scrub()
      } catch {
        away = true
        emptied = false
        await wait(LOOK_EVERY, undefined, { signal: closing.signal, ref: false }).catch(() => {})
      }
    }
    if (!emptied) return
    if (told || handedOver > 0) onSpool({ database: 'back', handedOver })
    told = false
  }

  async function handOver(): Promise<number> {
    let handedOver = 0
    for (;;) {
      const shared = fingerprint(await patiently(sharedSalt()))
      const oldest = await spool.oldest(BATCH)
      if (oldest.length === 0) return handedOver
      // Ratings come after what they are about, so neighbours of a kind can go together.
      const kind = oldest[0]?.item.kind
      const end = oldest.findIndex(({ item }) => item.kind !== kind)
      const group = end === -1 ? oldest : oldest.slice(0, end)
      await deliver(
        group.map(({ item }) => item),
        shared,
      )
      await spool.remove(group.map(({ seq }) => seq))
      handedOver += group.length
    }
  }

  /** Writes some; what the database takes under no circumstances is left out, or it would hold up the others for ever. */
  async function deliver(items: Spooled[], shared: string): Promise<void> {
    try {
      const rows = items.flatMap((item) => (item.kind === 'question' ? [recognised(item, shared)] : []))
      if (rows.length > 0) await patiently(store.insert(rows))
      for (const item of items)
        if (item.kind === 'rating') await patiently(store.rate(item.id, item.helpful, item.reason))
    } catch (error) {
      if (!database.rejectsRow(error)) throw error
      if (items.length > 1) for (const item of items) await deliver([item], shared)
    }
  }

  const keep = async (items: Spooled[]) => {
    await spool.add(items)
    // The database may have come back while this was being kept, and everything else been handed over.
    empty()
  }

  // What was left by an earlier run comes first.
  leave(unreachable)

  return {
    async commit(drafts: Draft[]) {
      if (!away)
        try {
          const rows = signed(drafts, await patiently(sharedSalt()))
          return await patiently(store.insert(rows))
        } catch (error) {
          if (database.rejectsRow(error)) throw error
          leave(error)
        }
      const week = weekOf(now())
      await spool.forgetSaltsBefore(week)
      const { salt: here, own } = await spool.anySalt(week)
      const mark = own ? fingerprint(here) : ''
      await keep(signed(drafts, here).map((rows) => ({ kind: 'question', rows, signed: mark })))
    },

    async rate(id, helpful, reason) {
      if (!away)
        try {
          if (await patiently(store.rate(id, helpful, reason))) return true
          // It may be about something that has not been handed over yet.
          if (!looking) return false
        } catch (error) {
          if (database.rejectsRow(error)) throw error
          leave(error)
        }
      // Whether there is such a question cannot be told now.
      await keep([{ kind: 'rating', id, helpful, reason }])
      return true
    },

    async turnWeek() {
      await spool.forgetSaltsBefore(weekOf(now()))
      if (!away) await sharedSalt().then(() => store.prepare(dayOf(now())))
    },

    async condition() {
      if (!away) await patiently(store.ping()).catch(leave)
      if (!away && !looking) return 'ok'
      return (await spool.hasRoom().catch(() => false)) ? 'spooling' : 'unavailable'
    },

    async [Symbol.asyncDispose]() {
      closing.abort()
      await returning
      await spool[Symbol.asyncDispose]()
    },
  }
}

/** A spooled question, its asker unknown where the pseudonym was made under a salt that did not become everybody's. */
const recognised = ({ rows, signed: mark }: Spooled & { kind: 'question' }, shared: string) =>
  mark === '' || mark === shared ? rows : { ...rows, question: { ...rows.question, pseudonym: '' } }

/** Gives up waiting after a while; what was asked for may still happen, which is why everything has an id. */
async function patiently<T>(work: Promise<T>): Promise<T> {
  const late = new AbortController()
  try {
    return await Promise.race([
      work,
      wait(PATIENCE, undefined, { signal: late.signal, ref: false }).then(() => {
        throw new Error('the database does not answer')
      }),
    ])
  } finally {
    late.abort()
    work.catch(() => {})
  }
}
