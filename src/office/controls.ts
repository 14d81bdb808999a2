import { type Controls, NO_CONTROLS, type SwitchedOff } from '../core/controls.ts'
import type { Wording } from '../core/locale.ts'
import type { TopicId } from '../core/topic.ts'
import { type Database, tablesOf } from '../database/database.ts'
import { migrateOffice } from './migrations.ts'
import type { OfficeTables } from './schema.ts'
import { type Watched, watch } from './watched.ts'

/** What can be switched: the whole service, one topic, the announcement. */
export type Subject = 'service' | 'banner' | `topic:${TopicId}`

/** A switch as it stands: what it says to people, why where that does not say it, who set it and when. */
export type Setting = { subject: Subject; text: Wording; reason: string; who: string; at: string }

/** The switches, in all processes. What they were before is in the audit log. */
export interface ControlSettings {
  /** Everything that is switched off or announced now. */
  list(): Promise<Setting[]>
  set(subject: Subject, what: Pick<Setting, 'text' | 'reason'>, who: string): Promise<void>
  clear(subject: Subject): Promise<void>
}

/** The switches in a database. */
export function controlSettings(database: Database, now: () => Date): ControlSettings {
  const { db } = tablesOf<OfficeTables>(database)
  return {
    async list() {
      await migrateOffice(database)
      const rows = await db.selectFrom('office_control').selectAll().orderBy('subject').execute()
      return rows.map(({ subject, zh, en, reason, who, at }) => ({
        subject: subject as Subject,
        text: { 'zh-Hans': zh, en },
        reason,
        who,
        at,
      }))
    },
    async set(subject, { text, reason }, who) {
      await migrateOffice(database)
      const row = { zh: text['zh-Hans'], en: text.en, reason, who, at: now().toISOString() }
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

/** Milliseconds between two looks: whatever is switched holds everywhere soon after. */
const LOOK_EVERY = 1.5 * 1000

/** Keeps the switches in memory: a turn looks at them without waiting. @param onProblem as for {@link watch} */
export const watchControls = (
  settings: ControlSettings,
  { onProblem, every = LOOK_EVERY }: { onProblem: (error: unknown) => void; every?: number },
): Promise<Watched<Controls>> =>
  watch(async () => asControls(await settings.list()), { first: NO_CONTROLS, every, onProblem })
