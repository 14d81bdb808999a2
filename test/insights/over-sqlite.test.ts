import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Breakdown } from '../../src/insights/disclosure/breakdown.ts'
import { createRelease } from '../../src/insights/disclosure/release.ts'
import type { Filters } from '../../src/insights/filters.ts'
import { SECTIONS } from '../../src/insights/sections.ts'
import { singly, spansOf, weeksBetween } from '../../src/insights/weeks.ts'
import { aYear } from './a-year.ts'
import { counted } from './counted.ts'
import { HOSTILE, hostileLog } from './hostile.ts'
import { keptInSqlite } from './kept.ts'
import { openInsights, TODAY } from './opened.ts'

// On different channels the same person is somebody else, as the log has it.
const LOG = aYear({ until: TODAY, days: 100, daily: 45 }).map((asked) => ({
  ...asked,
  asker: `${asked.channel} ${asked.asker}`,
}))
const WEEKS = weeksBetween('2026-W36', '2026-W48')
const PERIODS = [WEEKS, ...singly(WEEKS)]

let kept: Awaited<ReturnType<typeof keptInSqlite>>
let hostile: Awaited<ReturnType<typeof keptInSqlite>>
beforeAll(async () => {
  kept = await keptInSqlite(LOG)
  hostile = await keptInSqlite(hostileLog())
})
afterAll(async () => {
  await kept?.[Symbol.asyncDispose]()
  await hostile?.[Symbol.asyncDispose]()
})

describe('over a log in SQLite', () => {
  const views: [by: Breakdown[], filters: Filters][] = [
    [[], {}],
    [['topic'], {}],
    [['reason'], {}],
    [['entry'], {}],
    [['misconception', 'audience'], {}],
    [['misconception', 'channel'], { language: 'zh-Hans' }],
    [['topic'], { channel: 'web', audience: 'unknown' }],
    [['entry'], { channel: 'web', language: 'zh-Hans', audience: 'consumer' }],
    [['outcome'], { audience: 'merchant' }],
  ]

  test.each(views)('numbers by %j, narrowed to %j, are those of the questions themselves', async (by, filters) => {
    const [real, simple] = [kept.counts, counted(LOG)].map((counts) =>
      createRelease(counts, { key: 'secret', now: () => 0 }),
    )
    const [one, other] = [await real?.table(by, PERIODS, filters), await simple?.table(by, PERIODS, filters)]
    expect(one?.rows.map(({ keys }) => keys).sort()).toEqual(other?.rows.map(({ keys }) => keys).sort())
    for (const { keys } of other?.rows ?? [])
      for (const weeks of [...spansOf(WEEKS).map((span) => span.weeks), ...singly(WEEKS)])
        for (const measure of ['asked', 'helpful', 'notHelpful', 'unrated', 'again'] as const)
          expect({ keys, weeks, measure, count: one?.row(...keys).over(weeks, measure) }).toEqual({
            keys,
            weeks,
            measure,
            count: other?.row(...keys).over(weeks, measure),
          })
  })

  test('every page shows what it is to show', async () => {
    await using service = await openInsights([], { counts: kept.counts })
    const shown = {
      overview: 'Annual limit',
      topics: 'Infant formula',
      outcomes: 'Calculated',
      gaps: '奶粉',
      misconceptions: 'Customs resets the quota',
      entries: 'How much one order may cost',
    }
    for (const { id, path } of SECTIONS) {
      const response = await fetch(`${service.url}${path}?locale=en`)
      expect({ id, status: response.status }).toEqual({ id, status: 200 })
      const page = await response.text()
      expect(page).toContain(shown[id as keyof typeof shown])
      expect(page).toMatch(/<td[^>]* class="number"[^>]*>\d/)
    }
  })

  test('words that people wrote are shown as text, and none that few wrote', async () => {
    await using service = await openInsights([], {
      counts: hostile.counts,
      terms: (text) => [{ key: text, shown: text }],
    })
    const page = await (await fetch(`${service.url}/insights/gaps?locale=en`)).text()
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    for (const text of HOSTILE.filter((one) => one.includes('<'))) expect(page).not.toContain(text)
  })

  test('a database that is away is told as such, and the pages are back when it is', async () => {
    let away = true
    const { counts } = kept
    await using service = await openInsights([], {
      counts: { ...counts, cells: (...of) => (away ? Promise.reject(new Error('away')) : counts.cells(...of)) },
    })
    expect((await fetch(`${service.url}/insights`)).status).toBe(500)
    away = false
    expect((await fetch(`${service.url}/insights`)).status).toBe(200)
  })
})
