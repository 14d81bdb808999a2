import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAsked } from '../../src/conversation/day-asked.ts'
import { findAnswer } from '../../src/conversation/find-answer.ts'
import { understand } from '../../src/conversation/understanding.ts'
import type { Answer } from '../../src/core/answer.ts'
import { inForce } from '../../src/core/effective-period.ts'
import type { Entry } from '../../src/core/entry.ts'
import { keptIndex } from '../../src/kept-index.ts'
import { WEIGHTS } from '../../src/search/weights.ts'
import { shipped, TODAY } from '../content/shipped.ts'

const knowledge = shipped()
const understanding = understand(knowledge, keptIndex())

/** What a question comes to, on the day it asks about. */
function ask(text: string, more: Partial<Parameters<typeof findAnswer>[0]> = {}): Answer {
  return findAnswer({ text, on: dayAsked(text, TODAY) ?? TODAY, today: TODAY, ...more }, understanding, WEIGHTS).answer
}

/** The entries that a question leads to: the one that is told, or those to choose from. */
function leadsTo(text: string, more?: Parameters<typeof ask>[1]): string[] {
  const answer = ask(text, more)
  if (answer.outcome === 'clarified') return answer.choices
  return 'entry' in answer && answer.entry !== undefined ? [answer.entry] : [answer.outcome]
}

describe('a question that nobody wrote down', () => {
  test.each([
    ['我在网上买进口的东西一年最多花多少', 'annual-limit'],
    ['How much can one person order from Tmall Global in a year', 'annual-limit'],
    ['一次下单最多可以买多少钱', 'single-limit'],
    ['per order cap for haitao', 'single-limit'],
    ['单笔超过五千怎么办', 'single-item-over-limit'],
    ['额度怎么查', 'check-remaining-quota'],
    ['where can I see how much quota I have left', 'check-remaining-quota'],
    ['我的额度被别人用了', 'quota-stolen'],
    ['how is the tax calculated on cbec goods', 'cbec-tax-formula'],
    ['退货后税能退吗', 'tax-refund-on-return'],
    ['多少天内可以退货', 'return-deadlines'],
    ['can I return goods bought from a bonded warehouse', 'return-how'],
    ['海淘的东西能转卖吗', 'resale-ban'],
    ['邮包限额是多少', 'parcel-limit'],
    ['limit for a parcel mailed from Hong Kong', 'parcel-limit'],
    ['从日本带回来的东西免税额多少', 'luggage-allowance'],
    ['how much can I bring back in my luggage', 'luggage-allowance'],
    ['海南免税店一年多少额度', 'hainan-quota'],
    ['why does the seller want my ID number', 'why-id-number'],
    ['出口退税要在多久内申报', 'export-refund-deadline'],
    ['no chinese label on my cosmetics, is that legal', 'paper-label-not-required'],
    ['can I buy cigarettes through cross-border e-commerce', 'prohibited-tobacco'],
    ['美国小包裹还免税吗', 'us-de-minimis'],
    // traditional and Cantonese
    ['海淘嘅嘢可唔可以轉賣', 'resale-ban'],
    ['郵包限額係幾多', 'parcel-limit'],
    // mistyped, by sound and by letter
    ['跨境电商年度县额', 'annual-limit'],
    ['anual limt for cbec', 'annual-limit'],
    ['how do I retrun goods bought from a bonded warehose', 'return-how'],
    ['can I retrun goods from a bonded warehose', 'return-how'],
  ])('%s leads to %s', (text, entry) => {
    expect(leadsTo(text)).toContain(entry)
  })

  test.each([
    ['2018年的时候一单最多多少钱', 'single-limit'],
    ['how much could one person buy a year before 2019', 'annual-limit'],
    ['what was the annual limit before 2019', 'annual-limit'],
    ['2017年海淘超过年度额度', 'over-annual-limit-2016'],
    ['2024年11月的时候寄包裹限额多少', 'parcel-limit-before-2024-12'],
  ])('%s leads to what was in force then: %s', (text, entry) => {
    expect(leadsTo(text)).toContain(entry)
  })

  test('is never told an entry that was not in force on the day', () => {
    const questions = [
      '额度',
      '退货',
      '综合税率',
      '出口退税',
      'parcel limit',
      'composite rate',
      'returned exports',
      '试点城市',
    ]
    for (const on of ['2016-04-08', '2018-12-31', '2021-06-30', '2024-11-30', TODAY, '2027-01-01'])
      for (const text of questions) {
        const answer = ask(text, { on })
        const entry = answer.outcome === 'answered' && 'entry' in answer && knowledge.entries.get(answer.entry)
        if (entry) expect(inForce(entry.effective, on), `${text} on ${on}: ${entry.id}`).toBe(true)
      }
  })
})

