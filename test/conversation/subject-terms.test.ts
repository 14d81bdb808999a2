import { expect, test } from 'vitest'
import { subjectTerms } from '../../src/conversation/subject-terms.ts'
import { understand } from '../../src/conversation/understanding.ts'
import { keptIndex } from '../../src/kept-index.ts'
import { shipped } from '../content/shipped.ts'

const understanding = understand(shipped(), keptIndex())
const shown = (text: string) => subjectTerms(text, understanding).map((term) => term.shown)

test('the words of a question are those that tell it from others', () => {
  expect(shown('处方粮能走跨境电商吗')).toContain('处方')
  expect(shown('Can I order prescription pet food?')).toEqual(expect.arrayContaining(['prescription', 'pet']))
})

test.each([
  ['跨境电商', '跨境电商进口海关怎么办'],
  ['海关', '海关收多少税'],
  ['customs', 'Will customs take it?'],
])('%s, which most questions hold, names none', (word, question) => {
  expect(shown(question)).not.toContain(word)
})
