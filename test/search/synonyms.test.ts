import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { synonymMap } from '../../src/knowledge/parse-lists.ts'
import { parseYaml } from '../../src/knowledge/yaml.ts'
import { canonicalWords } from '../../src/search/synonyms.ts'

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('the policy’s words for people’s words', () => {
  const canonical = canonicalWords({
    zh: { 跨境电商: ['海淘', '跨境购', '跨境'], 额度: ['限额', '上限'], 海外仓: ['fba', '海外仓库'] },
    en: { quota: ['allowance'], 'annual limit': ['yearly limit', 'yearly cap'], tax: ['duty', 'duties'] },
  })
  test.each([
    ['海淘上限', '跨境电商 额度'],
    ['跨境购有限额吗', '跨境电商 有 额度 吗'],
    ['跨境电商', '跨境电商'],
    ['海外仓库', '海外仓'],
    ['yearly limit', 'annual limit'],
    ['my allowance', 'my quota'],
    ['duty and duties', 'tax and tax'],
    ['fba头程', '海外仓 头程'],
  ])('%s: %s', (text, expected) => {
    expect(squeeze(canonical(text))).toBe(expected)
  })

  test.each(['heavy-duty'.replace('-', ''), 'allowances', 'fbas', 'dutyfree'])(
    'leave %s alone, which only holds one',
    (word) => {
      expect(canonical(word)).toBe(word)
    },
  )

  test('write each place once: what was written is not looked at again', () => {
    const circle = canonicalWords({ zh: { 甲: ['乙'], 乙: ['丙'] }, en: {} })
    expect(squeeze(circle('丙乙'))).toBe('乙 乙')
  })

  test('take words with signs of a pattern to the letter, and nothing for nothing', () => {
    const canonical = canonicalWords({ zh: {}, en: { 'c plus': ['c++'], dot: ['a.b'] } })
    expect(squeeze(canonical('a.b'))).toBe('dot')
    expect(canonical('axb')).toBe('axb')
    expect(canonicalWords({ zh: {}, en: {} })('海淘')).toBe('海淘')
  })

  test('stand just where a pattern of all words would find them, the longest first and Latin ones whole', () => {
    const letter = fc.constantFrom(...'ab1 -额度')
    const word = fc.string({ unit: letter, minLength: 1, maxLength: 4 }).filter((text) => text.trim() === text)
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 12 }),
        fc.string({ unit: letter, maxLength: 30 }),
        (words, text) => {
          const longest = words.toSorted((one, other) => other.length - one.length)
          const [latin, other] = [/^[a-z0-9]/, /^[^a-z0-9]/].map((begins) => longest.filter((one) => begins.test(one)))
          const parts = [
            ...(latin?.length ? [`(?<![a-z0-9])(?:${latin.join('|')})(?![a-z0-9])`] : []),
            ...(other ?? []),
          ]
          const plainly = text.replace(new RegExp(parts.join('|'), 'gu'), (found) => ` <${words.indexOf(found)}> `)
          const groups = Object.fromEntries(words.map((one, at) => [`<${at}>`, [one]]))
          expect(canonicalWords({ zh: groups, en: {} })(text)).toBe(plainly)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('are found for folded, traditional and capital forms alike', () => {
    const folded = canonicalWords({ zh: { 退货: ['退掉'] }, en: { CBEC: ['Tmall Global'] } })
    expect(squeeze(folded('tmall global'))).toBe('cbec')
  })
})

test('of the shipped synonyms none says that one word means two things', () => {
  const synonyms = parseYaml(readFileSync('knowledge/synonyms.yaml', 'utf8'), 'synonyms.yaml', synonymMap).value
  expect(Object.keys(synonyms?.zh ?? {}).length).toBeGreaterThan(20)
  for (const groups of [synonyms?.zh ?? {}, synonyms?.en ?? {}]) {
    const seen = new Map<string, string>()
    for (const [policy, people] of Object.entries(groups))
      for (const word of people) {
        expect(seen.get(word) ?? policy, word).toBe(policy)
        seen.set(word, policy)
      }
  }
})
