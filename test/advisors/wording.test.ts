import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/advisors/advisor.ts'
import { ADVISORS } from '../../src/advisors/advisors.ts'
import { importTax } from '../../src/advisors/import-tax.ts'
import { luggageTax } from '../../src/advisors/luggage-tax.ts'
import { parcelTax } from '../../src/advisors/parcel-tax.ts'
import type { Calculation, Phrase } from '../../src/core/calculation.ts'
import type { WrittenLocale } from '../../src/core/locale.ts'
import { writtenWording } from '../content/written-wording.ts'
import { on, said } from './context.ts'
import { SCENES } from './scenes.ts'

const words = async (locale: WrittenLocale) =>
  Object.fromEntries((await writtenWording(locale)).map(([key, text]) => [key, String(text)]))
const files: Record<string, Record<string, string>> = { en: await words('en'), 'zh-Hans': await words('zh-Hans') }
const RESIDENT = { resident: true, from: 'elsewhere' } as const

/** What leads to no result, or to one that needs nothing else. */
const STOPPED: Outcome[] = [
  importTax(said({ good: 'bag', total: '1' }), on('2016-01-01')),
  importTax(said({ good: 'cigarettes', total: '1' }), on()),
  importTax(said({ good: 'bag', total: '1' }, { openDiscount: '2' }), on()),
  importTax(said({ good: 'serum', total: '580', content: '50 ml', pieces: 1 }, { taxIncluded: true }), on()),
  parcelTax(said({ good: 'meat', total: '1' }), on()),
  luggageTax(said({ good: 'meat', total: '1' }, RESIDENT), on()),
  luggageTax(said({ good: 'cigarettes', total: '1' }, RESIDENT), on()),
  luggageTax(said({ good: 'bag', total: '1' }, { resident: false, dutyFreeShop: '1' }), on()),
  luggageTax(
    said(
      [
        { good: 'wine', total: '1', pieces: 3, content: '750 ml' },
        { good: 'whisky', total: '1', pieces: 1, content: '750 ml' },
      ],
      RESIDENT,
    ),
    on(),
  ),
]
const outcomes = [
  ...SCENES.map(({ advisor, slots, day }) => ADVISORS.find(({ id }) => id === advisor)?.run(slots, on(day)) as Outcome),
  ...STOPPED,
]

const results = (outcome: Outcome): Calculation[] => [
  ...('calculation' in outcome && outcome.calculation ? [outcome.calculation] : []),
  ...('columns' in outcome ? (outcome.columns ?? []) : []),
]
const phrases: Phrase[] = outcomes.flatMap((outcome) => [
  ...('verdict' in outcome && outcome.verdict ? [outcome.verdict] : []),
  ...results(outcome).flatMap(({ verdict, notes }) => [verdict, ...notes]),
])
const names = new Set(
  outcomes
    .flatMap(results)
    .flatMap(({ steps, distances }) => [...steps.map(({ label }) => label), ...distances.map(({ beyond }) => beyond)]),
)

describe.each(Object.entries(files))('the wording in %s', (_, wording) => {
  test('has a sentence for every verdict and note, and a value for every placeholder of it', () => {
    expect(phrases.length).toBeGreaterThan(100)
    for (const { key, values } of phrases) {
      expect(wording, key).toHaveProperty([key])
      for (const [, name = ''] of wording[key]?.matchAll(/\{\{(\w+)\}\}/g) ?? [])
        expect(values, key).toHaveProperty([name])
    }
  })

  test('names every line of a working and what lies beyond every threshold', () => {
    for (const name of names) expect(wording, name).toHaveProperty([name])
  })

  test('has a question for everything that may be asked', () => {
    for (const missing of ADVISORS.flatMap(({ needs }) => needs)) expect(wording).toHaveProperty([`asked.${missing}`])
  })

  test('holds no amount, rate or date of the policy itself', () => {
    const mine = Object.entries(wording).filter(([key]) => /^(step|verdict|note|beyond)\./.test(key))
    const bare = mine.filter(([, text]) => /\d/.test(text.replace(/\{\{\w+\}\}|12360/g, '')))
    expect(bare).toEqual([])
  })
})

test('no sentence about limits and taxes stands there unused', () => {
  const used = new Set([...phrases.map(({ key }) => key), ...names])
  const prefixes = [
    'import-tax',
    'general-trade',
    'quota',
    'quota-orders',
    'parcel',
    'luggage',
    'compare',
    'duty-free',
    'hainan',
  ]
  const mine = Object.keys(files.en ?? {}).filter((key) =>
    prefixes.some((prefix) => key.startsWith(`verdict.${prefix}.`)),
  )
  expect(mine.filter((key) => !used.has(key))).toEqual([])
})
