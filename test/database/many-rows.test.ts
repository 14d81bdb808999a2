import { expect, test } from 'vitest'
import { tablesOf } from '../../src/database/database.ts'
import { insertRows } from '../../src/database/many-rows.ts'
import { openSqlite } from '../../src/database/sqlite.ts'

type Row = { id: number; what: string | null }

async function aTable() {
  const database = tablesOf<{ told: Row }>(await openSqlite(':memory:'))
  await database.db.schema.createTable('told').addColumn('id', 'integer').addColumn('what', 'text').execute()
  const built: number[] = []
  const insert = insertRows(['id', 'what'], (rows: Row[]) => {
    built.push(rows.length)
    return database.db.insertInto('told').values(rows).returning('id')
  })
  return { database, built, insert }
}

test.each([0, 1, 2, 3, 64, 127, 300])('%i rows are written whole and told in their order', async (count) => {
  const { database, insert } = await aTable()
  await using _open = database
  const rows = Array.from({ length: count }, (_, id) => ({ id, what: id % 3 === 0 ? null : `a ${id}` }))

  expect(await insert(database.db, rows)).toEqual(rows.map(({ id }) => ({ id })))
  expect(await database.db.selectFrom('told').selectAll().orderBy('id').execute()).toEqual(rows)
})

test('a row is written by its columns, in whatever order it names them', async () => {
  const { database, insert } = await aTable()
  await using _open = database
  await insert(database.db, [
    { what: 'first', id: 1 },
    { id: 2, what: 'second' },
  ])
  expect(await database.db.selectFrom('told').select('what').orderBy('id').execute()).toEqual([
    { what: 'first' },
    { what: 'second' },
  ])
})

test('an insert is built once for each power of two, however many are written', async () => {
  const { database, built, insert } = await aTable()
  await using _open = database
  for (let count = 1; count <= 40; count++)
    await insert(
      database.db,
      Array.from({ length: count }, (_, id) => ({ id, what: null })),
    )
  expect(built.sort((a, b) => a - b)).toEqual([1, 2, 4, 8, 16, 32])
})

test('an insert with values of its own is refused', async () => {
  const { database } = await aTable()
  await using _open = database
  const insert = insertRows(['id'], (rows: Row[]) =>
    database.db.insertInto('told').values(rows.map(({ id }) => ({ id, what: 'always' }))),
  )
  await expect(insert(database.db, [{ id: 1, what: null }])).rejects.toThrow('other values')
})
