import { expect, test } from 'vitest'
import { phrase } from '../../src/conversation/phrase.ts'
import type { Answer } from '../../src/core/answer.ts'
import { shipped, TODAY } from '../content/shipped.ts'
import { translate } from '../content/shipped-wording.ts'

const knowledge = shipped()
const context = { knowledge, on: TODAY, locale: 'en' as const, translate }
const answer: Answer = { outcome: 'answered', entry: 'smuggling-crime-person', related: ['smuggling-below-crime'] }

test('what may be meant as well is told in a sentence, with its title, and offered first', () => {
  const alone = phrase(answer, context)
  const { text, choices, entry } = phrase({ ...answer, orElse: 'smuggling-crime-company' }, context)
  const other = knowledge.entries.get('smuggling-crime-company')?.texts.en
  expect(entry).toBe('smuggling-crime-person')
  expect(text.startsWith(alone.text)).toBe(true)
  expect(text.slice(alone.text.length)).toContain(other?.title)
  expect(choices[0]?.label).toBe(other?.title)
})

test('what is not in force on the day is not told beside', () => {
  const then = { ...context, on: '2015-06-01' }
  const luggage: Answer = { outcome: 'answered', entry: 'luggage-allowance', related: [] }
  expect(phrase({ ...luggage, orElse: 'annual-limit' }, then).text).toBe(phrase(luggage, then).text)
})
