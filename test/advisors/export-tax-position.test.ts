import { describe, expect, test } from 'vitest'
import { answersIn } from '../../src/advisors/answers-in.ts'
import { exportTaxPosition } from '../../src/advisors/export-tax-position.ts'
import { TODAY } from './context.ts'
import { asks, shippedTree, talk } from './trees.ts'

const positions = await shippedTree('export-tax-positions.yaml')
const outcome = (id: string) => {
  const found = positions.outcomes.get(id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

describe('what decides', () => {
  test.each([
    [['own-name', 'not-withdrawn', 'special', 'general', 'in-time'], 'refund'],
    [['own-name', 'not-checked', 'special', 'general', 'in-time'], 'refund'],
    [['own-name', 'not-withdrawn', 'special', 'general', 'late'], 'refund-late'],
    [['own-name', 'not-withdrawn', 'special', 'general', 'too-late'], 'taxed-late'],
    [['own-name', 'not-withdrawn', 'special', 'general', 'before'], 'refund-before-2026'],
    [['own-name', 'not-withdrawn', 'special', 'small'], 'exempt-small'],
    [['own-name', 'not-withdrawn', 'ordinary'], 'exempt-ordinary'],
    [['own-name', 'not-withdrawn', 'none', 'registered', 'assessed'], 'exempt-assessed'],
    [['own-name', 'not-withdrawn', 'none', 'registered', 'books'], 'exempt-books'],
    [['own-name', 'not-withdrawn', 'none', 'not-registered'], 'no-invoice-elsewhere'],
    [['own-name', 'withdrawn'], 'taxed-goods'],
    [['market'], 'exempt-market'],
    [['others-papers'], 'papers-first'],
  ])('%j is %s', (choices, expected) => {
    expect(talk(positions, choices).outcome).toBe(expected)
  })
})

test('every outcome says why, or what is open', () => {
  for (const { id, sections } of positions.outcomes.values())
    expect(
      sections.some((section) => section.id === 'why'),
      id,
    ).toBe(true)
})

test.each(['refund-late', 'exempt-assessed', 'exempt-books', 'no-invoice-elsewhere'])(
  '%s is said to be unsettled, in its first sentence too, with the tax office to ask',
  (id) => {
    const { confidence, unsettled, ask, verdict } = outcome(id)
    expect(confidence).toBe('uncertain')
    expect(unsettled).toBeDefined()
    expect(ask).toContain('tax-office')
    expect(verdict['zh-Hans']).toMatch(/还没有定论|解读不一样|先问税务机关/)
  },
)

test('the assessed rate is told as a deemed profit, never as a tax on sales', () => {
  const items = outcome('exempt-assessed').sections.find(({ id }) => id === 'income-tax')?.items ?? []
  expect(items.flatMap(({ figures }) => figures)).toContain('assessed-income-rate')
  expect(items[0]?.text['zh-Hans']).toContain('不是按销售额直接交的税')
  expect(items[0]?.text.en).toContain('not a tax on sales')
})

test('1039 and the no-invoice exemption are kept apart', () => {
  const market = outcome('exempt-market')
  expect(market.sources.map(({ document }) => document)).not.toContain('cs-2018-103')
  expect(market.sections.flatMap(({ items }) => items.flatMap(({ figures }) => figures))).not.toContain(
    'assessed-income-rate',
  )
})

test.each([
  ['我没有发票，能退税吗', 'declared'],
  ['9610出口，没有发票，要交增值税吗', 'goods'],
  ['走1039能退税吗', { outcome: 'exempt-market' }],
  ['买单出口要补税吗', { outcome: 'papers-first' }],
  ['a small-scale seller with special invoices: refund?', 'declared'],
])('%s', (text, expected) => {
  const answers = answersIn(positions, text)
  if (typeof expected === 'string') expect(asks(positions, answers)).toBe(expected)
  else
    expect(exportTaxPosition(positions, answers, TODAY)).toMatchObject({
      kind: 'decided',
      outcome: { id: expected.outcome },
    })
})

test('a position is refused for a day before its rules, with the day they begin', () => {
  expect(exportTaxPosition(positions, { declared: 'market' }, '2025-06-01')).toMatchObject({
    kind: 'refused',
    next: { from: '2026-01-01' },
  })
})
