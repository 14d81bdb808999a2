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

  test('are read in cells alike in wish and wording, and beside a boundary where the questions are ours', () => {
    const { examples, problems } = parseExamples(
      files({
        'examples/evade-tax.yaml': 'cells: [{ of: "too low a value, blunt", en: [lowest price] }]',
        'examples/beside/evade-tax.yaml': 'cells: [{ of: "too low a value, a victim", zh-Hans: [卖家写低了] }]',
      }),
    )
    expect(problems).toEqual([])
    expect(examples.boundaries.get('evade-tax')?.cells).toEqual([
      { of: 'too low a value, blunt', 'zh-Hans': [], en: ['lowest price'] },
    ])
    expect(examples.beside.get('evade-tax')?.map((cell) => cell['zh-Hans'])).toEqual([['卖家写低了']])
  })

  test('with a key nobody knows are a problem, by file and line', () => {
    const { problems } = parseExamples(files({ 'examples/evade-tax.yaml': 'said: {}\nsayd: {}' }))
    expect(problems).toMatchObject([{ level: 'error', file: 'examples/evade-tax.yaml', line: 2 }])
  })

  test('of a boundary that there is not are a problem', () => {
    const { examples } = parseExamples(
      files({
        'examples/evade-taxes.yaml': 'said: { en: [x] }',
        'examples/beside/evade-toll.yaml': 'cells: [{ of: a victim, en: [x] }]',
      }),
    )
    const problems = checkExamples(examples, {
      boundaries: new Map([['evade-tax', {} as never]]),
      entries: new Map(),
    })
    expect(problems).toMatchObject([
      { level: 'error', file: 'examples/evade-taxes.yaml' },
      { level: 'error', file: 'examples/beside/evade-toll.yaml' },
    ])
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
