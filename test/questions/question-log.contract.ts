import { describe, expect, test } from 'vitest'
import type { QuestionLog } from '../../src/questions/question-log.ts'
import { all, asked } from './asked.ts'

/** What every question log does, whatever database it stands on. `open` hands out an empty one. */
export function aQuestionLog(open: (now?: () => Date) => Promise<QuestionLog>) {
  describe('recording', () => {
    test('keeps everything there is to know about a turn except who asked', async () => {
      await using log = await open()
      const question = asked({
        audience: 'merchant',
        outcome: 'signposted',
        why: 'personal-case',
        entry: 'quota/annual',
        misconception: 'quota-is-per-account',
        boundary: 'parcel-status',
        at: new Date('2026-11-23T04:00:00.123Z'),
        milliseconds: 3.6,
      })
      await log.record(question)
      await log.rate(question.id, false, 'too long')

      const { speaker, ...kept } = question
      const [logged] = await all(log)
      expect(logged).toEqual({
        ...kept,
        milliseconds: 4,
        pseudonym: expect.stringMatching(/^[0-9a-f]{32}$/),
        helpful: false,
        ratingReason: 'too long',
      })
      expect(JSON.stringify(logged)).not.toContain(speaker)
    })

    test('hands back what was not known as undefined', async () => {
      await using log = await open()
      await log.record(asked())
      const [logged] = await all(log)
      for (const name of ['audience', 'why', 'entry', 'misconception', 'boundary', 'helpful', 'ratingReason'] as const)
        expect(logged?.[name]).toBeUndefined()
    })

    test('keeps one of two records with the same id, the first, whether they arrive together or apart', async () => {
      await using log = await open()
      await Promise.all([
        log.record(asked({ id: 'same', text: 'first' })),
        log.record(asked({ id: 'same', text: 'second' })),
      ])
      await log.record(asked({ id: 'same', text: 'third' }))
      expect((await all(log)).map(({ text }) => text)).toEqual(['first'])
    })

    test('keeps all of many that arrive together', async () => {
      await using log = await open()
      const questions = Array.from({ length: 500 }, () => asked())
      await Promise.all(questions.map((question) => log.record(question)))
      expect((await all(log)).map(({ id }) => id).sort()).toEqual(questions.map(({ id }) => id).sort())
    })

    test('lets a record that no database takes fail alone', async () => {
      await using log = await open()
      const topic = null as unknown as string
      const results = await Promise.allSettled([
        log.record(asked({ id: 'a' })),
        log.record(asked({ id: 'b', topic })),
        log.record(asked({ id: 'c', at: new Date(Number.NaN) })),
        log.record(asked({ id: 'd' })),
      ])
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
      expect((await all(log)).map(({ id }) => id)).toEqual(['a', 'd'])
    })

    test.each([
      ['SQL', `'); drop table question; --`],
      ['traditional Chinese and emoji', '離島免稅 😀'],
      ['the longest question', '税'.repeat(2000)],
      ['line breaks and quotes', 'a\r\n"b",\tc'],
      ['an empty text', ''],
    ])('keeps %s as it is', async (_, text) => {
      await using log = await open()
      await log.record(asked({ text }))
      expect((await all(log))[0]?.text).toBe(text)
    })
  })

  describe('pseudonyms', () => {
    test('stay the same within a week of China time and change with it', async () => {
      let now = new Date('2026-11-22T15:59:59Z')
      await using log = await open(() => now)
      const record = (id: string) => log.record(asked({ id, at: now }))
      await record('1')
      now = new Date('2026-11-22T16:00:00Z')
      await record('2')
      now = new Date('2026-11-29T15:59:59Z')
      await record('3')
      now = new Date('2026-11-29T16:00:00Z')
      await record('4')
      const [first, second, third, fourth] = (await all(log)).map(({ pseudonym }) => pseudonym)
      expect(second).toBe(third)
      expect(new Set([first, second, fourth]).size).toBe(3)
    })

    test('tell speakers apart, and channels, where the same name may mean somebody else', async () => {
      await using log = await open()
      await log.record(asked({ speaker: 'a', channel: 'web' }))
      await log.record(asked({ speaker: 'b', channel: 'web' }))
      await log.record(asked({ speaker: 'a', channel: 'terminal' }))
      expect(new Set((await all(log)).map(({ pseudonym }) => pseudonym)).size).toBe(3)
    })

    test('of one person differ between two logs', async () => {
      await using one = await open()
      await using other = await open()
      for (const log of [one, other]) await log.record(asked())
      expect((await all(one))[0]?.pseudonym).not.toBe((await all(other))[0]?.pseudonym)
    })
  })

  describe('reading', () => {
    test('goes by days in China, both inclusive', async () => {
      await using log = await open()
      for (const at of [
        '2025-12-31T15:59:59.999Z',
        '2025-12-31T16:00:00Z',
        '2026-01-02T15:59:59.999Z',
        '2026-01-02T16:00:00Z',
      ])
        await log.record(asked({ id: at, at: new Date(at) }))
      const found = await all(log, { from: '2026-01-01', to: '2026-01-02' })
      expect(found.map(({ id }) => id)).toEqual(['2025-12-31T16:00:00Z', '2026-01-02T15:59:59.999Z'])
    })

    test('finds nothing in a period without questions', async () => {
      await using log = await open()
      await log.record(asked())
      expect(await all(log, { from: '2026-11-24', to: '2026-11-30' })).toEqual([])
    })

    test('goes over many pages, oldest first, each question once, though some share a moment and others are being added', async () => {
      await using log = await open()
      const questions = Array.from({ length: 1200 }, (_, n) =>
        asked({ at: new Date(Date.UTC(2026, 0, 1) + Math.floor(n / 400) * 1000) }),
      )
      await Promise.all(questions.toReversed().map((question) => log.record(question)))
      const seen: { at: Date; id: string }[] = []
      for await (const { at, id } of log.between({ from: '2026-01-01', to: '2026-01-02' })) {
        seen.push({ at, id })
        if (seen.length === 10) await log.record(asked({ at: new Date(Date.UTC(2026, 0, 2)), id: 'late' }))
      }
      const order = seen.map(({ at, id }) => `${at.toISOString()} ${id}`)
      expect(order).toEqual(order.toSorted())
      expect(new Set(order).size).toBe(1201)
      expect(seen.at(-1)?.id).toBe('late')
    })
  })

  describe('rating', () => {
    test('keeps the last of several ratings', async () => {
      await using log = await open()
      const { id } = asked()
      await log.record(asked({ id }))
      expect(await log.rate(id, false, 'unclear')).toBe(true)
      expect(await log.rate(id, true)).toBe(true)
      expect((await all(log))[0]).toMatchObject({ helpful: true, ratingReason: undefined })
    })

    test('says when there is no such reply', async () => {
      await using log = await open()
      await log.record(asked())
      expect(await log.rate('nowhere', true)).toBe(false)
      expect((await all(log))[0]?.helpful).toBeUndefined()
    })
  })

  describe('forgetting', () => {
    test('removes words before a day and leaves the rest of the record', async () => {
      await using log = await open()
      await log.record(asked({ id: 'old', at: new Date('2026-08-31T15:59:59Z'), entry: 'quota/annual' }))
      await log.record(asked({ id: 'new', at: new Date('2026-08-31T16:00:00Z') }))
      await log.rate('old', true, 'thanks')

      expect(await log.forgetTextBefore('2026-09-01')).toBe(1)

      const [old, recent] = await all(log)
      expect(old).toMatchObject({ id: 'old', text: '', ratingReason: undefined, helpful: true, entry: 'quota/annual' })
      expect(recent).toMatchObject({ id: 'new', text: '年度限值是多少' })
    })

    test('does a long backlog in one call and has nothing to do in the next', async () => {
      await using log = await open()
      await Promise.all(Array.from({ length: 700 }, () => log.record(asked())))
      expect(await log.forgetTextBefore('2026-11-24')).toBe(700)
      expect(await log.forgetTextBefore('2026-11-24')).toBe(0)
    })
  })

  describe('closing', () => {
    test('commits what is waiting first, and takes nothing afterwards', async () => {
      const log = await open()
      const waiting = Array.from({ length: 200 }, () => log.record(asked()))
      const closing = log[Symbol.asyncDispose]()
      await Promise.all(waiting)
      await closing
      await expect(log.record(asked())).rejects.toThrow('closed')
      await log[Symbol.asyncDispose]()
    })

    test('is when nothing is kept any more', async () => {
      const log = await open()
      expect(await log.condition()).toBe('ok')
      await log[Symbol.asyncDispose]()
      expect(await log.condition()).toBe('unavailable')
    })
  })
}
