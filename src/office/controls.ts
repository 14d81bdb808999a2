import { type Controls, NO_CONTROLS, type SwitchedOff } from '../core/controls.ts'
import type { Wording } from '../core/locale.ts'
import type { TopicId } from '../core/topic.ts'
import { type Database, tablesOf } from '../database/database.ts'
import { migrateOffice } from './migrations.ts'
import type { OfficeTables } from './schema.ts'

/** What can be switched: the whole service, one topic, the announcement. */
export type Subject = 'service' | 'banner' | `topic:${TopicId}`

/** A switch as it stands: what it says to people, who set it and when. */
export type Setting = { subject: Subject; text: Wording; who: string; at: string }

/** The switches, in all processes. What they were before is in the audit log. */
export interface ControlSettings {
  /** Everything that is switched off or announced now. */
  list(): Promise<Setting[]>
  set(subject: Subject, text: Wording, who: string): Promise<void>
  clear(subject: Subject): Promise<void>
}

/** The switches in a database. */
export function controlSettings(database: Database, now: () => Date): ControlSettings {
  const { db } = tablesOf<OfficeTables>(database)
  return {
    async list() {
      await migrateOffice(database)
      const rows = await db.selectFrom('office_control').selectAll().orderBy('subject').execute()
      return rows.map(({ subject, zh, en, who, at }) => ({
        subject: subject as Subject,
        text: { 'zh-Hans': zh, en },
        who,
        at,
      }))
    },
    async set(subject, text, who) {
      await migrateOffice(database)
      const row = { zh: text['zh-Hans'], en: text.en, who, at: now().toISOString() }
      await db
        .insertInto('office_control')
        .values({ subject, ...row })
        .onConflict((conflict) => conflict.column('subject').doUpdateSet(row))
        .execute()
    },
    async clear(subject) {
      await migrateOffice(database)
      await db.deleteFrom('office_control').where('subject', '=', subject).execute()
    },
  }
}

/** The switches as a turn looks at them. */
function asControls(settings: readonly Setting[]): Controls {
  const topics = new Map<TopicId, SwitchedOff>()
  let { service, banner } = NO_CONTROLS
  for (const { subject, text, at } of settings) {
    if (subject === 'service') service = { reason: text }
    else if (subject === 'banner') banner = { id: at, text }
    else topics.set(subject.slice('topic:'.length), { reason: text })
  }
  return { service, topics, banner }
}

/** The switches as they stand, looked up without waiting. */
export interface WatchedControls extends AsyncDisposable {
  current(): Controls
  /** Looks at once: whoever has just switched something wants to see it. */
  refresh(): Promise<void>
}

/** Milliseconds between two looks: whatever is switched holds everywhere soon after. */
const LOOK_EVERY = 1.5 * 1000

/**
 * Keeps the switches in memory and looks again and again whether they have changed. While the database is away, what was known last holds.
 * @param onProblem told once when looking begins to fail, and again after it has worked in between
 */
export async function watchControls(
  settings: ControlSettings,
  { onProblem, every = LOOK_EVERY }: { onProblem: (error: unknown) => void; every?: number },
): Promise<WatchedControls> {
  let current = NO_CONTROLS
  let failing = false
  let closed = false
  const refresh = async () => {
    current = asControls(await settings.list())
    failing = false
  }
  const look = async () => {
    try {
      await refresh()
    } catch (error) {
      if (!failing && !closed) onProblem(error)
      failing = true
    }
  }
  let looking: Promise<void> = look()
  await looking
  const timer = setInterval(() => {
    looking = look()
  }, every)
  timer.unref()
  return {
    current: () => current,
    refresh,
    async [Symbol.asyncDispose]() {
      closed = true
      clearInterval(timer)
      await looking
    },
  }
}
