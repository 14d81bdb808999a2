import { pinyin } from 'pinyin-pro'
import { describe, expect, test } from 'vitest'
import { altered, typist } from '../../src/eval/typos.ts'
import { seeded } from '../../src/search/seeded.ts'

const CORPUS = ['年度限额是多少', '年渡现鄂是多烧', '查询退货推获']

describe('numbers from a seed', () => {
  test('are the same in every run, and others for another seed', () => {
    const draw = (seed: number) => {
      const next = seeded(seed)
      return Array.from({ length: 5 }, next)
    }
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
    expect(draw(20261123)).toEqual(draw(20261123))
  })

  test('lie between 0 and 1 and are spread out', () => {
    const next = seeded(7)
    const list = Array.from({ length: 10_000 }, next)
    expect(Math.min(...list)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...list)).toBeLessThan(1)
    const mean = list.reduce((sum, one) => sum + one, 0) / list.length
    expect(mean).toBeGreaterThan(0.48)
    expect(mean).toBeLessThan(0.52)
  })
})

describe('a hurried thumb', () => {
  test('writes the same mistakes in every run', () => {
    const write = () => {
      const mistyped = typist(CORPUS, seeded(3))
      return ['年度限额是多少', 'how much is the annual allowance', '查询退货'].map(mistyped)
    }
    expect(write()).toEqual(write())
  })

  test('puts one character of the same sound for another', () => {
    const sound = (text: string) => pinyin(text, { toneType: 'none' })
    const mistyped = typist(CORPUS, seeded(1))
    let changed = 0
    for (let round = 0; round < 50; round++) {
      const text = '年度限额是多少'
      const wrong = mistyped(text)
      expect([...wrong]).toHaveLength([...text].length)
      const apart = [...wrong].flatMap((character, index) =>
        character === text[index] ? [] : [[character, text[index] ?? '']],
      )
      expect(apart.length).toBeLessThanOrEqual(1)
      for (const [typed = '', meant = ''] of apart) expect(sound(typed)).toBe(sound(meant))
      changed += apart.length
    }
    expect(changed).toBeGreaterThan(10)
  })

  test('drops a letter of a long English word, or swaps two', () => {
    const mistyped = typist(CORPUS, seeded(5))
    for (let round = 0; round < 50; round++) {
      const wrong = mistyped('is the allowance big')
      expect(wrong).toMatch(/^is the \w+ big$/)
      const word = wrong.split(' ')[2] ?? ''
      expect([8, 9]).toContain(word.length)
      expect(word.startsWith('al')).toBe(true)
      if (word.length === 9) expect([...word].sort().join('')).toBe([...'allowance'].sort().join(''))
    }
  })

  test.each(['税', '退货', 'tax', 'is it ok', '9610', ''])(
    'leaves %s alone, in which there is nothing to mistype',
    (text) => {
      expect(typist(CORPUS, seeded(1))(text)).toBe(text)
    },
  )
})

test.each(['海淘一年最多能买多少东西呢', 'how much may one person buy in a year'])(
  'a text put a little otherwise keeps most of %s, and is the same for the same seed',
  (text) => {
    const [one, other] = [seeded(5), seeded(5)]
    for (let round = 0; round < 20; round++) {
      const put = altered(text, one)
      expect(altered(text, other)).toBe(put)
      const kept = [...text].filter((character) => put.includes(character)).length
      expect(kept / text.length).toBeGreaterThan(0.6)
    }
  },
)
