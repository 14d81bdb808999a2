import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { tablesOf } from '../../src/database/database.ts'
import { openDatabase } from '../../src/database/open.ts'
import { weekOf } from '../../src/questions/china-time.ts'
import { migrateQuestions } from '../../src/questions/migrations.ts'
import { pseudonym, saltOf, weeklySalt } from '../../src/questions/pseudonym.ts'
import type { Tables } from '../../src/questions/schema.ts'

describe('a pseudonym', () => {
  test('is an HMAC of channel and speaker under the salt', () => {
    const hmac = createHmac('sha256', 'salt').update('web\nsomeone').digest('hex')
    expect(pseudonym('salt', 'web', 'someone')).toBe(hmac.slice(0, 32))
  })

  test('depends on each of the three', () => {
    const names = [
      pseudonym('salt', 'web', 'a'),
      pseudonym('salt', 'web', 'b'),
      pseudonym('salt', 'api', 'a'),
      pseudonym('pepper', 'web', 'a'),
    ]
    expect(new Set(names).size).toBe(4)
  })
})

describe('the salt', () => {
  async function salts() {
    const opened = await openDatabase('sqlite::memory:')
    await migrateQuestions(opened)
    const database = tablesOf<Tables>(opened)
    let day = '2026-11-23'
    let scrubbed = 0
    const scrub = async () => void scrubbed++
    const now = () => new Date(`${day}T12:00:00+08:00`)
    return {
      reader: () =>
        weeklySalt(
          () => weekOf(now()),
          (week) => saltOf(week, database.db, scrub),
        ),
      on: (to: string) => {
        day = to
      },
      kept: () => database.db.selectFrom('salt').selectAll().execute(),
      scrubbed: () => scrubbed,
      [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
    }
  }

  test('is 256 random bits, one for all who share a database', async () => {
    await using database = await salts()
    const salt = await database.reader()()
    expect(salt).toMatch(/^[0-9a-f]{64}$/)
    expect(await database.reader()()).toBe(salt)
    await using other = await salts()
    expect(await other.reader()()).not.toBe(salt)
  })

  test('is one though several ask for it at once', async () => {
    await using database = await salts()
    const read = database.reader()
    expect(new Set(await Promise.all([read(), read(), read(), database.reader()()])).size).toBe(1)
    expect(await database.kept()).toHaveLength(1)
  })

  test('lasts from Monday to Sunday in China and is destroyed by the first use in the next week', async () => {
    await using database = await salts()
    const read = database.reader()
    const first = await read()
    database.on('2026-11-29')
    expect(await read()).toBe(first)
    expect(database.scrubbed()).toBe(0)
    database.on('2026-11-30')
    const second = await read()
    expect(second).not.toBe(first)
    expect(await database.kept()).toEqual([{ week: '2026-W49', salt: second }])
    expect(database.scrubbed()).toBe(1)
  })
})
