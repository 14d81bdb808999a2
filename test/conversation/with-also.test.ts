import { describe, expect, test } from 'vitest'
import { phrase } from '../../src/conversation/phrase.ts'
import { withAlso } from '../../src/conversation/with-also.ts'
import type { Answer } from '../../src/core/answer.ts'
import { shipped, TODAY } from '../content/shipped.ts'
import { translate } from '../content/shipped-wording.ts'

const knowledge = shipped()
const context = { knowledge, on: TODAY, locale: 'en' as const, translate }
const answer: Answer = { outcome: 'answered', entry: 'smuggling-crime-person', related: ['smuggling-below-crime'] }

describe('what may be meant as well', () => {
  test('is told in a sentence under the answer, with its title and document, and offered first', () => {
    const alone = phrase(answer, context)
    const { text, choices, entry, citations } = withAlso(alone, 'smuggling-crime-company', context)
    const other = knowledge.entries.get('smuggling-crime-company')?.texts.en
    expect(entry).toBe('smuggling-crime-person')
    expect(text.startsWith(alone.text)).toBe(true)
    expect(text.slice(alone.text.length)).toContain(other?.title)
    expect(choices[0]?.label).toBe(other?.title)
    expect(new Set(citations.map(({ document }) => document)).size).toBe(citations.length)
  })

  test('is not told where it is not in force on the day', () => {
    const then = { ...context, on: '2015-06-01' }
    const luggage = phrase({ outcome: 'answered', entry: 'luggage-allowance', related: [] }, then)
    expect(withAlso(luggage, 'annual-limit', then)).toBe(luggage)
  })

  test('leaves the buttons of a value asked back alone', () => {
    const asked = phrase({ outcome: 'asked', advisor: 'import-tax', topic: 'tax.formula', missing: 'pieces' }, context)
    expect(withAlso(asked, 'annual-limit', context).choices).toEqual(asked.choices)
  })

  test('comes before a refusal of what may as well be an honest question', () => {
    const refused = phrase(
      { outcome: 'refused', why: 'unlawful', boundary: 'evade-tax', rule: 'smuggling-crime-person', perhaps: true },
      context,
    )
    const { text } = withAlso(refused, 'luggage-allowance', context, true)
    const at = text.indexOf(refused.text)
    expect(text.slice(0, at)).toContain(knowledge.entries.get('luggage-allowance')?.texts.en.title)
    expect(text.slice(0, at)).toContain(translate('en', 'reply.unless'))
  })
})
