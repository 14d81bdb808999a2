import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Refused } from '../../src/advisors/advisor.ts'
import { type DeadlineQuestion, EXPORT_MODES } from '../../src/advisors/deadline-counting.ts'
import { askDate, type Deadlines, daysLeft, deadlines, recomputeDeadlines } from '../../src/advisors/deadlines.ts'
import { addDays } from '../../src/core/day.ts'
import { DEADLINE_MATTERS, type DeadlineMatter } from '../../src/core/deadline-matter.ts'
import { figures } from './context.ts'
import { inWords, translate } from './phrases.ts'

const context = { figures, knowledge: 'abc123' }

function worked(matter: DeadlineMatter, date: string, more: Partial<DeadlineQuestion> = {}): Deadlines {
  const result = deadlines({ matter, date, ...more }, context)
  expect(result).toMatchObject({ kind: 'deadlines' })
  return result as Deadlines
}

function refused(matter: DeadlineMatter, date: string): Refused {
  const result = deadlines({ matter, date }, context)
  expect(result).toMatchObject({ kind: 'refused' })
  return result as Refused
}

/** The deadlines as `id: last`, or `id: first – last`. */
const dates = ({ items }: Deadlines) =>
  items.map(({ id, first, last }) => (first ? `${id}: ${first} – ${last}` : `${id}: ${last}`))
