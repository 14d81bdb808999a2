import type { Big } from 'big.js'
import { describe, expect, test } from 'vitest'
import { formatValue } from '../../src/conversation/format-figure.ts'
import { valueOn } from '../../src/core/figure.ts'
import { computeValues } from '../../src/knowledge/formulas.ts'
import { parseFigure } from '../../src/knowledge/parse-figure.ts'
import { shipped, TODAY } from '../content/shipped.ts'
import { complaints, put, smallKnowledge } from './small-knowledge.ts'

const figure = (id: string, values: string) =>
  parseFigure(`figures/${id}.yaml`, `name: { zh-Hans: ${id}, en: ${id} }\nunit: rate\nvalues:\n${values}\n`).figure

const share = figure('share', '  - { from: 2016-04-08, value: 0.7, document: a }')
const vat = figure(
  'vat',
  '  - { from: 2016-04-08, to: 2018-04-30, value: 0.17, document: a }\n  - { from: 2018-05-01, value: 0.16, document: b }',
)
const tax = figure(
  'tax',
  '  - { from: 2016-04-08, to: 2016-09-30, value: 0.3, document: c }\n  - { from: 2016-10-01, value: 0.15, document: d }',
)
const figures = new Map([share, vat, tax].flatMap((one) => (one ? [[one.id, one] as const] : [])))

describe('the value that bears no tax', () => {
  test.each([
    ['0.13', '384'],
    ['0.2', '250'],
    ['0.5', '100'],
  ])('at a rate of %s is the last whole yuan whose tax is not above the exemption', (rate, value) => {
    const inputs = [
      figure('exempt', '  - { from: 2010-09-01, value: 50, document: a }'),
      figure('rate', `  - { from: 2019-04-09, value: ${rate}, document: b }`),
    ]
    const known = new Map(inputs.flatMap((one) => (one ? [[one.id, one] as const] : [])))
    const result = computeValues('untaxed-value', { exempt: 'exempt', rate: 'rate' }, known)
    expect('values' in result && result.values.map(({ effective, value }) => [effective, String(value)])).toEqual([
      [{ from: '2019-04-09' }, value],
    ])
  })
})

describe('a composite rate', () => {
  test('changes on every day on which one of its inputs does, and names all their documents', () => {
    const result = computeValues('cbec-composite', { vat: 'vat', share: 'share', 'consumption-tax': 'tax' }, figures)
    expect(
      'values' in result &&
        result.values.map(({ effective, value, sources, confidence }) => [
          effective,
          (value as Big).toFixed(6),
          sources.map(({ document }) => document).join(),
          confidence,
        ]),
    ).toEqual([
      [{ from: '2016-04-08', to: '2016-09-30' }, '0.470000', 'a,a,c', 'derived'],
      [{ from: '2016-10-01', to: '2018-04-30' }, '0.263529', 'a,a,d', 'derived'],
      [{ from: '2018-05-01' }, '0.255294', 'b,a,d', 'derived'],
    ])
  })

  test('without consumption tax is the share of the VAT', () => {
    const result = computeValues('cbec-composite', { vat: 'vat', share: 'share' }, figures)
    expect('values' in result && result.values.map(({ value }) => String(value))).toEqual(['0.119', '0.112'])
  })

  test('has no value where an input has none', () => {
    const gone = figure('gone', '  - { from: 2017-01-01, to: 2017-12-31, value: 0.15, document: c }')
    const result = computeValues(
      'cbec-composite',
      { vat: 'vat', share: 'share', 'consumption-tax': 'gone' },
      new Map([...figures, ...(gone ? [['gone', gone] as const] : [])]),
    )
    expect('values' in result && result.values.map(({ effective }) => effective)).toEqual([
      { from: '2017-01-01', to: '2017-12-31' },
    ])
  })

  test.each([
    ['a missing input', { vat: 'vat' }, 'inputs: cbec-composite needs "share"'],
    [
      'an input it does not know',
      { vat: 'vat', share: 'share', duty: 'vat' },
      'inputs: cbec-composite knows no "duty"',
    ],
    ['a figure that does not exist', { vat: 'vat', share: 'shares' }, 'inputs: no figure "shares"'],
  ])('tells of %s', (_, inputs, wrong) => {
    expect(computeValues('cbec-composite', inputs, figures)).toEqual({ wrong })
  })

  test('tells of a consumption tax of the whole price, in which there is no result', () => {
    const whole = figure('whole', '  - { from: 2016-04-08, value: 1, document: c }')
    expect(
      computeValues(
        'cbec-composite',
        { vat: 'vat', share: 'share', 'consumption-tax': 'whole' },
        new Map([...figures, ...(whole ? [['whole', whole] as const] : [])]),
      ),
    ).toEqual({ wrong: 'inputs: cbec-composite has no result on 2016-04-08' })
  })

  test('follows when an input is edited, and a wrong input is told by file and line', () => {
    const knowledge = smallKnowledge({ 'figures/vat-rate.yaml': put('value: 0.13', 'value: 0.1') })
    const composite = knowledge.figures.get('composite-rate')
    expect(composite && String(valueOn(composite, '2026-11-23')?.value)).toBe('0.07')
    expect(complaints({ 'figures/composite-rate.yaml': put('vat: vat-rate', 'vat: vat-rat') })[0]).toBe(
      'figures/composite-rate.yaml:4  inputs: no figure "vat-rat"',
    )
    expect(complaints({ 'figures/composite-rate.yaml': put('cbec-composite', 'cbec') })[0]).toContain(
      'figures/composite-rate.yaml:3  formula: ',
    )
  })
})

describe('the shipped composite rates', () => {
  const shippedFigures = shipped().figures
  test.each([
    ['composite-ordinary', '2016-04-08', '11.9%'],
    ['composite-ordinary', '2018-04-30', '11.9%'],
    ['composite-ordinary', '2018-05-01', '11.2%'],
    ['composite-ordinary', '2019-03-31', '11.2%'],
    ['composite-ordinary', '2019-04-01', '9.1%'],
    ['composite-ordinary', TODAY, '9.1%'],
    ['composite-high-end-cosmetics', '2016-04-08', '47%'],
    ['composite-high-end-cosmetics', '2016-09-30', '47%'],
    ['composite-high-end-cosmetics', '2016-10-01', '26.3529%'],
    ['composite-high-end-cosmetics', '2018-04-30', '26.3529%'],
    ['composite-high-end-cosmetics', '2018-05-01', '25.5294%'],
    ['composite-high-end-cosmetics', '2019-04-01', '23.0588%'],
    ['composite-high-end-cosmetics', TODAY, '23.0588%'],
    ['composite-wine', '2016-04-08', '21%'],
    ['composite-wine', '2018-05-01', '20.2222%'],
    ['composite-wine', TODAY, '17.8889%'],
  ])('%s on %s is %s', (id, on, percent) => {
    const figure = shippedFigures.get(id)
    const held = figure && valueOn(figure, on)
    expect(held?.confidence).toBe('derived')
    expect(formatValue(held?.value as Big, { unit: 'rate', digits: 4 }, 'en', (_, key) => key)).toBe(percent)
  })

  test('did not exist before the regime', () => {
    for (const [id, figure] of shippedFigures)
      if (id.startsWith('composite-')) expect(valueOn(figure, '2016-04-07'), id).toBeUndefined()
  })
})
