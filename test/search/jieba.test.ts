import fc from 'fast-check'
import { add_word, cut_for_search } from 'jieba-wasm'
import { describe, expect, test } from 'vitest'
import { jieba } from '../../src/search/jieba/jieba.ts'
import { shipped } from '../content/shipped.ts'

const OWN = ['跨境电商', '年度交易限值', '风险告知书', '海淘', '限值']
for (const word of OWN) add_word(word, 20_000)
const cut = jieba(OWN.map((word) => [word, 20_000]))
const asJiebaDoes = (run: string) => cut_for_search(run, true)
const runsOf = (text: string) => text.match(/\p{Script=Han}+/gu) ?? []

const texts = [...shipped().entries.values()].flatMap(({ texts: { 'zh-Hans': text } }) => [
  text.title,
  ...text.questions,
  text.answer,
  text.detail,
])
const runs = [...new Set(texts.flatMap(runsOf))]
const characters = [...new Set(runs.join(''))]

describe("jieba's cut for search", () => {
  test.each([
    ['南京市长江大桥', ['南京', '京市', '南京市', '长江', '大桥', '长江大桥']],
    ['跨境电商年度交易限值', ['跨境', '电商', '跨境电商', '年度', '交易', '限值', '年度交易限值']],
    // No words of the dictionary: cut where words are likely to begin and end.
    ['他来到了网易杭研大厦', ['他', '来到', '了', '网易', '杭研', '大厦']],
    ['', []],
  ])('of %s', (run, words) => {
    expect(cut(run)).toEqual(words)
  })

  test('is the one of jieba itself, in everything that the entries say and are asked by', () => {
    expect(runs.length).toBeGreaterThan(2000)
    for (const run of runs) expect(cut(run), run).toEqual(asJiebaDoes(run))
  })

  test('is the one of jieba itself, in any order of characters, traditional, rare and beyond the basic plane as well', () => {
    const any = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...characters) },
      { weight: 2, arbitrary: fc.constantFrom(...'嘅攞嗰啲㗎㨂稅額電商㐀〇々﨎𠮷𡃁') },
      { weight: 1, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)) },
    )
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 20 }), (some) => {
        const run = some.join('')
        expect(cut(run)).toEqual(asJiebaDoes(run))
      }),
      { numRuns: 3000 },
    )
  })

  test('does not let words taught to one cut change another', () => {
    const untaught = jieba([])
    expect(untaught('跨境电商')).not.toContain('跨境电商')
    expect(jieba([['跨境电商', 20_000]])('跨境电商')).toContain('跨境电商')
    expect(untaught('跨境电商')).not.toContain('跨境电商')
  })
})
