import { describe, expect, test } from 'vitest'
import { answersIn } from '../../src/advisors/answers-in.ts'
import { chooseMode } from '../../src/advisors/choose-mode.ts'
import { TODAY } from './context.ts'
import { asks, decided, shippedTree, talk } from './trees.ts'

const modes = await shippedTree('modes.yaml')

describe('importing for consumers in China', () => {
  test.each([
    [['import', 'overseas-to-consumer', 'fits', 'abroad'], '9610-import'],
    [['import', 'overseas-to-consumer', 'not-checked', 'abroad'], '9610-import'],
    [['import', 'overseas-to-consumer', 'fits', 'bonded', 'confirmed'], '1210-import'],
    [['import', 'overseas-to-consumer', 'fits', 'bonded', 'not-open'], '1239-import'],
    [['import', 'overseas-to-consumer', 'fits', 'bonded', 'not-asked'], 'bonded-ask-first'],
    [['import', 'overseas-to-consumer', 'over-limits'], 'import-over-limits'],
    [['import', 'overseas-to-consumer', 'not-listed'], '0110-import'],
    [['import', 'domestic-to-consumer'], '0110-import'],
    [['import', 'to-business'], '0110-import'],
  ])('%j leads to %s', (choices, outcome) => {
    expect(talk(modes, choices).outcome).toBe(outcome)
  })
})

describe('exporting', () => {
  test.each([
    [['export', 'consumers', 'ordinary', 'refund'], '9610-export-declare'],
    [['export', 'consumers', 'ordinary', 'no-refund', 'all'], '9610-export-statistics'],
    [['export', 'consumers', 'ordinary', 'no-refund', 'not-all'], '9610-export-declare'],
    [['export', 'consumers', 'special-area'], '1210-export'],
    [['export', 'company', 'platform'], '9710-export'],
    [['export', 'company', 'contract'], '0110-export'],
    [['export', 'company', 'market', 'approved', 'within'], '1039-export'],
    [['export', 'company', 'market', 'approved', 'above'], '0110-export'],
    [['export', 'company', 'market', 'other'], '0110-export'],
    [['export', 'nobody-yet', 'on-platform'], '9810-export'],
    [['export', 'nobody-yet', 'offline'], '0110-export'],
  ])('%j leads to %s', (choices, outcome) => {
    expect(talk(modes, choices).outcome).toBe(outcome)
  })
})

describe('what is no business', () => {
  test.each([
    ['shop', 'personal-order'],
    ['parcel-in', 'personal-parcel-in'],
    ['parcel-out', 'personal-parcel-out'],
    ['carried', 'personal-luggage'],
  ])('%s goes through a personal channel: %s', (way, outcome) => {
    expect(talk(modes, ['personal', way]).outcome).toBe(outcome)
  })
})

test('every mode of the issue is an outcome, with its code', () => {
  const codes = new Set([...modes.outcomes.values()].map(({ code }) => code))
  for (const code of ['9610', '1210', '1239', '9710', '9810', '1039', '0110']) expect(codes).toContain(code)
})

test('every mode of trade says where it is done; import and refund modes name their deadlines', () => {
  for (const { id, code, sections, matters } of modes.outcomes.values()) {
    const found = sections.map((section) => section.id)
    if (code !== undefined && id !== 'bonded-ask-first') expect(found, id).toContain('systems')
    if (matters.length > 0) expect(found, id).toContain('deadlines')
  }
})

describe('what a message already says is not asked again', () => {
  test.each([
    ['我想把小包卖到国外，从工厂发货，没有发票，走什么方式', { ask: 'export-statistics' }],
    ['货发FBA以后在亚马逊卖，用哪个代码', { outcome: '9810-export' }],
    ['国外公司在阿里国际站平台下单，怎么报关', { outcome: '9710-export' }],
    ['义乌市场采购出口怎么报', { ask: 'market-value' }],
    ['海外品牌保税备货卖给国内消费者，用哪个代码', { ask: 'import-goods' }],
    ['我们是香港公司，想直邮进口化妆品', { ask: 'import-goods' }],
    ['进口货供货给超市走哪个', { outcome: '0110-import' }],
    ['We export to foreign consumers in parcels, no invoices', { ask: 'export-parcels-from' }],
    ['Which code for stock in our overseas warehouse that we sell online?', { outcome: '9810-export' }],
    ['用哪个监管方式', { ask: 'direction' }],
  ])('%s', (text, expected) => {
    const answers = answersIn(modes, text)
    if ('ask' in expected) expect(asks(modes, answers)).toBe(expected.ask)
    else expect(decided(chooseMode(modes, answers, TODAY))).toBe(expected.outcome)
  })
})

test('an outcome that does not hold on the day asked about is refused with the period in which it does', () => {
  const answers = { direction: 'export', 'export-buyer': 'nobody-yet', 'warehouse-sale': 'on-platform' }
  expect(chooseMode(modes, answers, '2019-06-01')).toMatchObject({
    kind: 'refused',
    why: 'not-in-force',
    outcome: { id: '9810-export' },
    next: { from: '2026-01-01' },
  })
})
