import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { buildKnowledge } from '../../src/knowledge/build.ts'
import { checkTree } from '../../src/knowledge/check-modes.ts'
import { decisionTree } from '../../src/knowledge/parse-modes.ts'
import { readFolder } from '../../src/knowledge/read.ts'
import { parseYaml } from '../../src/knowledge/yaml.ts'

type Written = {
  questions: { id: string; choices: { id: string; to: { question?: string; outcome?: string } }[] }[]
  outcomes: Record<string, unknown>[]
}
const words = (text: string) => ({ 'zh-Hans': text, en: text })
const outcome = (id: string) => ({
  id,
  name: words(id),
  verdict: words(id),
  papers: [words('p')],
  tax: [words('t')],
  mistake: [words('m')],
  effective: { from: '2026-01-01' },
  citations: [{ document: 'mof-2026-11' }],
  entries: ['export-three-outcomes'],
})
const question = (id: string, ...choices: [string, { question?: string; outcome?: string }][]) => ({
  id,
  ask: words(id),
  choices: choices.map(([choice, to]) => ({ id: choice, label: words(choice), to })),
})
const problems = (written: unknown) =>
  parseYaml(stringify(written), 'modes.yaml', decisionTree).problems.map(({ line, what }) => `${line} ${what}`)

const sound = (): Written => ({
  questions: [
    question('a', ['x', { question: 'b' }], ['y', { outcome: 'one' }]),
    question('b', ['x', { outcome: 'one' }], ['y', { outcome: 'two' }]),
  ],
  outcomes: [outcome('one'), outcome('two')],
})

describe('a decision tree', () => {
  test('is read with its first question first and its checklists in order', () => {
    const tree = parseYaml(stringify(sound()), 'modes.yaml', decisionTree).value
    expect(tree?.first).toBe('a')
    expect(tree?.outcomes.get('one')?.sections.map(({ id }) => id)).toEqual(['papers', 'tax', 'mistake'])
  })

  test('may not lead to what is not there, and the line is named', () => {
    const written = sound()
    const [first] = written.questions[0]?.choices ?? []
    if (first) first.to = { outcome: 'three' }
    const [problem] = problems(written)
    expect(problem).toMatch(/^\d+ questions\.0\.choices\.0\.to: leads to "three", which is not there$/)
  })

  test('may not go in a circle', () => {
    const written = sound()
    const back = written.questions[1]?.choices[0]
    if (back) back.to = { question: 'a' }
    expect(problems(written).join('\n')).toContain('goes in a circle: a: x, b: x leads back to "a"')
  })

  test('may not leave a question or an outcome out of reach', () => {
    const written = sound()
    written.questions.push(
      question('c', ['x', { outcome: 'one' }], ['y', { outcome: 'two' }]) as Written['questions'][number],
    )
    written.outcomes.push(outcome('three'))
    const found = problems(written).join('\n')
    expect(found).toContain('no answers lead to the question "c"')
    expect(found).toContain('no answers lead to the outcome "three"')
  })

  test('may not ask more than five questions', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const written = {
      questions: ids.map((id, index) =>
        question(
          id,
          ['x', ids[index + 1] ? { question: ids[index + 1] as string } : { outcome: 'one' }],
          ['y', { outcome: 'one' }],
        ),
      ),
      outcomes: [outcome('one')],
    }
    expect(problems(written).join('\n')).toContain('asks more than 5 questions')
    expect(problems({ ...written, questions: written.questions.slice(1) })).toEqual([])
  })

  test('may not use an id twice', () => {
    const written = sound()
    written.outcomes.push(outcome('one'))
    const choice = written.questions[0]?.choices[1]
    if (choice) choice.id = 'x'
    const found = problems(written).join('\n')
    expect(found).toContain('outcomes.2: id "one" is used twice')
    expect(found).toContain('questions.0.choices.1: id "x" is used twice')
  })
})

describe('the shipped trees in the shipped knowledge', async () => {
  const files = await readFolder('knowledge')
  const { knowledge, problems: found } = buildKnowledge(files, { today: '2026-11-23', reviewAfterDays: 365 })
  if (!knowledge) throw new Error(found.map(({ file, what }) => `${file} ${what}`).join('\n'))

  /** What the check finds in `modes.yaml` after a change. */
  const changed = (change: (tree: { outcomes: Record<string, unknown>[] }) => void): string[] => {
    const written = parse(files.get('modes.yaml') ?? '', { schema: 'core' })
    change(written)
    const parsed = parseYaml(stringify(written), 'modes.yaml', decisionTree)
    if (!parsed.value) throw new Error(parsed.problems.map(({ what }) => what).join('\n'))
    return checkTree(parsed.value, 'modes.yaml', knowledge).map(({ file, what }) => `${file} ${what}`)
  }

  test('are sound', () => {
    expect(knowledge.modes.questions.size).toBeGreaterThan(10)
    expect(knowledge.exportTaxPositions.questions.size).toBeGreaterThan(5)
    expect(changed(() => {})).toEqual([])
  })

  test.each([
    ['a document that is not there', { citations: [{ document: 'gacc-2018-195' }] }, 'there is no "gacc-2018-195"'],
    ['an entry that is not there', { entries: ['mode-9610-whatt'] }, 'there is no "mode-9610-whatt"'],
    ['a contact that is not there', { ask: ['nobody'] }, 'there is no "nobody"'],
    ['a figure that is not there', { verdict: words('{{ no-such-figure }}') }, 'no-such-figure'],
    ['a bare policy number', { verdict: words('最多 26000 元') }, 'the number 26000 stands in prose'],
    ['a deadline without a figure', { deadlines: [words('soon')] }, 'names a deadline without its figure'],
    ['no papers', { papers: [] }, 'has no papers'],
    ['nobody to ask', { confidence: 'uncertain', unsettled: words('open'), ask: [] }, 'names nobody to ask'],
    ['no word on what is open', { confidence: 'uncertain', ask: ['tax-office'] }, 'does not say what is open'],
    ['a period its figures do not cover', { effective: { from: '2016-04-08' } }, 'has no value'],
  ])('are refused with %s', (_, fields, message) => {
    const found = changed(({ outcomes }) => Object.assign(outcomes[0] ?? {}, fields))
    expect(found.join('\n')).toContain(message)
    expect(found.every((one) => one.startsWith('modes.yaml (9610-import)'))).toBe(true)
  })
})
