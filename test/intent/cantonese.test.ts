import { expect, test } from 'vitest'
import { inMandarin } from '../../src/intent/cantonese.ts'
import { piecesOf } from '../../src/intent/pieces.ts'

test('Cantonese words are read as the Mandarin ones', () => {
  expect(inMandarin('点样申报啲货先啱')).toBe('怎么申报些货先啱')
  expect(inMandarin('边个话佢唔使畀税')).toBe('谁话他不用给税')
})

test('of two words that begin alike the longer is read', () => {
  expect(inMandarin('唔使')).toBe('不用')
  expect(inMandarin('乜嘢')).toBe('什么')
})

test('Mandarin is left as it is', () => {
  expect(inMandarin('跨境系统里怎么看我的额度')).toBe('跨境系统里怎么看我的额度')
})

test('a question has the same pieces in both', () => {
  expect(piecesOf('我哋要申报乜嘢', [])).toEqual(piecesOf('我们要申报什么', []))
})
