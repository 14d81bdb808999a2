import { describe, expect, test } from 'vitest'
import { buildKnowledge } from '../../src/knowledge/build.ts'
import { describeProblem } from '../../src/knowledge/problem.ts'
import { smallFiles, TODAY } from './small-knowledge.ts'

const SOUND = `words:
  spent: { zh-Hans: [花|买], en: [spent|bought] }
sums:
  - id: quota-left
    topic: quota.annual
    entry: annual-limit
    asks: ['@spent 剩|left']
    base: CNY
    beside: spent
    cases:
      - up-to: annual-limit
        left-of: annual-limit
        verdict:
          zh-Hans: "还剩 {{ result }}：一年 {{ annual-limit }}，用了 {{ base }}。"
          en: "{{ result }} is left: {{ annual-limit }} a year less {{ base }}."
  - id: tax
    topic: tax.rates
    entry: composite-rate
    asks: [tax]
    base: any
    cases:
      - share: composite-rate
        verdict: { zh-Hans: "税 {{ result }}。", en: "Tax of {{ result }}." }
`

function problemsOf(from: string, to: string): string[] {
  expect(SOUND).toContain(from)
  const files = smallFiles({ 'sums.yaml': SOUND.replace(from, to) })
  return buildKnowledge(files, { today: TODAY, reviewAfterDays: 365 }).problems.map(describeProblem)
}

describe('the sums of a figure', () => {
  test('are read with their words, bounds and work', () => {
    const built = buildKnowledge(smallFiles({ 'sums.yaml': SOUND }), { today: TODAY, reviewAfterDays: 365 })
    expect(built.problems.map(describeProblem)).toEqual([])
    expect(built.knowledge?.sums.sums[0]).toMatchObject({
      id: 'quota-left',
      base: { unit: 'CNY', beside: 'spent' },
      cases: [{ bounds: { 'up-to': 'annual-limit' }, work: { kind: 'left', limit: 'annual-limit' } }],
    })
  })

  test.each([
    [
      'left-of: annual-limit',
      'left-of: anual-limit',
      /sums\.yaml:12 {2}figure: there is no "anual-limit"\n.*Did you mean "annual-limit"/,
    ],
    ["asks: ['@spent", "asks: ['@spend", /sums\.yaml:\d+ {2}meaning: there is no "spend"\n.*Did you mean "spent"/],
    ['entry: annual-limit', 'entry: yearly-limit', /entry: there is no "yearly-limit"/],
    ['topic: quota.annual', 'topic: quota.yearly', /topic: there is no "quota.yearly"/],
    ['base: CNY', 'base: yuan', /base: "yuan" is nothing that can be said\n.*Write a currency/],
    [
      'base: CNY',
      'base: GBP',
      /"annual-limit" is a figure in CNY, which does not fit here\n.*the unit of the base: GBP/,
    ],
    [
      'share: composite-rate',
      'share: annual-limit',
      /"annual-limit" is a figure in CNY, which does not fit here\n.*A share is a rate/,
    ],
    ['Tax of {{ result }}', 'Tax of {{ high }}', /\{\{ high \}\} is not worked out here\n.*fills base, result, total/],
    ['less {{ base }}', '', /the two languages show different results: base/],
    ['Tax of', 'Tax of 13%, which is', /the number 13% stands in prose/],
    ['  - id: tax', '  - id: quota-left', /id "quota-left" is used twice/],
    ['asks: [tax]', "asks: ['!tax']", /a phrase only says what must not occur/],
    [
      '      - share: composite-rate',
      '      - share: composite-rate\n        each: annual-limit',
      /a case works out one thing: choose one of share, between/,
    ],
    ['left-of: annual-limit', 'left-of: annual-limit\n        less: annual-limit', /`less` goes with `share` only/],
  ])('%s → %s', (from, to, told) => {
    expect(problemsOf(from, to).join('\n')).toMatch(told)
  })

  test('rest on nothing that is not settled', () => {
    const files = smallFiles({
      'sums.yaml': SOUND,
      'figures/annual-limit.yaml': (text) =>
        text.replaceAll(/document: (\S+), clause: \S+ \}/g, 'document: $1, confidence: uncertain }'),
    })
    const problems = buildKnowledge(files, { today: TODAY, reviewAfterDays: 365 }).problems.map(describeProblem)
    expect(problems.join('\n')).toMatch(/"annual-limit" is not settled: nothing is worked out with it/)
  })
})
