import { describe, expect, test } from 'vitest'
import { converted, describeChanges, phraseChanges } from '../../src/conversation/phrase-changes.ts'
import type { Locale } from '../../src/core/locale.ts'
import { createTraditional } from '../../src/knowledge/traditional.ts'
import { translate } from '../content/shipped-wording.ts'
import { put, smallKnowledge, TODAY } from '../knowledge/small-knowledge.ts'

const knowledge = smallKnowledge({
  'figures/annual-limit.yaml': (text) =>
    put(
      'value: 26000',
      'to: 2026-12-31, value: 26000',
    )(`${text}  - { from: 2027-01-01, value: 30000, document: notice-2018, clause: 第二条 }\n`),
})
const context = (locale: Locale, on = TODAY) => ({ knowledge, on, locale, translate })

describe('what changed, in words', () => {
  test('stands old and new side by side, with who is affected and the documents of the day', () => {
    const [day, ...others] = describeChanges('2019-01-01', '2019-12-31', context('en'))
    expect(others).toEqual([])
    expect(day).toMatchObject({ on: '2019-01-01', date: '1 January 2019' })
    expect(day?.lines[0]).toEqual({
      name: 'Annual limit',
      before: '20,000 yuan',
      after: '26,000 yuan',
      audiences: [translate('en', 'audience.consumer')],
      entries: ['annual-limit'],
    })
    expect(day?.lines.find(({ name }) => name === 'Composite rate')).toMatchObject({ before: '11.9%', after: '9.1%' })
    expect(day?.citations.map(({ document }) => document)).toEqual(['notice-2018', 'notice-2016'])
  })

  test('says of a figure that runs out that it ends, not that there is none: a tariff of a year is set anew', () => {
    const [day] = describeChanges('2021-07-01', '2021-07-01', context('en'), new Set(['pilot-days']))
    expect(day?.lines[0]?.after).toBe(translate('en', 'changes.ends'))
  })

  test('is told newest first, with what is still to come', () => {
    const { text, citations } = phraseChanges({ from: '2016-01-01', to: '2027-12-31' }, context('zh-Hans'))
    const places = ['2027年1月1日', '26,000元 | 30,000元', '2019年1月1日', '20,000元 | 26,000元'].map((part) =>
      text.lastIndexOf(part),
    )
    expect(places).not.toContain(-1)
    expect(text.indexOf('26,000元 | 30,000元')).toBeLessThan(text.indexOf('20,000元 | 26,000元'))
    expect(text).toContain(translate('zh-Hans', 'changes.from-coming', { date: '2027年1月1日' }))
    expect(citations.map(({ document }) => document)).toContain('notice-2018')
  })

  test('about one figure leaves out the others', () => {
    const { text } = phraseChanges(
      { from: '2016-01-01', to: TODAY, figures: ['vat-rate'], about: 'Rates' },
      context('en'),
    )
    expect(text).toContain('17% | 13%')
    expect(text).not.toContain('26,000')
  })

  test('says that nothing did, and what the last change was', () => {
    const { text, citations } = phraseChanges(
      { from: '2020-01-01', to: '2026-06-30', figures: ['annual-limit'] },
      context('en', '2026-06-30'),
    )
    expect(text).toContain(translate('en', 'changes.last'))
    expect(text).toContain('20,000 yuan | 26,000 yuan')
    expect(citations).not.toEqual([])
    expect(
      phraseChanges({ from: '2020-01-01', to: '2020-12-31', figures: ['share'] }, context('en')).text,
    ).not.toContain('|')
  })

  test.each(['en', 'zh-Hans'] as const)(
    'names a single day once, whether something changed on it or not (%s)',
    (locale) => {
      for (const on of ['2019-01-01', '2021-03-03'])
        expect(
          phraseChanges({ from: on, to: on, figures: ['annual-limit'] }, context(locale)).text.split('\n')[0],
        ).not.toMatch(/(\d{1,2} \w+ 20\d\d|20\d\d年\d+月\d+日).*\1/)
    },
  )

  test('says of a rule that began where nothing changed that there was none before', () => {
    const { text } = phraseChanges({ from: '2016-01-01', to: '2016-12-31', figures: ['share'] }, context('en'))
    expect(text).toContain(translate('en', 'changes.new'))
  })

  test('shows where there was nothing before', () => {
    const pilot = smallKnowledge({
      'figures/pilot-days.yaml': put(
        '  - { from: 2020-07-01',
        '  - { from: 2019-07-01, to: 2020-06-30, value: none, document: notice-2018 }\n  - { from: 2020-07-01',
      ),
    })
    const [day] = describeChanges('2020-07-01', '2020-07-01', { ...context('en'), knowledge: pilot })
    expect(day?.lines).toMatchObject([{ before: translate('en', 'changes.new'), after: '30 days' }])
  })

  test('can be read in traditional Chinese', () => {
    const [day] = describeChanges('2019-01-01', '2019-01-01', context('zh-Hant'))
    const traditional = day && converted(day, createTraditional({}))
    expect(traditional?.lines[0]).toMatchObject({ name: '年度限值', before: '20,000元' })
    expect(traditional?.citations[0]).toMatchObject({ number: '財關稅〔2018〕49號', title: '關於完善稅收政策的通知' })
  })
})
