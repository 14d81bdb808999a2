import { readFileSync } from 'node:fs'
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
