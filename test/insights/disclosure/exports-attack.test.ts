import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AUDIENCES } from '../../../src/core/audience.ts'
import { BLUR_VARIANCE } from '../../../src/insights/disclosure/blur.ts'
import { mondayOf, spansOf, sundayOf, type Week } from '../../../src/insights/weeks.ts'
import { openInsights } from '../opened.ts'
import { Attacker, type Published } from './attacker.ts'
import { ATOMS, atomsOf, SPANS, someLog, type Target, truthOf, WEEKS } from './everything-published.ts'

// What attack.test.ts shows of the numbers themselves, tried on the files that leave the house: whatever period and filters an export is asked for with, and whichever of its
// tables and formats a number is read from.

const LOG = someLog({ seed: 4, rate: 4, people: 120 })
const CHANNELS = ['web', 'api', 'wechat']
const VALUES = { channel: CHANNELS, audience: [...AUDIENCES, 'unknown'] }
const FILTERS = [undefined, ...CHANNELS].flatMap((channel) =>
  [undefined, ...VALUES.audience].map((audience) => ({ channel, audience })),
)
/** Every run of weeks. */
const PERIODS = WEEKS.flatMap((_, from) => WEEKS.slice(from).map((_, length) => WEEKS.slice(from, from + length + 1)))

type View = { weeks: readonly Week[]; channel?: string | undefined; audience?: string | undefined }
/** A number as an export says it: what it is of, and that it is held back, or how much, and whether that is all of it. */
type Said = { of: Omit<Target, 'by' | 'filters'>; value: number; whole: boolean }

let service: Awaited<ReturnType<typeof openInsights>>
beforeAll(async () => {
  service = await openInsights(LOG, { today: () => '2026-12-20' })
})
afterAll(() => service?.[Symbol.asyncDispose]())

const get = async (path: string, { weeks, channel, audience }: View) => {
  const query = new URLSearchParams({
    from: mondayOf(weeks[0] ?? ''),
    to: sundayOf(weeks.at(-1) ?? ''),
    ...(channel !== undefined && { channel }),
    ...(audience !== undefined && { audience }),
  })
  const response = await fetch(`${service.url}/insights/${path}?${query}`)
  expect(response.status).toBe(200)
  return response
}

type OpenTable = { id: string; rows: Record<string, { id?: string; status?: string; value?: number }>[] }

/** What a row is about, by the name of its table; undefined for tables of other things. */
function subjectOf(table: string, id: string, view: View): Said['of'] | undefined {
  const { channel, audience } = view
  const span = [...view.weeks]
  if (table === 'overview/weeks') return { span: [id], channel, audience }
  if (table === 'overview/leading' || table === 'topics/topics') return { span, channel, audience, topic: id }
  if (table === 'overview/by-channel') return channel === undefined ? { span, audience, channel: id } : undefined
  if (table === 'overview/by-audience') return audience === undefined ? { span, channel, audience: id } : undefined
  return undefined
}

/** Every count of the open data of a view. */
async function openData(view: View): Promise<Said[]> {
  const { tables } = (await (await get('open-data.json', view)).json()) as { tables: OpenTable[] }
  return tables.flatMap(({ id, rows }) =>
    rows.flatMap((row): Said[] => {
      const [first] = Object.values(row)
      const of = subjectOf(id, first?.id ?? '', view)
      const { asked } = row
      if (of === undefined || asked?.status === undefined) return []
      return [{ of, value: asked.value ?? 0, whole: asked.status === 'published' }]
    }),
  )
}

const nameOf = ({ span, topic, channel, audience }: Said['of']) => [span.join(' '), topic, channel, audience].join('|')

