import { describe, expect, test } from 'vitest'
import { answersIn, chosen } from '../../src/advisors/answers-in.ts'
import { next } from '../../src/advisors/decision.ts'
import { type DecisionTree, MOST_QUESTIONS, pathsOf } from '../../src/core/decision-tree.ts'
import { figures, TODAY } from './context.ts'
import { asks, shippedTree } from './trees.ts'

const trees: [string, DecisionTree][] = [
  ['modes.yaml', await shippedTree('modes.yaml')],
  ['export-tax-positions.yaml', await shippedTree('export-tax-positions.yaml')],
]

describe.each(trees)('%s', (_, tree) => {
  const paths = [...pathsOf(tree)]

  test('asks at most five questions on every path, and every path ends in an outcome', () => {
    for (const { answers, ends } of paths) {
      expect(ends).toHaveProperty('outcome')
      expect(answers.length).toBeLessThanOrEqual(MOST_QUESTIONS)
    }
  })

  test('reaches every question and every outcome', () => {
    const asked = new Set(paths.flatMap(({ answers }) => answers.map(({ question }) => question)))
    const ended = new Set(paths.map(({ ends }) => ('outcome' in ends ? ends.outcome : '')))
    expect([...asked].sort()).toEqual([...tree.questions.keys()].sort())
    expect([...ended].sort()).toEqual([...tree.outcomes.keys()].sort())
  })

  test.each(
    paths.map(({ answers, ends }) => ({ route: answers.map(({ choice }) => choice).join(' → '), answers, ends })),
  )('walks $route step by step to its outcome', ({ answers, ends }) => {
    const given: Record<string, string> = {}
    let left = MOST_QUESTIONS + 1
    for (const { question, choice } of answers) {
      const step = next(tree, given, TODAY)
      expect(step).toMatchObject({ kind: 'ask', question: { id: question } })
      if (step.kind === 'ask') {
        expect(step.left).toBeLessThan(left)
        left = step.left
      }
      given[question] = choice
    }
    expect(left).toBeGreaterThanOrEqual(1)
    const end = next(tree, given, TODAY)
    expect(end).toMatchObject({
      kind: 'decided',
      outcome: { id: 'outcome' in ends && ends.outcome },
      answered: answers,
    })
    expect(next(tree, given, TODAY)).toEqual(end)
  })

  test('puts a question again that was answered with none of its choices', () => {
    expect(asks(tree, {})).toBe(tree.first)
    expect(asks(tree, { [tree.first]: 'nonsense', elsewhere: 'x' })).toBe(tree.first)
  })

  test('makes every outcome a checklist that says what to prepare, how it is taxed and what goes wrong', () => {
    for (const { id, sections, sources, entries } of tree.outcomes.values()) {
      const found = sections.map((section) => section.id)
      expect(found, id).toEqual(expect.arrayContaining(['papers', 'tax', 'mistake']))
      expect(sources.length, id).toBeGreaterThan(0)
      expect(entries.length, id).toBeGreaterThan(0)
    }
  })

  test('says whom to ask wherever something is not settled', () => {
    for (const { id, unsettled, confidence, ask } of tree.outcomes.values()) {
      if (unsettled || confidence === 'uncertain') expect(ask, id).not.toEqual([])
      if (confidence === 'uncertain') expect(unsettled, id).toBeDefined()
    }
  })

  test('names its deadlines by figures that have a value', () => {
    for (const { id, sections } of tree.outcomes.values())
      for (const { figures: named } of sections.find((section) => section.id === 'deadlines')?.items ?? []) {
        expect(named.length, id).toBeGreaterThan(0)
        for (const figure of named) expect(figures.has(figure), `${id}: ${figure}`).toBe(true)
      }
  })

  test('knows an answer by its label in either language, its number or its id', () => {
    for (const question of tree.questions.values())
      question.choices.forEach(({ id, label }, index) => {
        expect(chosen(question, label['zh-Hans'])).toBe(id)
        expect(chosen(question, ` ${label.en.toUpperCase()}? `)).toBe(id)
        expect(chosen(question, String(index + 1))).toBe(id)
        expect(chosen(question, `${index + 1}.`)).toBe(id)
        expect(chosen(question, id)).toBe(id)
      })
  })

  test('no word of a choice means another choice of the same question', () => {
    for (const question of tree.questions.values())
      for (const { id, words } of question.choices)
        for (const word of [...words.zh, ...words.en]) {
          const meant = chosen(question, word)
          if (meant !== undefined) expect(meant, `${question.id}: ${word}`).toBe(id)
        }
  })
})

test('an answer is known by its label as it was shown, figures and all', () => {
  const [, tree] = trees[1] as [string, DecisionTree]
  const time = tree.questions.get('time')
  if (!time) throw new Error('no time')
  const shown = (label: { en: string }) => [label.en.replaceAll(/\{\{[^}]*\}\}/g, '30 April')]
  expect(chosen(time, 'more than 30 April ago', shown)).toBe('too-late')
  expect(chosen(time, 'more than 30 April ago')).toBeUndefined()
})

test('an answer that fits two choices, or none, is no answer', () => {
  const [, tree] = trees[0] as [string, DecisionTree]
  const direction = tree.questions.get('direction')
  if (!direction) throw new Error('no direction')
  expect(chosen(direction, '进口和出口都做')).toBeUndefined()
  expect(chosen(direction, '今天天气不错')).toBeUndefined()
  expect(chosen(direction, '4')).toBeUndefined()
  expect(chosen(direction, '0')).toBeUndefined()
})

test('a word that is denied is not meant', () => {
  const [, tree] = trees[1] as [string, DecisionTree]
  for (const text of [
    '没有专票',
    '我没有增值税发票',
    'no special invoices',
    'we are not a general taxpayer',
    '没有在综试区登记的货',
  ])
    for (const [question, choice] of [
      ['invoices', 'special'],
      ['taxpayer', 'general'],
      ['zone', 'registered'],
    ] as const)
      expect(answersIn(tree, text)[question], text).not.toBe(choice)
  expect(answersIn(tree, '有专票，不是小规模，是一般纳税人')).toMatchObject({
    invoices: 'special',
    taxpayer: 'general',
  })
})

test.each(['出口9610要不要退税', '有没有票都能报吗', '保税仓那里能不能做1210', '是不是认定的市场怎么查'])(
  'a question with its own denial is no answer: %s',
  (text) => {
    const { direction: _, ...answers } = answersIn(trees[0]?.[1] as DecisionTree, text)
    expect(Object.keys(answers).filter((id) => /invoices|place|approved/.test(id))).toEqual([])
  },
)

test('English words count as words only', () => {
  const [, tree] = trees[0] as [string, DecisionTree]
  expect(answersIn(tree, 'we report to fbar')).toEqual({})
  expect(answersIn(tree, 'Shipping to FBA.')).toMatchObject({ direction: 'export', 'export-buyer': 'nobody-yet' })
})

test('a tree that leads nowhere is a bug, not an answer', () => {
  expect(() => next({ first: '', questions: new Map(), outcomes: new Map() }, {}, TODAY)).toThrow('leads nowhere')
})
