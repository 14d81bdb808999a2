import { describe, expect, test } from 'vitest'
import { checkRetrieval } from '../../src/conversation/check-retrieval.ts'
import { understand } from '../../src/conversation/understanding.ts'
import { keptIndex } from '../../src/kept-index.ts'
import { WEIGHTS } from '../../src/search/weights.ts'
import { shipped, TODAY } from './shipped.ts'

describe('asked its own questions, as the ranking sees them', () => {
  const { asked, confusions } = checkRetrieval(understand(shipped(), keptIndex()), TODAY, WEIGHTS)
  const lost = confusions.filter(({ kind }) => kind === 'led-elsewhere')
  const twins = confusions.filter(({ kind }) => kind === 'nearly-coincides')

  test('nearly every entry finds itself', () => {
    expect(asked).toBeGreaterThan(2 * 6 * 220)
    expect(1 - lost.length / asked).toBeGreaterThanOrEqual(0.95)
  })

  test('no entry loses more than half of its questions', () => {
    const counts = Map.groupBy(lost, ({ entry }) => entry)
    expect(
      [...counts].filter(([, list]) => list.length > 6).map(([entry, list]) => `${entry}: ${list.length}`),
    ).toEqual([])
  })

  test('few questions of different entries nearly coincide', () => {
    expect(twins.length).toBeLessThan(asked / 100)
  })
})
