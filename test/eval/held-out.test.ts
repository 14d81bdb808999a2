import { describe, expect, test } from 'vitest'
import { holdOut, strangers } from '../../src/eval/held-out.ts'
import { shipped } from '../content/shipped.ts'

const knowledge = shipped()
const FOLDS = 6
const questionsOf = ({ entries, boundaries }: Pick<typeof knowledge, 'entries' | 'boundaries'>) => [
  ...[...entries.values()].flatMap(({ texts }) => [...texts['zh-Hans'].questions, ...texts.en.questions]),
  ...[...boundaries.values()].flatMap(({ questions }) => [...questions['zh-Hans'], ...questions.en]),
]
const all = questionsOf(knowledge)

describe('ways of asking held out', () => {
  const folds = Array.from({ length: FOLDS }, (_, fold) => holdOut(knowledge, fold, FOLDS, 'boundary:'))

  test('are each held out in exactly one fold', () => {
    const heldOut = folds.flatMap((fold) => fold.heldOut.map(({ text }) => text))
    expect(heldOut.toSorted()).toEqual(all.toSorted())
  })

  test('are about as many in every fold', () => {
    const sizes = folds.map(({ heldOut }) => heldOut.length)
    expect(Math.min(...sizes)).toBeGreaterThan(0.9 * Math.max(...sizes))
  })

  test('are not in the knowledge that is asked them, and nothing else is missing from it', () => {
    for (const { knowledge: rest, heldOut } of folds)
      expect([...questionsOf(rest), ...heldOut.map(({ text }) => text)].toSorted()).toEqual(all.toSorted())
  })

  test('lead to what they were taken from', () => {
    for (const { text, id = '' } of folds[0]?.heldOut ?? []) {
      const boundary = id.startsWith('boundary:') ? knowledge.boundaries.get(id.slice('boundary:'.length)) : undefined
      const texts = knowledge.entries.get(id)?.texts
      const questions = boundary
        ? Object.values(boundary.questions)
        : Object.values(texts ?? {}).map(({ questions }) => questions)
      expect(questions.flat(), `${id}: ${text}`).toContain(text)
    }
  })

  test('leave every entry most of its questions, and take no fold’s share from one language alone', () => {
    for (const { knowledge: rest } of folds)
      for (const { id, texts } of rest.entries.values()) {
        const before = knowledge.entries.get(id)?.texts
        for (const locale of ['zh-Hans', 'en'] as const)
          expect(texts[locale].questions.length, id).toBeGreaterThanOrEqual(
            Math.floor((before?.[locale].questions.length ?? 0) * 0.6),
          )
      }
  })

  test('do not change the knowledge they were taken from', () => {
    expect(questionsOf(knowledge)).toEqual(all)
  })
})

test('strangers to the subject are asked of knowledge without boundaries, where nothing should fit', () => {
  const { knowledge: rest, heldOut } = strangers(knowledge)
  expect(rest.boundaries.size).toBe(0)
  expect(rest.entries.size).toBe(knowledge.entries.size)
  expect(heldOut.length).toBeGreaterThan(20)
  expect(heldOut.every(({ id }) => id === undefined)).toBe(true)
})
