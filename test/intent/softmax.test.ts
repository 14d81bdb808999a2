import { describe, expect, test } from 'vitest'
import { lexiconOf, sizeOf } from '../../src/core/lexicon.ts'
import { fitIntents } from '../../src/eval/fit-intents.ts'
import { piecesOf } from '../../src/intent/pieces.ts'
import { classify, counted, readSoftmax, type SoftmaxModel, writeSoftmax } from '../../src/intent/softmax.ts'

const MESSAGES: [text: string, label: number][] = [
  ['怎么查额度', 0],
  ['额度是多少', 0],
  ['怎么瞒着海关', 1],
  ['瞒着海关怎么弄', 1],
]

function fitted(): SoftmaxModel {
  const vocabulary = lexiconOf(new Set(MESSAGES.flatMap(([text]) => piecesOf(text, []).spelling)))
  const samples = MESSAGES.map(([text, label]) => ({ ...counted(piecesOf(text, []), vocabulary), label, weight: 1 }))
  return { classes: ['ask', 'hide'], vocabulary, weights: fitIntents(samples, sizeOf(vocabulary), 2) }
}

describe('the model', () => {
  test('learns what tells messages apart, and carries it over to others', () => {
    const model = fitted()
    expect(classify(model, piecesOf('额度怎么算', []))[0]).toBeGreaterThan(0.5)
    expect(classify(model, piecesOf('瞒着他们', []))[1]).toBeGreaterThan(0.5)
  })

  test('is the same every time it is learned', () => {
    expect(fitted().weights).toEqual(fitted().weights)
  })

  test('written and read again judges as before, to the hundredth', () => {
    const model = fitted()
    const again = readSoftmax(writeSoftmax(model))
    for (const [text] of MESSAGES)
      expect(classify(again, piecesOf(text, []))[0]).toBeCloseTo(classify(model, piecesOf(text, []))[0] ?? 0, 2)
  })

  test('knows nothing of pieces it has not seen: then only how common each class is counts', () => {
    const [one, other] = classify(fitted(), piecesOf('zzz', []))
    expect(Math.abs((one ?? 0) - (other ?? 0))).toBeLessThan(0.2)
  })
})

describe('the pieces of a message', () => {
  test('are characters by ones, pairs and triples, words, the last clause again, and numbers by their size', () => {
    const { spelling } = piecesOf('60个人, how to split', [])
    expect(spelling).toEqual(expect.arrayContaining(['#2', '个', '个人', 'how', 'how to', '$how', 'split']))
  })

  test('name a number of many digits, and take others for alike', () => {
    expect(piecesOf('9610', []).spelling).toContain('n9610')
    expect(piecesOf('61', []).spelling).toEqual(piecesOf('60', []).spelling)
  })
})
