import { expect, test } from 'vitest'
import { crossTable, crossValidate } from '../../src/eval/cross-validate.ts'
import { FOLDS, type Trial } from '../../src/eval/trials.ts'
import { SIGNALS, type Signals } from '../../src/search/searchable.ts'
import { WEIGHTS } from '../../src/search/weights.ts'

const zero = Object.fromEntries(SIGNALS.map((name) => [name, 0])) as Signals
const hit = (id: string, asked: number) => ({ id, nearest: '', signals: { ...zero, asked } })
/** Questions whose right entry has the most of one signal, strangers that have little of it, and in the last fold the other way round. */
const all: Trial[] = Array.from({ length: FOLDS * 60 }, (_, index): Trial => {
  const fold = Math.floor(index / 60)
  const stranger = index % 6 === 4
  const odd = fold === FOLDS - 1
  const hits = stranger ? [hit('a', 0.1), hit('b', 0.05)] : [hit('a', odd ? 0.1 : 0.9), hit('b', odd ? 0.9 : 0.1)]
  return {
    text: String(index),
    found: { hits, unknown: stranger ? 1 : 0, length: 0 },
    id: stranger ? undefined : 'a',
    kind: stranger ? 'stranger' : 'held-out',
    fold,
  }
})

test('each part is measured by weights that have not seen it, strangers apart', () => {
  const { 'held-out': heldOut, stranger } = crossValidate(all, { ...WEIGHTS, answer: 0.6, offer: 0.05, decline: 0.5 })
  expect(heldOut.asked).toBe(FOLDS * 50)
  // Weights that had seen the odd part would not put its right entries last.
  expect(heldOut.first).toBe((FOLDS - 1) * 50)
  expect(heldOut.wrong + heldOut.right + heldOut.clarified + heldOut.unhelpful + heldOut.declined).toBe(heldOut.asked)
  expect(stranger).toMatchObject({ asked: 0, strangers: FOLDS * 10, keptOut: FOLDS * 10 })
})

test('the table tells shares of those asked', () => {
  const table = crossTable(crossValidate(all, WEIGHTS))
  expect(table).toContain(`| held out | ${FOLDS * 50} | 83.3 %`)
  expect(table).toContain('| held out and mistyped | 0 | – |')
})
