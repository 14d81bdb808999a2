import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { EXPORT_COLUMNS, exportCsv } from '../../src/questions/export.ts'
import { openQuestionLog } from '../../src/questions/open.ts'
import type { AskedQuestion } from '../../src/questions/question-log.ts'
import { asked } from './asked.ts'

const days = { from: '2026-11-01', to: '2026-11-30' }
const openLog = () => openQuestionLog('sqlite::memory:', { now: () => new Date('2026-11-23T04:00:00Z') })

/** The lines of the export of a log with these questions, without the header. */
async function exported(...questions: Partial<AskedQuestion>[]): Promise<string> {
  await using log = await openLog()
  for (const question of questions) await log.record(asked(question))
  const csv = await text(exportCsv(log, days))
  return csv.slice(csv.indexOf('\r\n') + 2)
}

test('begins with a byte order mark and the columns in their order, also when there is nothing', async () => {
  await using log = await openLog()
  // A text decoder would drop the mark.
  const bytes = Buffer.concat(await Array.fromAsync(exportCsv(log, days), (chunk) => Buffer.from(chunk)))
  expect(bytes.toString('utf8')).toBe(
    '\uFEFFat,channel,locale,audience,outcome,why,topic,entry,misconception,boundary,asOf,knowledge,milliseconds,pseudonym,helpful,rating_reason,id,text\r\n',
  )
})

test('writes a full question and a bare one, in China time', async () => {
  await using log = await openLog()
  await log.record(
    asked({
      id: 'one',
      at: new Date('2026-11-23T16:00:00.123Z'),
      audience: 'consumer',
      outcome: 'declined',
      why: 'no-match',
      entry: 'quota/annual',
      misconception: 'per-account',
      boundary: 'far',
    }),
  )
  await log.rate('one', true, 'good, thanks')
  await log.record(asked({ id: 'two', at: new Date('2026-11-24T00:00:00Z') }))
  const lines = (await text(exportCsv(log, days))).split('\r\n').slice(1)
  expect(lines.map((line) => line.replace(/\b[0-9a-f]{32}\b/, 'PSEUDONYM'))).toEqual([
    '2026-11-24T00:00:00.123+08:00,api,zh-Hans,consumer,declined,no-match,quota.annual,quota/annual,per-account,far,2026-11-23,a1b2c3,2,PSEUDONYM,true,"good, thanks",one,年度限值是多少',
    '2026-11-24T08:00:00.000+08:00,api,zh-Hans,,answered,,quota.annual,,,,2026-11-23,a1b2c3,2,PSEUDONYM,,,two,年度限值是多少',
    '',
  ])
})

test.each([
  ['=HYPERLINK("http://example.org")', `"'=HYPERLINK(""http://example.org"")"`],
  ['+1-2', `'+1-2`],
  ['-2+3', `'-2+3`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\t=1', `'\t=1`],
  ['＝１＋１', `'＝１＋１`],
])('keeps a spreadsheet from running %s', async (question, cell) => {
  expect(await exported({ text: question })).toMatch(new RegExp(`,${RegExp.escape(cell)}\r\n$`))
})

test('keeps line breaks, quotes and commas inside their cell', async () => {
  expect(await exported({ text: 'a "b",\r\nc' })).toMatch(/,"a ""b"",\r\nc"\r\n$/)
})

test('reads the log no faster than its reader, and stops reading when the reader leaves', async () => {
  await using log = await openLog()
  const at = new Date('2026-11-23T04:00:00Z')
  await Promise.all(Array.from({ length: 2000 }, () => log.record(asked({ at, text: '税'.repeat(500) }))))
  let read = 0
  let left = false
  async function* counted() {
    try {
      for await (const question of log.between(days)) {
        read += 1
        yield question
      }
    } finally {
      left = true
    }
  }
  for await (const _ of exportCsv({ between: counted }, days)) break
  await new Promise((resolve) => setImmediate(resolve))
  expect(read).toBeLessThan(1000)
  expect(left).toBe(true)
})

test('ends in the error when the log fails half-way', async () => {
  async function* broken() {
    yield { ...asked(), pseudonym: 'p' }
    throw new Error('the disk is gone')
  }
  await expect(text(exportCsv({ between: broken }, days))).rejects.toThrow('the disk is gone')
})

test('names every column once', () => {
  expect(new Set(EXPORT_COLUMNS).size).toBe(18)
})