const one = (result: Deadlines, id: string) => {
  const found = result.items.find((item) => item.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const notes = (result: Deadlines, id: string) =>
  one(result, id).notes.map(({ key }) => key.replace('deadline.note.', ''))

describe('a return of a retail import', () => {
  test.each([
    ['2026-11-01', '2026-12-01', '2026-12-16'],
    ['2026-01-31', '2026-03-02', '2026-03-17'],
    ['2028-01-31', '2028-03-01', '2028-03-16'],
    ['2026-12-02', '2027-01-01', '2027-01-16'],
    ['2020-03-28', '2020-04-27', '2020-05-12'],
  ])('released on %s is applied for by %s and back by %s', (released, apply, arrive) => {
    expect(dates(worked('import-return', released))).toEqual([`return-apply: ${apply}`, `return-arrive: ${arrive}`])
  })

  test('counts the day after release as day 1, and says that this follows from the tax period', () => {
    const result = worked('import-return', '2026-11-01')
    expect(one(result, 'return-apply')).toMatchObject({
      from: '2026-11-01',
      counting: { dayOne: '2026-11-02', basis: 'derived', phrase: { values: { day: '2026-11-02', n: '30' } } },
      sources: [{ document: 'gacc-2020-45' }],
    })
    expect(notes(result, 'return-apply')).toContain('return-derived')
    expect(one(result, 'return-apply')).not.toHaveProperty('otherwise')
  })

  test('ends the day before the tax falls due', () => {
    const released = '2026-11-01'
    const apply = one(worked('import-return', released), 'return-apply').last
    expect(one(worked('import-tax', released), 'tax-due').first).toBe(addDays(apply, 1))
  })

  test('had no such deadlines before the announcement of 2020, and says when they begin', () => {
    expect(refused('import-return', '2020-03-27')).toMatchObject({
      why: 'no-figure',
      figure: 'return-apply-days',
      verdict: { key: 'deadline.not-in-force.import-return', values: { day: '2020-03-27' } },
      next: { from: '2020-03-28' },
    })
  })
})

describe('the import tax', () => {
  test.each([
    ['2026-11-01', '2026-12-02', '2026-12-16'],
    ['2028-01-31', '2028-03-02', '2028-03-16'],
    ['2026-12-31', '2027-01-31', '2027-02-14'],
  ])('of a list released on %s is paid from %s to %s', (released, first, last) => {
    expect(dates(worked('import-tax', released))).toEqual([`tax-due: ${first} – ${last}`])
  })

  test('counts from the day after release, as the announcement says, if nothing came back', () => {
    const result = worked('import-tax', '2026-11-01')
    expect(one(result, 'tax-due')).toMatchObject({
      counting: { dayOne: '2026-11-02', basis: 'stated', phrase: { values: { n: '31', m: '45' } } },
      figures: ['tax-due-first-day', 'tax-due-last-day', 'tax-wait-days'],
    })
    expect(notes(result, 'tax-due')).toEqual(['tax-no-return'])
  })

  test('warns where the last day is at a weekend', () => {
    expect(notes(worked('import-tax', '2026-12-31'), 'tax-due')).toEqual(['tax-no-return', 'weekend'])
  })
})

describe('exports that come back', () => {
  test.each([
    // export, tax relief (cautious), the other reading, customs procedure
    ['2026-03-10', '2026-09-09', '2026-09-10', '2027-03-10'],
    ['2026-08-31', '2027-02-27', '2027-02-28', '2027-08-31'],
    ['2027-08-31', '2028-02-28', '2028-02-29', '2028-08-31'],
    ['2027-12-31', '2028-06-29', '2028-06-30', '2028-12-31'],
    ['2024-02-29', '2024-08-28', '2024-08-29', '2025-02-28'],
  ])(
    'exported on %s are free of tax until %s (or %s) and may use the procedure until %s',
    (exported, tax, other, customs) => {
      const result = worked('export-return', exported)
      expect(one(result, 'export-return-tax')).toMatchObject({ last: tax, otherwise: other })
      expect(one(result, 'export-return-customs').last).toBe(customs)
    },
  )

  test('count the day of export itself as the first, since no text settles it, and say so', () => {
    const result = worked('export-return', '2026-03-10')
    expect(one(result, 'export-return-tax').counting).toMatchObject({ dayOne: '2026-03-10', basis: 'unsettled' })
    expect(notes(result, 'export-return-tax')).toEqual(['otherwise', 'export-day', 'export-day-1210', 'repay-refund'])
  })

  test('run two clocks: the tax relief ends long before the customs procedure', () => {
    const result = worked('export-return', '2026-03-10')
    expect(one(result, 'export-return-tax').last < one(result, 'export-return-customs').last).toBe(true)
    expect(result.sources.map(({ document }) => document)).toEqual(
      expect.arrayContaining(['mof-2026-16', 'gacc-2020-44', 'tariff-law']),
    )
  })

  test.each([
    ['9710', ['release-derived', 'not-9710']],
    ['9610', ['release-derived']],
    [undefined, ['release-derived', 'not-9710-if']],
  ] as const)('under %s the customs procedure carries the remarks %j', (mode, expected) => {
    expect(notes(worked('export-return', '2026-03-10', { mode }), 'export-return-customs')).toEqual(expected)
  })

  test('after the last day of the relief keep the customs procedure, and say when the relief held', () => {
    const result = worked('export-return', '2028-01-01')
    expect(result.items.map(({ id }) => id)).toEqual(['export-return-customs', 'export-return-defect'])
    expect(result.notInForce).toEqual([
      {
        id: 'export-return-tax',
        figure: 'export-return-relief-last-day',
        last: { from: '2026-01-01', to: '2027-12-31' },
      },
    ])
  })

  test.each([
    ['2027-12-31', true],
    ['2025-12-31', true],
    ['2023-08-21', true],
    ['2023-01-30', true],
    ['2023-01-29', false],
  ])('exported on %s have the relief: %s', (exported, relief) => {
    expect(worked('export-return', exported).items.some(({ id }) => id === 'export-return-tax')).toBe(relief)
  })

  test('before 2020 have none of these deadlines, and the nearest one to come is named', () => {
    expect(refused('export-return', '2020-03-26')).toMatchObject({
      why: 'no-figure',
      figure: 'export-return-customs-years',
      next: { from: '2020-03-27' },
    })
  })
})

describe('the export refund', () => {
  test('is filed from the next month to 30 April of the next year, with 36 months as the outer limit', () => {
    expect(dates(worked('export-refund', '2026-01-01'))).toEqual([
      'refund-filing: 2026-02-01 – 2027-04-30',
      'refund-receipt: 2027-04-30',
      'refund-outer: 2028-12-31',
    ])
    expect(dates(worked('export-refund', '2026-12-31'))).toEqual([
      'refund-filing: 2027-01-01 – 2027-04-30',
      'refund-receipt: 2027-04-30',
      'refund-outer: 2029-12-30',
    ])
  })

  test('treats the outer limit as unsettled by a day and takes the earlier', () => {
    expect(one(worked('export-refund', '2026-08-31'), 'refund-outer')).toMatchObject({
      last: '2029-08-30',
      otherwise: '2029-08-31',
      counting: { dayOne: '2026-08-31', basis: 'unsettled' },
    })
  })

  test.each([
    ['2027-03-01', '2027-04-30', 'usual'],
    ['2027-04-30', '2027-04-30', 'usual'],
    ['2027-05-01', '2027-05-01', 'contract'],
    ['2028-12-30', '2028-12-30', 'contract'],
    ['2028-12-31', '2028-12-31', 'contract'],
    ['2029-01-01', '2028-12-31', 'outer'],
    ['2031-01-01', '2028-12-31', 'outer'],
  ])('with a last payment day in the contract of %s wants the money by %s (%s)', (contractPayment, last, counted) => {
    const receipt = one(worked('export-refund', '2026-01-01', { contractPayment }), 'refund-receipt')
    expect(receipt.last).toBe(last)
    expect(receipt.counting.phrase.key).toBe(`deadline.refund-receipt.count-${counted}`)
  })

  test('says that filing goes by VAT filing periods and what late filing needs', () => {
    expect(notes(worked('export-refund', '2026-06-10'), 'refund-filing')).toEqual(['vat-period', 'refund-late'])
  })

  test('of goods exported before 2026 follows other rules, and the refusal says from when these hold', () => {
    expect(refused('export-refund', '2025-12-31')).toMatchObject({
      why: 'no-figure',
      figure: 'export-refund-filing-day',
      verdict: { key: 'deadline.not-in-force.export-refund' },
      next: { from: '2026-01-01' },
    })
  })
})

describe('the settlement of a 9810 pre-refund', () => {
  test.each([
    // the tax administration's own examples: completed on 13 February 2025 and on 2 January 2026
    ['2025-02-13', '2025-03-01', '2026-04-30'],
    ['2026-01-02', '2026-02-01', '2027-04-30'],
    ['2025-12-31', '2026-01-01', '2026-04-30'],
  ])('completed on %s runs from %s to %s', (completed, first, last) => {
    expect(dates(worked('warehouse-settlement', completed))).toEqual([`warehouse-settlement: ${first} – ${last}`])
  })

  test('did not exist before the announcement of 2025', () => {
    expect(refused('warehouse-settlement', '2025-01-26')).toMatchObject({ next: { from: '2025-01-27' } })
  })
})

describe('the consolidation of 9610 lists', () => {
  test.each([
    ['2026-10-01', '2026-11-15'],
    ['2026-10-31', '2026-11-15'],
    ['2026-11-30', '2026-12-15'],
    ['2026-12-31', '2027-01-15'],
    ['2028-02-29', '2028-03-15'],
  ])('of a list cleared on %s is due by %s', (cleared, last) => {
    expect(one(worked('export-summary', cleared), 'export-summary').last).toBe(last)
  })

  test('keeps the day itself and says that it moves where it is a rest day', () => {
    expect(notes(worked('export-summary', '2026-10-31'), 'export-summary')).toEqual([
      'rest-day-moves-weekend',
      'statistics-only',
    ])
    expect(notes(worked('export-summary', '2026-11-30'), 'export-summary')).toEqual([
      'rest-day-moves',
      'statistics-only',
    ])
  })
})

describe('the annual quota', () => {
  test.each([
    ['2026-11-23', '2027-01-01'],
    ['2026-12-31', '2027-01-01'],
    ['2027-01-01', '2028-01-01'],
    ['2016-04-08', '2017-01-01'],
  ])('of %s starts again on %s', (day, reset) => {
    expect(one(worked('quota-reset', day), 'quota-reset').last).toBe(reset)
  })

  test('did not exist before April 2016', () => {
    expect(refused('quota-reset', '2016-04-07')).toMatchObject({ next: { from: '2016-04-08' } })
  })
})

describe("a platform's report on its sellers", () => {
  test.each([
    ['2026-01-01', '2026-04-01', '2026-04-30'],
    ['2026-09-30', '2026-10-01', '2026-10-31'],
    ['2026-12-31', '2027-01-01', '2027-01-31'],
  ])('of the quarter of %s is due in the month after it', (date, first, last) => {
    expect(worked('platform-report', date).items).toMatchObject([{ first, last, counting: { basis: 'stated' } }])
  })

  test('covered the third quarter of 2025 first', () => {
    expect(refused('platform-report', '2025-06-30')).toMatchObject({ next: { from: '2025-07-01' } })
  })
})

describe('a month of which the day is not known', () => {
  test('counts as well as a day where the rule runs from the month', () => {
    const { items } = worked('export-refund', '2026-07-01', { through: '2026-07-31' })
    expect(items).toMatchObject([
      {
        id: 'refund-filing',
        first: '2026-08-01',
        last: '2027-04-30',
        counting: { phrase: { values: { when: '2026-07' } } },
      },
      { id: 'refund-receipt', last: '2027-04-30' },
      { id: 'refund-outer', last: '2029-06-30', late: { last: '2029-07-30' } },
    ])
    expect(items[0]).not.toHaveProperty('late')
  })

  test('cannot end before it begins', () => {
    expect(deadlines({ matter: 'export-refund', date: '2026-07-01', through: '2026-06-30' }, context)).toMatchObject({
      why: 'impossible',
    })
  })
})

describe('whatever is asked', () => {
  test.each(['2026-02-29', '2026-13-01', '', '23.11.2026', '2200-01-01'])(
    '"%s" is no day that can be counted from',
    (date) => {
      expect(refused('import-return', date)).toMatchObject({ why: 'impossible', verdict: { values: { what: date } } })
    },
  )

  const question: fc.Arbitrary<DeadlineQuestion> = fc.record({
    matter: fc.constantFrom(...DEADLINE_MATTERS),
    date: fc.integer({ min: -4000, max: 5000 }).map((days) => addDays('2026-11-23', days)),
    mode: fc.constantFrom(undefined, ...EXPORT_MODES),
    contractPayment: fc.option(
      fc.integer({ min: -400, max: 3000 }).map((days) => addDays('2026-11-23', days)),
      { nil: undefined },
    ),
  })

  test('no date lies before the start, windows open before they close, and the cautious day is the earlier one', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const result = deadlines(asked, context)
        if (result.kind === 'refused') return
        expect(result.items.length).toBeGreaterThan(0)
        for (const { first, last, otherwise, counting, from, sources } of result.items) {
          expect(last > from).toBe(true)
          expect(counting.dayOne >= from).toBe(true)
          expect(counting.dayOne <= last).toBe(true)
          if (first !== undefined) expect(first > from && first <= last).toBe(true)
          expect(otherwise !== undefined).toBe(counting.basis === 'unsettled')
          if (otherwise !== undefined) expect(otherwise).toBe(addDays(last, 1))
          expect(sources.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('a later start never brings an earlier end', () => {
    fc.assert(
      fc.property(question, fc.integer({ min: 1, max: 400 }), ({ contractPayment: _, ...asked }, days) => {
        const [before, after] = [
          deadlines(asked, context),
          deadlines({ ...asked, date: addDays(asked.date, days) }, context),
        ]
        if (before.kind === 'refused' || after.kind === 'refused') return
        for (const { id, last } of before.items) {
          const later = after.items.find((item) => item.id === id)
          if (later) expect(later.last >= last).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('the receipt alone gives the same dates, byte for byte', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const result = deadlines(asked, context)
        if (result.kind === 'refused') return
        const kept = JSON.parse(JSON.stringify(result.receipt))
        expect(JSON.stringify(recomputeDeadlines(kept))).toBe(JSON.stringify(result))
      }),
      { numRuns: 300 },
    )
  })

  test('every sentence stands in the wording, in three scripts', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const result = deadlines(asked, context)
        for (const locale of ['zh-Hans', 'zh-Hant', 'en'] as const) {
          inWords(locale, askDate(asked.matter))
          if (result.kind === 'refused') inWords(locale, result.verdict)
          else
            for (const { id, what, counting, notes } of result.items) {
              expect(translate(locale, `deadline.name.${id}`)).not.toMatch(/^deadline/)
              for (const phrase of [what, counting.phrase, ...notes]) inWords(locale, phrase)
            }
        }
      }),
      { numRuns: 200 },
    )
  })

  test('the days left are counted from today: none on the last day, fewer than none after it', () => {
    expect(daysLeft({ last: '2026-12-01' }, '2026-11-23')).toBe(8)
    expect(daysLeft({ last: '2026-12-01' }, '2026-12-01')).toBe(0)
    expect(daysLeft({ last: '2026-12-01' }, '2026-12-02')).toBe(-1)
  })
})
