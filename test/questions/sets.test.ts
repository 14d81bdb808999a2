import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { readLines, type TestQuestion, testDialogue, testQuestion } from '../../src/eval/questions.ts'

const KINDS = ['lookup', 'calc', 'history', 'premise', 'compare', 'procedure', 'status']
const OUTCOMES: Record<string, string> = { far: 'decline', near: 'decline', harmful: 'refuse', noise: 'safe' }

const file = (set: string, name: string) => fileURLToPath(new URL(`sets/${set}/${name}.jsonl`, import.meta.url))

const readSet = async (set: string) => ({
  questions: await readLines(file(set, 'questions'), testQuestion),
  oos: await readLines(file(set, 'oos'), testQuestion),
  dialogues: await readLines(file(set, 'dialogues'), testDialogue),
})
type QuestionSet = Awaited<ReturnType<typeof readSet>>

/** A question without case, spaces and punctuation: what makes two lines the same question. */
const bare = (question: string) => question.toLowerCase().replace(/[\p{P}\p{Z}\s]/gu, '')

const repeated = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index)

describe('the question sets', () => {
  const sets: QuestionSet[] = []
  beforeAll(async () => {
    sets.push(await readSet('development'), await readSet('development-6'))
  })

  const singles = (): TestQuestion[] => sets.flatMap(({ questions, oos }) => [...questions, ...oos])

  test('hold lines in every file of both sets', () => {
    for (const { questions, oos, dialogues } of sets) {
      expect(questions.length).toBeGreaterThan(150)
      expect(oos.length).toBeGreaterThan(50)
      expect(dialogues.length).toBeGreaterThan(10)
    }
  })

  test('use each id once over both sets', () => {
    const ids = sets.flatMap((set) => [...set.questions, ...set.oos, ...set.dialogues].map(({ id }) => id))
    expect(repeated(ids)).toEqual([])
  })

  test('ask each question once over both sets', () => {
    const asked = singles().map(({ q }) => bare(q) || q)
    expect(repeated(asked)).toEqual([])
  })

  test('hold patterns that compile and that an empty reply does not meet', () => {
    const turns = [...singles(), ...sets.flatMap(({ dialogues }) => dialogues.flatMap(({ turns }) => turns))]
    for (const pattern of turns.flatMap(({ must, must_not }) => [...must, ...must_not])) {
      expect(new RegExp(pattern, 'ims').test(''), pattern).toBe(false)
    }
  })

  test('say of each question of policy what a right reply holds, its kind and its topic', () => {
    for (const { questions } of sets) {
      const bad = questions.filter(({ must, kind, topic }) => must.length === 0 || !KINDS.includes(kind) || !topic)
      expect(bad.map(({ id }) => id)).toEqual([])
    }
  })

  test('say of each other question which outcome is right', () => {
    for (const { oos } of sets) {
      const bad = oos.filter(({ kind, expect: outcome }) => !outcome || OUTCOMES[kind] !== outcome)
      expect(bad.map(({ id }) => id)).toEqual([])
    }
  })

  test('hold conversations of three to five turns, each with something to hold', () => {
    for (const { dialogues } of sets) {
      const bad = dialogues.filter(
        ({ turns }) => turns.length < 3 || turns.length > 5 || turns.some(({ must }) => must.length === 0),
      )
      expect(bad.map(({ id }) => id)).toEqual([])
    }
  })
})
