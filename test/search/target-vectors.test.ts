import { beforeAll, describe, expect, test } from 'vitest'
import { wordsOf } from '../../src/core/lexicon.ts'
import { learnVectors } from '../../src/eval/learn-vectors.ts'
import { createReader } from '../../src/search/features.ts'
import { readVectors, writeVectors } from '../../src/search/learned-vectors.ts'
import { placeOf, weighed } from '../../src/search/piece-vectors.ts'
import { type LearnedVectors, pullsTowards, sharesAt, targetsOf } from '../../src/search/target-vectors.ts'

const read = createReader(
  (text) => text.match(/\p{Script=Han}{2}|[a-z]+/gu) ?? [],
  () => [],
)
/** Ways of asking about three things, put together so that words come again. */
const WAYS: Record<string, string[]> = {
  quota: ['额度', '限额', '还能买'].flatMap((what) => ['多少', '查一下', '今年的', '剩下的'].map((how) => what + how)),
  return: ['退货', '退回', '不想要了'].flatMap((what) =>
    ['多少天', '怎么办', '可以吗', '期限'].map((how) => what + how),
  ),
  tax: ['税率', '要交税', '税款'].flatMap((what) => ['多少', '怎么算', '可以吗', '今年的'].map((how) => what + how)),
}
const asked = (ids: string[]) =>
  ids.flatMap((id) => (WAYS[id] ?? []).map((text) => ({ id, features: read(text), counts: 1 })))
const ids = Object.keys(WAYS)

/** What a text most likely means among some targets, and how likely that is. */
function meant(text: string, learned: LearnedVectors, among: string[] = ids) {
  const targets = targetsOf(
    among,
    (index) => (WAYS[among[index] ?? ''] ?? []).map((way) => () => weighed(read(way), learned.pieces)),
    learned,
  )
  const place = new Float32Array(learned.pieces.dimensions)
  placeOf(weighed(read(text), learned.pieces), learned.pieces, place)
  const shares = new Float64Array(targets.ids.length)
  sharesAt(place, targets, shares)
  const share = Math.max(...shares)
  return { id: targets.ids[shares.indexOf(share)], share, total: shares.reduce((sum, one) => sum + one, 0) }
}

describe('what was learned from ways of asking', () => {
  let learned: LearnedVectors
  beforeAll(() => {
    learned = learnVectors(asked(ids))
  })

  test('tells what a text means that nobody wrote down', () => {
    expect(meant('我今年的额度查一下还剩下多少', learned)).toMatchObject({ id: 'quota' })
    expect(meant('东西不想要了，多少天可以退货', learned)).toMatchObject({ id: 'return' })
    expect(meant('税款怎么算，要交税多少', learned)).toMatchObject({ id: 'tax' })
  })

  test('gives shares that add up to one', () => {
    const { share, total } = meant('额度多少', learned)
    expect(share).toBeGreaterThan(0.5)
    expect(total).toBeCloseTo(1, 9)
  })

  test('is the same whenever it is learned', () => {
    expect(writeVectors(learnVectors(asked(ids)))).toBe(writeVectors(learned))
  })

  test('is written to text and read from it, as exactly as bytes allow', () => {
    const again = readVectors(writeVectors(learned))
    expect(again.targets.ids).toEqual(learned.targets.ids)
    expect([...wordsOf(again.pieces.vocabulary)]).toEqual([...wordsOf(learned.pieces.vocabulary)])
    expect(meant('税率多少', again).share).toBeCloseTo(meant('税率多少', learned).share, 1)
    expect(readVectors(writeVectors(again))).toEqual(again)
  })

  test('tells which pieces of a text pulled', () => {
    const [first] = pullsTowards(
      'return',
      weighed(read('退货多少'), learned.pieces),
      learned.pieces,
      learned.targets,
      3,
    )
    expect(first?.piece).toMatch(/退|货/)
    expect(first?.counts).toBeGreaterThan(0)
    expect(pullsTowards('none', weighed(read('退货'), learned.pieces), learned.pieces, learned.targets, 3)).toEqual([])
  })

  test('finds an entry that was written since, by its ways of asking', () => {
    const { targets, pieces } = learned
    const row = targets.ids.indexOf('return')
    const before = {
      ids: targets.ids.filter((id) => id !== 'return'),
      vectors: targets.vectors.filter((_, at) => Math.floor(at / pieces.dimensions) !== row),
      bias: targets.bias.filter((_, at) => at !== row),
    }
    for (const [text, id] of [
      ['东西不想要了，多少天可以退货', 'return'],
      ['税款怎么算，要交税多少', 'tax'],
    ] as const)
      expect(meant(text, { ...learned, targets: before })).toMatchObject({ id })
  })

  test('weighs in what is not ours, although an index has no such thing', () => {
    const weather = ['天气', '下雨', '气温'].flatMap((what) => ['多少', '怎么样', '今天'].map((how) => what + how))
    const more = learnVectors([
      ...asked(ids),
      ...weather.map((text) => ({ id: 'boundary:weather', features: read(text), counts: 1 })),
    ])
    expect(meant('今天天气怎么样', more)).toMatchObject({ id: 'boundary:weather' })
  })
})
