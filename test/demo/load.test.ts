import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, tablesOf } from '../../src/database/database.ts'
import { openDatabase } from '../../src/database/open.ts'
import { load } from '../../src/demo/load.ts'
import { complete, isSynthetic, NotSynthetic, startAfresh } from '../../src/demo/mark.ts'
import { syntheticYear } from '../../src/demo/synthetic.ts'
import { elements } from '../../src/questions/askers.ts'
import { FIELDS } from '../../src/questions/cubes.ts'
import { migrateQuestions } from '../../src/questions/migrations.ts'
import { openQuestionLog } from '../../src/questions/open.ts'
import { questionStore } from '../../src/questions/question-store.ts'
import { rollUpIn } from '../../src/questions/roll-up.ts'
import type { Tables } from '../../src/questions/schema.ts'
import { postgresql } from '../database/postgresql.ts'
import { asked } from '../questions/asked.ts'
import { KNOWLEDGE } from './knowledge.ts'

const server = postgresql()
let folder = ''
let files = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'))
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})
const newFile = () => `sqlite:${join(folder, `${files++}.db`)}`

const weeks = () =>
  syntheticYear(KNOWLEDGE, { today: '2026-11-28', total: 400, seed: 3, wordsSince: '2026-11-01', days: 40 })

/** Everything in a table, in an order that does not depend on the database. */
async function contents(database: Database) {
  const { db } = tablesOf<Tables>(database)
  const questions = await db.selectFrom('question').selectAll().orderBy('id').execute()
  const words = await db.selectFrom('question_text').selectAll().orderBy('id').execute()
  const cells = await db.selectFrom('cell').selectAll().execute()
  return {
    questions,
    words,
    cells: cells
      .map(({ sample, ...cell }) => ({ ...cell, sample: [...elements(sample)].sort() }))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  }
}
const keyOf = (cell: Omit<Tables['cell'], 'sample'>) =>
  [cell.cube, cell.day, ...FIELDS.map((field) => cell[field])].join('|')

/** The same questions recorded, rated and counted one after the other. */
async function recorded(): Promise<Awaited<ReturnType<typeof contents>>> {
  await using database = await openDatabase(newFile())
  await migrateQuestions(database)
  const store = questionStore(database)
  for (const { questions } of weeks()) {
    await store.insert(questions.map(({ row, text }) => ({ question: { ...row, helpful: null }, text })))
    for (const { row } of questions) if (row.helpful !== null) await store.rate(row.id, row.helpful === 1, null)
  }
  const rollUp = rollUpIn(database)
  while (await rollUp());
  const { words, ...others } = await contents(database)
  return { ...others, words: words.filter(({ text }) => text !== '') }
}

describe.each(['SQLite', 'PostgreSQL'])('loading into %s', (kind) => {
  test('leaves what recording, rating and counting one by one leaves', async () => {
    const place = kind === 'SQLite' ? { url: newFile(), release: () => {} } : await server.empty()
    await using database = await openDatabase(place.url)
    const count = await load(database, weeks())
    const loaded = await contents(database)
    expect(loaded.questions).toHaveLength(count)
    const expected = await recorded()
    expect(loaded.questions).toEqual(expected.questions)
    expect(loaded.words).toEqual(expected.words)
    expect(loaded.cells).toEqual(expected.cells)
  })
})

describe('the mark of a made-up year', () => {
  const mark = { today: '2026-11-28', total: 10, seed: 1 }

  test('is there when everything is, and is of one day, size and seed', async () => {
    await using database = await openDatabase(newFile())
    expect(await isSynthetic(database, mark)).toBe(false)
    await startAfresh(database, mark)
    expect(await isSynthetic(database, mark)).toBe(false)
    await complete(database)
    expect(await isSynthetic(database, mark)).toBe(true)
    expect(await isSynthetic(database, { ...mark, today: '2026-11-29' })).toBe(false)
  })

  test('is not put on a database with questions that were asked', async () => {
    const url = newFile()
    {
      await using log = await openQuestionLog(url, { now: () => new Date() })
      await log.record(asked())
    }
    await using database = await openDatabase(url)
    await expect(isSynthetic(database, mark)).rejects.toThrow(NotSynthetic)
  })
})
