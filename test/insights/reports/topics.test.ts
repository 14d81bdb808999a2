import { describe, expect, test } from 'vitest'
import { createRelease } from '../../../src/insights/disclosure/release.ts'
import { usualSelection, weeksBefore } from '../../../src/insights/filters.ts'
import { topics } from '../../../src/insights/reports/topics.ts'
import { aYear } from '../a-year.ts'
import { type Asked, counted } from '../counted.ts'
import { TODAY } from '../opened.ts'

/** The direction of each topic in the last four weeks. */
async function directions(log: readonly Asked[]): Promise<Record<string, string>> {
  const selection = usualSelection(TODAY)
  const { tables } = await topics({
    release: createRelease(counted(log), { key: 'secret', now: () => 0 }),
    words: () => Promise.reject(new Error('no words are needed')),
    catalogue: { topics: [], entries: [], misconceptions: [] },
    selection,
    previous: weeksBefore(selection),
    locale: 'en',
    say: (key) => key,
  })
  return Object.fromEntries(
    (tables[0]?.rows ?? []).map(([topic, direction]) => [
      topic?.kind === 'text' ? topic.id : '',
      direction?.kind === 'direction' ? direction.direction : '',
    ]),
  )
}

const only = (found: Record<string, string>, direction: string) =>
  Object.keys(found).filter((topic) => found[topic] === direction)

describe('topics', () => {
  test('that change are told, in every one of these years, and hardly one that does not', async () => {
    let wrong = 0
    for (const seed of [1, 2, 3, 4]) {
      const found = await directions(aYear({ until: TODAY, seed, daily: 80 }))
      expect(only(found, 'rising')).toContain('list.milk-powder')
      expect(only(found, 'falling')).toContain('tax.rates')
      wrong += only(found, 'rising').length + only(found, 'falling').length - 2
    }
    expect(wrong).toBeLessThanOrEqual(2)
  })

  test('do not rise for everybody asking more', async () => {
    const steady = aYear({ until: TODAY, daily: 80 }).filter(
      ({ topic }) => topic !== 'list.milk-powder' && topic !== 'tax.rates',
    )
    const late = steady
      .filter(({ day }) => day >= '2026-10-27')
      .map((asked) => ({ ...asked, asker: `${asked.asker} too` }))
    expect(only(await directions([...steady, ...late]), 'rising').length).toBeLessThanOrEqual(1)
  })

  test('of which too little is asked are not judged', async () => {
    const found = await directions(aYear({ until: TODAY, daily: 80 }))
    expect(found['export.warehouse'] ?? 'few').toBe('few')
  })
})
