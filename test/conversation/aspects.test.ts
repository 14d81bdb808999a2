import { describe, expect, test } from 'vitest'
import { aspectAsked, linesAbout } from '../../src/conversation/aspects.ts'
import type { EntryText } from '../../src/core/entry.ts'

const entry = (answer: string, detail = ''): EntryText => ({
  title: '',
  questions: [],
  answer,
  detail,
  next: '',
  file: '',
})

describe('a side of the last answer', () => {
  test.each([
    ['how long do we have?', 'when'],
    ['那要多久', 'when'],
    ['counted from when I receive it?', 'when'],
    ['去哪办', 'where'],
    ['会怎样', 'consequence'],
    ['要准备什么', 'papers'],
    ['一单还是一年', 'scope'],
  ])('is asked about in a few words: %s', (text, aspect) => {
    const all = entry('Bring the invoice to the customs office within 6 months, or be fined; per person.')
    expect(aspectAsked(text, [all, entry('每人每年，30 天内到窗口办，带订单，逾期罚款')])).toBe(aspect)
  })

  test('is none where the answer says nothing of it', () => {
    expect(aspectAsked('how long do we have?', [entry('The buyer pays.')])).toBeUndefined()
    expect(aspectAsked('the buyer?', [entry('Within 6 months.')])).toBeUndefined()
  })

  test('counts a figure as a number, since it is told as one', () => {
    expect(aspectAsked('多久', [entry('在 {{ return-apply-days }} 内申请')])).toBe('when')
  })

  test('is told in the lines that say it, without a yes to the question of the entry', () => {
    const text = 'Yes, goods may come back: within 6 months.\n\n- Food is out.\n- The customs clock is 1 year；'
    expect(linesAbout('when', text)).toBe('Goods may come back: within 6 months.\n\nThe customs clock is 1 year')
  })

  test('is told by the first paragraph where no line says it', () => {
    expect(linesAbout('where', 'The buyer pays.\n\nAlways.')).toBe('The buyer pays.')
  })
})
