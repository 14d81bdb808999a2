import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOSTILE, hostileCatalogue, hostileLog } from './hostile.ts'
import { openInsights } from './opened.ts'

let service: Awaited<ReturnType<typeof openInsights>>
beforeAll(async () => {
  service = await openInsights(hostileLog(), {
    catalogue: hostileCatalogue,
    terms: (text) => [{ key: text, shown: text }],
  })
})
afterAll(() => service?.[Symbol.asyncDispose]())

const exportsWithNames = [
  'overview/leading',
  'topics/topics',
  'outcomes/ratings-by-topic',
  'gaps/groups',
  'gaps/phrases',
  'misconceptions/misconceptions',
  'misconceptions/by-topic',
  'entries/entries',
]

describe.each(exportsWithNames)('the export of %s', (path) => {
  test('holds no cell that a spreadsheet would run as a formula', async () => {
    const csv = await (await fetch(`${service.url}/insights/exports/${path}.csv`)).text()
    const rows = parse(csv, { bom: true }) as string[][]
    expect(rows.length).toBeGreaterThan(3)
    const cells = rows.flat()
    expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([])
  })
})

test('what a spreadsheet would have run is there all the same, after an apostrophe', async () => {
  const csv = await (await fetch(`${service.url}/insights/exports/entries/entries.csv`)).text()
  const titles = (parse(csv, { bom: true, columns: true }) as { entry_name: string }[]).map(
    ({ entry_name }) => entry_name,
  )
  for (const text of HOSTILE) expect(titles.some((title) => title === text || title === `'${text}`)).toBe(true)
  expect(titles).toContain("'-2+3")
})

test('the open data hold names as they are, and are sent as nothing but JSON', async () => {
  const response = await fetch(`${service.url}/insights/open-data.json`)
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(JSON.stringify(await response.json())).toContain(JSON.stringify(HOSTILE[0]))
})
