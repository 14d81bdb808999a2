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
    const [problem] = checkExamples(examples, {
      boundaries: new Map([['evade-tax', {} as never]]),
      entries: new Map(),
    })
    expect(problem).toMatchObject({ level: 'error', file: 'examples/evade-taxes.yaml' })
  })

  test('hold further ways of asking for entries, in a file for each topic', () => {
    const { examples, problems } = parseExamples(
      files({ 'examples/ways/quota.annual.yaml': 'annual-limit: { zh-Hans: [一年能买多少], en: [yearly cap] }' }),
    )
    expect(problems).toEqual([])
    expect(examples.ways.get('annual-limit')).toEqual({ 'zh-Hans': ['一年能买多少'], en: ['yearly cap'] })
  })

  test('are a problem where they lead to an entry that there is not, stand in two places, or lead to two entries', () => {
    const { examples, problems } = parseExamples(
      files({
        'examples/ways/a.yaml': 'one: { en: [how much] }\nlost: { en: [where] }',
        'examples/ways/b.yaml': 'one: { en: [how many] }\ntwo: { en: [how many] }',
      }),
    )
    expect(problems).toMatchObject([{ level: 'error', file: 'examples/ways/b.yaml' }])
    const entries = new Map(['one', 'two'].map((id) => [id, {} as never]))
    expect(checkExamples(examples, { boundaries: new Map(), entries }).map(({ what }) => what)).toEqual([
      expect.stringContaining('lost'),
      expect.stringContaining('how many'),
    ])
  })
})
