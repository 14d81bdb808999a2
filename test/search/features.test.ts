import { describe, expect, test } from 'vitest'
import { createReader } from '../../src/search/features.ts'
import { fold } from '../../src/search/fold.ts'
import { formsOf } from '../../src/search/forms.ts'
import { lettersOf } from '../../src/search/letters.ts'

describe('the form of a question', () => {
  test.each([
    ['海淘一年能买多少', 'amount'],
    ['how much may I buy', 'amount'],
    ['能买几罐奶粉', 'count'],
    ['退税要多久', 'duration'],
    ['how long does it take', 'duration'],
    ['哪一年开始的', 'time'],
    ['when does it reset', 'time'],
    ['点解要实名', 'reason'],
    ['额度在哪查', 'place'],
    ['税由谁交', 'person'],
    ['怎么退货', 'way'],
    ['how do I return it', 'way'],
    ['三单是什么意思', 'meaning'],
    ['能不能转卖', 'permission'],
    ['may I resell it', 'permission'],
    ['要不要交税', 'duty'],
    ['低报会怎么样', 'consequence'],
    ['9610和9710有什么区别', 'difference'],
    ['海淘算不算进口', 'truth'],
    ['我的额度', 'as-person'],
    ['我们公司要备案', 'as-company'],
  ])('%s: %s', (text, form) => {
    expect(formsOf(fold(text))).toContain(form)
  })

  test('is no company for a person, nor a reason for a way', () => {
    expect(formsOf(fold('我的额度怎么查'))).not.toContain('as-company')
    expect(formsOf(fold('包裹怎么会被扣'))).not.toContain('way')
  })
})

describe('pieces of spelling', () => {
  test('are characters and pairs of a Chinese run, and four letters of a word', () => {
    expect(lettersOf('退货')).toEqual(['退', '退货', '货'])
    expect(lettersOf('quota')).toEqual(['^quo', 'quot', 'uota', 'ota$'])
    expect(lettersOf('2600 元, ok')).toEqual(['元'])
  })

  test('are whole characters, rare ones too', () => {
    expect(lettersOf('𠮷野家')).toEqual(['𠮷', '𠮷野', '野', '野家', '家'])
  })

  test('mostly survive a typing mistake', () => {
    const right = new Set(lettersOf('restriction'))
    expect(lettersOf('restrction').filter((piece) => right.has(piece)).length).toBeGreaterThan(4)
  })
})

test('a reader sees words, spelling, sounds, form, things and meanings of the same text', () => {
  const read = createReader(
    (text) => fold(text).match(/\p{Script=Han}{2}/gu) ?? [],
    (folded) => (folded.includes('奶粉') ? ['@milk-powder'] : []),
    (folded) => (folded.includes('限额') ? ['our-limits'] : []),
  )
  const { meanings, ...seen } = read('奶粉限額多少')
  expect(meanings()).toEqual(['our-limits'])
  expect(seen).toEqual({
    folded: '奶粉限额多少',
    words: ['奶粉', '限额', '多少', '@milk-powder'],
    letters: lettersOf('奶粉限额多少'),
    sounds: ['nai-fen', 'fen-xian', 'xian-e', 'e-duo', 'duo-sao'],
    forms: ['amount'],
  })
})
