import { Big } from 'big.js'
import { describe, expect, test } from 'vitest'
import { quota } from '../../src/advisors/quota.ts'
import { entryOn } from '../../src/conversation/entry-on.ts'
import { converted, describeChanges } from '../../src/conversation/phrase-changes.ts'
import { phraseEntry } from '../../src/conversation/phrase-entry.ts'
import { preview } from '../../src/conversation/preview.ts'
import type { Entry } from '../../src/core/entry.ts'
import { LOCALES } from '../../src/core/locale.ts'
import { createTraditional } from '../../src/knowledge/traditional.ts'
import { files, shipped, TODAY } from './shipped.ts'
import { translate } from './shipped-wording.ts'

/** The day on which, in this test, the annual limit rises to 30,000 yuan. */
const CHANGE = '2027-01-01'
const BEFORE = '2026-12-31'
const FIGURE = 'figures/annual-limit.yaml'

// One figure file is edited and nothing else, as knowledge/README.md tells an author to: the old value is closed, the new one added.
const before = shipped()
const after = shipped({
  [FIGURE]: (files.get(FIGURE) ?? '').replace(
    /^( {2}- \{ from: 2019-01-01), (value: 26000.*)$/m,
    `$1, to: ${BEFORE}, $2\n  - { from: ${CHANGE}, value: 30000, document: cgs-2018-49, clause: 第一条 }`,
  ),
})
const convert = createTraditional(after.traditional)

function told(on: string, locale: (typeof LOCALES)[number], id = 'annual-limit'): string {
  const { text } = phraseEntry(entryOn(id, on, after)?.entry as Entry, { knowledge: after, on, locale, translate })
  return locale === 'zh-Hant' ? convert(text) : text
}

/** Whether an entry shows the annual limit of the day asked about. */
const SHOWN = /\{\{\s*annual-limit(?:\s+number)?\s*\}\}/
const shows = ({ texts }: Entry) => SHOWN.test(`${texts.en.answer}\n${texts.en.detail}\n${texts.en.next}`)

describe('a limit that changes on a future day, by one edited figure file', () => {
  test('is another value in that file and no other', () => {
    expect(after.revision).not.toBe(before.revision)
    expect(after.figures.get('annual-limit')?.values.map(({ value }) => String(value))).toEqual([
      '20000',
      '26000',
      '30000',
    ])
  })

  test.each([
    ['zh-Hans', '每人每年最多可以买 26,000元', '每人每年最多可以买 30,000元', '2027年1月1日起', '30,000元'],
    ['zh-Hant', '每人每年最多可以買 26,000元', '每人每年最多可以買 30,000元', '2027年1月1日起', '30,000元'],
    [
      'en',
      'Each person may buy up to 26,000 yuan a year',
      'Each person may buy up to 30,000 yuan a year',
      '1 January 2027',
      '30,000 yuan',
    ],
  ] as const)('is told in %s on that day and not a day earlier', (locale, old, fresh, since, limit) => {
    for (const on of [TODAY, BEFORE]) {
      expect(told(on, locale)).toContain(old)
      expect(told(on, locale)).not.toContain(fresh)
      // … but announced at once.
      expect(told(on, locale).slice(told(on, locale).indexOf(since))).toContain(limit)
    }
    for (const on of [CHANGE, '2027-06-01']) {
      expect(told(on, locale)).toContain(fresh)
      expect(told(on, locale)).not.toContain(old)
    }
    expect(told('2018-12-31', locale)).toContain(locale === 'en' ? '20,000 yuan a year' : '20,000元')
  })

  test('changes every entry that shows it, and none of the others', () => {
    const text = (entry: Entry, on: string) =>
      phraseEntry(entry, { knowledge: after, on, locale: 'en', translate }).text.split('\n\n')[0]
    let followed = 0
    for (const entry of after.entries.values()) {
      const [old, fresh] = [entryOn(entry.id, BEFORE, after)?.entry, entryOn(entry.id, CHANGE, after)?.entry]
      if (!old || old !== fresh || !shows(old)) continue
      followed++
      const worded = [BEFORE, CHANGE].map(
        (on) => phraseEntry(old, { knowledge: after, on, locale: 'zh-Hans', translate }).text,
      )
      expect(worded[0], entry.id).toContain('26,000')
      expect(worded[1], entry.id).toContain('30,000')
      if (SHOWN.test(old.texts.en.answer)) expect(text(old, BEFORE), entry.id).not.toBe(text(old, CHANGE))
    }
    expect(followed).toBeGreaterThan(1)
  })

  test('stands in what changes, old and new side by side with its document, on that day alone', () => {
    for (const locale of LOCALES) {
      const context = { knowledge: after, on: TODAY, locale, translate }
      expect(describeChanges(TODAY, BEFORE, context, new Set(['annual-limit']))).toEqual([])
      const [day] = describeChanges(TODAY, CHANGE, context, new Set(['annual-limit']))
      const shown = day && locale === 'zh-Hant' ? converted(day, convert) : day
      const unit = locale === 'en' ? ' yuan' : '元'
      expect(shown).toMatchObject({ on: CHANGE, lines: [{ before: `26,000${unit}`, after: `30,000${unit}` }] })
      expect(shown?.lines[0]?.entries).toContain('annual-limit')
      expect(shown?.citations.map(({ document }) => document)).toContain('cgs-2018-49')
    }
    expect(
      describeChanges(
        TODAY,
        '2099-12-31',
        { knowledge: before, on: TODAY, locale: 'en', translate },
        new Set(['annual-limit']),
      ),
    ).toEqual([])
  })

  test('is foreseen by the preview of that day, and not by that of the day before', () => {
    const foreseen = (on: string) => preview(after, TODAY, on, translate).map(({ entry }) => entry)
    const without = (on: string) => preview(before, TODAY, on, translate).map(({ entry }) => entry)
    expect(foreseen(BEFORE)).toEqual(without(BEFORE))
    const news = foreseen(CHANGE).filter((entry) => !without(CHANGE).includes(entry))
    expect(news).toContain('annual-limit')
    for (const id of news) expect(shows(after.entries.get(id) as Entry), id).toBe(true)
    const line = preview(after, TODAY, CHANGE, translate).find(({ entry }) => entry === 'annual-limit')
    expect(line?.becomes).toMatchObject({ kind: 'reworded' })
    expect(JSON.stringify(line?.becomes)).toContain('30,000 yuan')
  })

  test.each([
    [BEFORE, '26000', '6000.00'],
    [CHANGE, '30000', '10000.00'],
    ['2018-12-31', '20000', '0.00'],
  ])('is what the advisor on the quota reckons with on %s: %s', (on, limit, left) => {
    const outcome = quota(
      { items: [], hsCodes: [], spentThisYear: new Big('20000') },
      { figures: after.figures, goods: after.goods, on, knowledge: after.revision },
    )
    expect(outcome.kind).toBe('calculated')
    if (outcome.kind !== 'calculated') return
    expect(outcome.calculation.total?.toFixed(2)).toBe(left)
    expect(outcome.calculation.receipt.figures['annual-limit']?.value).toBe(limit)
  })
})
