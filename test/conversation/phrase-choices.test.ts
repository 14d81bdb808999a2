import { describe, expect, test } from 'vitest'
import { phraseChoices } from '../../src/conversation/phrase-choices.ts'
import type { Locale } from '../../src/core/locale.ts'
import { shipped } from '../content/shipped.ts'
import { translate } from '../content/shipped-wording.ts'

const knowledge = shipped()
const asked = (choices: string[], { on = '2026-11-23', locale = 'en' as Locale, nearest = [] as string[] } = {}) =>
  phraseChoices({ outcome: 'clarified', choices, nearest }, { knowledge, on, locale, translate })

describe('a question back', () => {
  test('gives each of what may be meant its answer in one sentence and its document', () => {
    const { text, citations, choices } = asked(['annual-limit', 'single-limit'])
    const [first, second, none] = text.split('\n').slice(2)
    expect(first).toMatch(/^1\. \*\*.+\*\*: .*26,000 yuan.*\(Cai Guan Shui \[2018\] No\. 49\)$/)
    expect(second).toMatch(/^2\. \*\*.+\*\*: .*5,000 yuan.*\(Cai Guan Shui \[2018\] No\. 49\)$/)
    expect(none).toBe('3. None of these')
    expect(citations.map(({ number }) => number)).toEqual(['Cai Guan Shui [2018] No. 49'])
    expect(choices.map(({ label }) => label).at(-1)).toBe('None of these')
  })

  test('tells the figures of the day that was asked about', () => {
    expect(asked(['annual-limit'], { on: '2018-06-01' }).text).toContain('20,000 yuan')
  })

  test('only names what was not in force that day', () => {
    const { text, citations, choices } = asked(['annual-limit'], { on: '2010-01-01' })
    expect(text.split('\n')[2]).toBe(`1. ${choices[0]?.label}`)
    expect(citations).toEqual([])
  })

  test('keeps each to one line, so that its number stands before it', () => {
    for (const locale of ['zh-Hans', 'en'] as const)
      for (const id of knowledge.entries.keys()) expect(asked([id], { locale }).text.split('\n')).toHaveLength(4)
  })

  test('is in the words that came nearest, where they read well, and says the title when it is pressed', () => {
    const nearest = knowledge.entries
      .get('annual-limit')
      ?.texts.en.questions.find((one) => /^how much .{8,40}$/i.test(one))
    if (nearest === undefined) return expect.fail('nobody asks how much')
    const [choice] = asked(['annual-limit'], { nearest: [nearest] }).choices
    expect(choice?.utterance).toBe(knowledge.entries.get('annual-limit')?.texts.en.title)
  })
})
