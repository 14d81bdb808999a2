import { describe, expect, test } from 'vitest'
import { checkRetrieval } from '../../src/conversation/check-retrieval.ts'
import { understand } from '../../src/conversation/understanding.ts'
import { WEIGHTS } from '../../src/search/weights.ts'
import { put, smallKnowledge, TODAY } from '../knowledge/small-knowledge.ts'

const RATE = 'entries/tax.rates/composite-rate.zh-Hans.md'
const check = (changes?: Parameters<typeof smallKnowledge>[0]) =>
  checkRetrieval(understand(smallKnowledge(changes)), TODAY, WEIGHTS)

describe('asking every entry its own questions', () => {
  test('finds nothing to say about entries that are told apart', () => {
    expect(check()).toEqual({ asked: 24, confusions: [] })
  })

  test('finds a question that another entry answers better, and says which', () => {
    const { confusions } = check({ [RATE]: put('海淘税高不高', '请问一年最多能买多少') })
    expect(confusions).toContainEqual({
      entry: 'composite-rate',
      question: '请问一年最多能买多少',
      kind: 'led-elsewhere',
      instead: 'annual-limit',
      file: RATE,
    })
  })

  test('finds questions of two entries that nearly coincide', () => {
    const { confusions } = check({ [RATE]: put('海淘税高不高', '请问海淘一年封顶是多少呢') })
    expect(confusions).toContainEqual(
      expect.objectContaining({
        entry: 'composite-rate',
        kind: 'nearly-coincides',
        instead: 'annual-limit: 海淘一年封顶多少',
      }),
    )
  })

  test('asks an entry of the past on a day on which it was in force', () => {
    const { confusions } = check({
      [RATE]: put('effective: { from: 2016-04-08 }', 'effective: { from: 2016-04-08, to: 2018-12-31 }'),
    })
    expect(confusions).toEqual([])
  })
})