describe('whoever downloads every export for every period and filter', () => {
  let said: Said[] = []
  beforeAll(async () => {
    for (const weeks of PERIODS) for (const filters of FILTERS) said.push(...(await openData({ weeks, ...filters })))
  }, 240_000)
  afterAll(() => {
    said = []
  })

  test('reads the same number about the same thing, wherever it stands', () => {
    const known = new Map<string, Said>()
    for (const one of said) {
      const before = known.get(nameOf(one.of)) ?? one
      expect({ of: nameOf(one.of), value: one.value, whole: one.whole }).toEqual({
        of: nameOf(one.of),
        value: before.value,
        whole: before.whole,
      })
      known.set(nameOf(one.of), one)
    }
    expect(known.size).toBeGreaterThan(800)
  })

  test('has nothing by subtracting two periods but what is published for the weeks between', () => {
    const known = new Map(said.map((one) => [nameOf(one.of), one]))
    let summed = 0
    for (const { of, value, whole } of said) {
      const parts = spansOf(of.span).map(({ weeks }) => known.get(nameOf({ ...of, span: weeks })))
      if (parts.length < 2) continue
      // A line that no table has is one of which nothing may be seen.
      const sum = parts.reduce((all, part) => all + (part?.value ?? 0), 0)
      expect({ of: nameOf(of), value, whole }).toEqual({
        of: nameOf(of),
        value: sum,
        whole: parts.every((part) => part?.whole === true),
      })
      summed++
    }
    expect(summed).toBeGreaterThan(500)
  })

  test('guesses what is held back no better than one who always says the commonest number', () => {
    const truth = truthOf(LOG)
    const spans = new Set(SPANS.map((weeks) => weeks.join(' ')))
    const sumOf = (atoms: readonly number[]) => atoms.reduce((all, atom) => all + (truth[atom] ?? 0), 0)
    const shown = new Map<string, Published>()
    const hidden = new Map<string, number[]>()
    for (const { of, value, whole } of said) {
      if (!spans.has(of.span.join(' '))) continue
      const atoms = atomsOf({ ...of, by: [], filters: {} })
      if (whole) shown.set(nameOf(of), { atoms, value, variance: BLUR_VARIANCE })
      else if (sumOf(atoms) > 0) hidden.set(nameOf(of), atoms)
    }
    // What stands in no table is held back as well.
    for (const span of SPANS)
      for (const topic of new Set(ATOMS.map((atom) => atom.topic)))
        for (const filters of FILTERS) {
          const of = { span, topic, ...filters }
          const atoms = atomsOf({ ...of, by: [], filters: {} })
          if (!shown.has(nameOf(of)) && sumOf(atoms) > 0) hidden.set(nameOf(of), atoms)
        }
    for (const variance of [BLUR_VARIANCE, 0.01]) {
      const attacker = new Attacker(
        ATOMS.length,
        [...shown.values()].map((one) => ({ ...one, variance })),
        { mean: 3, variance: 400 },
      )
      const guesses = [...hidden.values()].map((atoms) => ({ real: sumOf(atoms), ...attacker.guess(atoms) }))
      const hits = guesses.filter(({ real, value }) => Math.round(value) === real).length
      const commonest = Math.max(...[...Map.groupBy(guesses, ({ real }) => real).values()].map(({ length }) => length))
      expect(guesses.length).toBeGreaterThan(150)
      expect(hits).toBeLessThanOrEqual(commonest)
      if (variance === BLUR_VARIANCE) for (const { deviation } of guesses) expect(deviation).toBeGreaterThan(2)
    }
  })

  test('finds in the tables nothing that is not in the open data', async () => {
    for (const filters of FILTERS.slice(0, 6)) {
      const view = { weeks: WEEKS.slice(1, 5), ...filters }
      const known = new Map((await openData(view)).map((one) => [nameOf(one.of), one]))
      for (const table of [
        'overview/weeks',
        'overview/leading',
        'overview/by-channel',
        'overview/by-audience',
        'topics/topics',
      ]) {
        const csv = await (await get(`exports/${table}.csv`, view)).text()
        const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[]
        const [first = ''] = Object.keys(rows[0] ?? {}).filter((name) =>
          ['week', 'topic', 'channel', 'audience'].includes(name),
        )
        for (const row of rows) {
          const of = subjectOf(table, row[first] ?? '', view)
          if (of === undefined) continue
          const { value, whole } = known.get(nameOf(of)) ?? { value: 0, whole: false }
          expect(row).toMatchObject(
            value === 0
              ? { asked: expect.stringMatching(/^<(5|10)$/), asked_status: 'suppressed' }
              : { asked: String(value), asked_status: whole ? 'published' : 'at-least' },
          )
        }
      }
    }
  })
})