describe('a question to the letter', () => {
  test('is led to its own entry, whatever its marks, its capitals and its script', () => {
    const { toTraditional } = understanding
    const standing = [...knowledge.entries.values()].filter(({ effective }) => inForce(effective, TODAY))
    for (const { id, texts } of standing)
      for (const text of [
        texts['zh-Hans'].title,
        texts.en.title,
        texts['zh-Hans'].questions[0] ?? '',
        texts.en.questions[0] ?? '',
      ])
        for (const form of [text, `${text}？！`, text.toUpperCase(), toTraditional(text)])
          expect(leadsTo(form, { on: TODAY }), form).toEqual([id])
  })

  test('about a day on which nothing was in force says so, with the periods around it', () => {
    const announced = [...knowledge.entries.values()].find(
      (entry): entry is Entry => entry.effective.from > '2020-01-01' && entry.replaces.length === 0,
    )
    const answer = ask(announced?.texts.en.title ?? '', { on: '2016-04-08' })
    expect(answer).toMatchObject({
      outcome: 'declined',
      why: 'not-in-force',
      entry: announced?.id,
      next: announced?.effective,
    })
  })
})

describe('what this service does not answer', () => {
  test.each([
    ['我的包裹在哪', 'signposted', 'personal-case'],
    ['where is my parcel', 'signposted', 'personal-case'],
    ['怎么拆单避税', 'refused', 'unlawful'],
    ['how can I avoid the tax by splitting orders', 'refused', 'unlawful'],
    ['今天天气怎么样', 'declined', 'out-of-scope'],
    ['what is the capital of France', 'declined', 'out-of-scope'],
    ['fjdkslfjdslk', 'declined', 'no-match'],
  ])('%s: %s, %s', (text, outcome, why) => {
    expect(ask(text)).toMatchObject({ outcome, why })
  })

  test.each([
    ['你好', 'greet'],
    ['hello', 'greet'],
    ['thank you', 'thank'],
    ['谢谢', 'thank'],
  ])('%s is a courtesy', (text, of) => {
    expect(ask(text)).toMatchObject({ outcome: 'courtesy', of })
  })

  test('a refusal states the rule with an entry that exists', () => {
    const answer = ask('怎么拆单避税')
    expect(answer.outcome === 'refused' && knowledge.entries.has(answer.rule)).toBe(true)
  })

  test('a greeting before a question does not swallow the question', () => {
    expect(leadsTo('你好，请问一年能买多少跨境电商的东西')).toContain('annual-limit')
    expect(leadsTo('Hello! how much can I buy through CBEC per year, thank you')).toContain('annual-limit')
  })
})

describe('a false belief', () => {
  test.each([
    ['单次限额是2000吗', 'old-single-limit', 'single-limit'],
    ['is the single limit still 2000', 'old-single-limit', 'single-limit'],
  ])('in %s is noticed (%s), and the question answered all the same', (text, misconception, entry) => {
    expect(ask(text)).toMatchObject({ outcome: 'answered', misconception, entry })
  })

  test('is none on the day on which it was the rule', () => {
    expect(ask('2018年单次限额是2000吗')).not.toHaveProperty('misconception')
  })
})

describe('what changed', () => {
  test('is told of everything, or of what the question is about', () => {
    expect(ask('what changed between 2018 and 2019')).toEqual({
      outcome: 'changed',
      from: '2018-01-01',
      to: '2019-12-31',
    })
    const about = ask('2018年和2019年的年度额度有什么不同')
    expect(about).toMatchObject({ outcome: 'changed', from: '2018-01-01', to: '2019-12-31' })
    expect(about.outcome === 'changed' && about.figures).toContain('annual-limit')
  })
})

describe('a short message after a question', () => {
  test.each([
    ['邮包限额是多少', 'parcel-limit', '那超过了呢', 'parcel-over-limit'],
    ['how much can I bring in my luggage', 'luggage-allowance', 'and alcohol?', 'luggage-alcohol'],
    ['what is mode 9610', 'mode-9610-what', 'and 9710?', 'mode-9710-what'],
    ['海南免税店一年多少额度', 'hainan-quota', '那本地居民呢', 'hainan-residents'],
  ])('goes on about the same things: %s (%s), %s leads to %s', (question, entry, text, expected) => {
    expect(leadsTo(text, { before: { question, entry } })).toContain(expected)
  })

  test('is not drowned by it when it asks something else in full', () => {
    const before = { question: '从日本带回来的东西免税额多少', entry: 'luggage-allowance' }
    expect(leadsTo('海淘的东西能转卖吗', { before })).toContain('resale-ban')
  })
})

test('nothing anybody types makes it fail', () => {
  const words = fc.constantFrom(
    '额度',
    '退货',
    '2018年',
    '去年',
    '那',
    '呢',
    'tax',
    'limit',
    '9610',
    '？',
    '5000元',
    '{{',
    '<b>',
    '\\',
    '(',
    '*',
    '+',
    '|',
    '3',
    'is',
    '多少',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 10 }), fc.string({ unit: 'grapheme', maxLength: 20 }), (list, noise) => {
      expect(ask(`${list.join(' ')}${noise}`).outcome).toBeTypeOf('string')
    }),
    { numRuns: 60 },
  )
})

test.each(['口红要交多少税', '面霜要交多少税', '這個包要交幾多稅'])(
  '%s, without a price, is asked for the price',
  (text) => {
    expect(ask(text)).toMatchObject({ outcome: 'asked', missing: 'price' })
  },
)

test('what holds no word of the subject is told all the same, where it is surely asked of us and one entry fits', () => {
  expect(ask('墨西哥2500以上')).toMatchObject({ outcome: 'answered', entry: 'mx-courier' })
  expect(ask('how do I fix a leaking kitchen tap').outcome).not.toBe('answered')
})
