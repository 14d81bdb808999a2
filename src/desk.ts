import { phraseTidings } from './conversation/desk/phrase-tidings.ts'
import type { Understanding } from './conversation/understanding.ts'
import type { WriteTo } from './core/address.ts'
import { dayInChina } from './core/day.ts'
import type { Desk } from './core/desk.ts'
import type { Translate } from './core/translate.ts'
import type { Database } from './database/database.ts'
import { handoversIn } from './handover/handovers.ts'
import { migrateHandovers } from './handover/migrations.ts'
import { migrateSubscriptions } from './subscriptions/migrations.ts'
import { subscriptionsIn } from './subscriptions/subscriptions.ts'
import { noteChanges, tellWaiting } from './subscriptions/tidings.ts'

type Methods = { [name: string]: (...values: never[]) => Promise<unknown> }

/** The same methods, each after the tables are there: the database may have been away until now. */
const after = <Kept extends object>(ready: () => Promise<void>, kept: Kept): Kept =>
  Object.fromEntries(
    Object.entries(kept as Methods).map(([name, method]) => [
      name,
      async (...values: never[]) => {
        await ready()
        return method(...values)
      },
    ]),
  ) as Kept

/** What is done for people beyond an answer: telling them of changes, and passing a question to a person. */
export function openDesk(database: Database, { askAPerson, now }: { askAPerson: boolean; now: () => Date }): Desk {
  return {
    subscriptions: after(() => migrateSubscriptions(database), subscriptionsIn(database, { now })),
    handovers: askAPerson ? after(() => migrateHandovers(database), handoversIn(database, { now })) : undefined,
  }
}

/** How often it is looked for what is to be told, in milliseconds. */
const EVERY = 30_000

export type DeskRounds = AsyncDisposable & {
  /** Looks at once: an answer is there, or the knowledge has changed. */
  wake(): void
}

/**
 * Tells people what they wait for: changes, when the knowledge or the day has changed, and answers of the office. Any number of processes may do so side
 * by side. What goes wrong is reported and tried again.
 */
export function runDesk({
  database,
  desk,
  understanding,
  translate,
  writeTo,
  publicUrl,
  now,
  onTrouble,
}: {
  database: Database
  desk: Desk
  understanding: () => Understanding
  translate: Translate
  writeTo: WriteTo
  publicUrl: string | undefined
  now: () => Date
  onTrouble: (error: unknown) => void
}): DeskRounds {
  let noted = ''
  let running: Promise<void> = Promise.resolve()
  let stopped = false

  const round = async () => {
    const { knowledge, toTraditional } = understanding()
    const today = dayInChina(now())
    await migrateSubscriptions(database)
    const mark = `${knowledge.revision} ${today}`
    if (mark !== noted) await noteChanges({ database, now }, knowledge, today)
    noted = mark
    await tellWaiting({
      database,
      now,
      writeTo,
      word(changes, locale) {
        const text = phraseTidings(changes, { knowledge, on: today, locale, translate, publicUrl })
        return locale === 'zh-Hant' ? toTraditional(text) : text
      },
    })
    for (const { reference, question, answer = '', address, locale } of (await desk.handovers?.undelivered()) ?? []) {
      const text = translate(locale, 'wish.answer', { reference, question, answer })
      const became = address && (await writeTo(address, { text, locale }))
      await desk.handovers?.delivered(reference, became === 'sent')
    }
  }
  const wake = () => {
    if (!stopped) running = running.then(round).catch(onTrouble)
  }
  wake()
  const timer = setInterval(wake, EVERY)
  timer.unref()
  return {
    wake,
    async [Symbol.asyncDispose]() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
