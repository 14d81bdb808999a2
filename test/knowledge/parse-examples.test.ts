import { describe, expect, test } from 'vitest'
import { checkExamples, parseExamples } from '../../src/knowledge/parse-examples.ts'

const files = (more: Record<string, string>) => new Map(Object.entries(more))

describe('the examples of intents', () => {
  test('are read by boundary, with the honest ones and the asks apart', () => {
    const { examples, problems } = parseExamples(
      files({
        'examples/evade-tax.yaml': 'said: { zh-Hans: [怎么少报], en: [how to hide it] }\nplans: { zh-Hans: [想少报] }',
        'examples/lawful.yaml': 'said: { zh-Hans: [少报怎么罚] }',
        'examples/asks.yaml': 'way: { zh-Hans: [怎么弄] }',
        'figures/x.yaml': 'not read here',
      }),
    )
    expect(problems).toEqual([])
    expect(examples.boundaries.get('evade-tax')?.plans['zh-Hans']).toEqual(['想少报'])
    expect(examples.lawful['zh-Hans']).toEqual(['少报怎么罚'])
    expect(examples.asks.way['zh-Hans']).toEqual(['怎么弄'])
  })

  test('with a key nobody knows are a problem, by file and line', () => {
    const { problems } = parseExamples(files({ 'examples/evade-tax.yaml': 'said: {}\nsayd: {}' }))
    expect(problems).toMatchObject([{ level: 'error', file: 'examples/evade-tax.yaml', line: 2 }])
  })

  test('of a boundary that there is not are a problem', () => {
    const { examples } = parseExamples(files({ 'examples/evade-taxes.yaml': 'said: { en: [x] }' }))
    const [problem] = checkExamples(examples, { boundaries: new Map([['evade-tax', {} as never]]) })
    expect(problem).toMatchObject({ level: 'error', file: 'examples/evade-taxes.yaml' })
  })
})
