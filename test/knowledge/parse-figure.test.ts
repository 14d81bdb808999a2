import { describe, expect, test } from 'vitest'
import { parseFigure } from '../../src/knowledge/parse-figure.ts'
import { describeProblem } from '../../src/knowledge/problem.ts'

const FILE = 'figures/annual-limit.yaml'
const written = (values: string[], unit = 'CNY') =>
  `name: { zh-Hans: 限值, en: Limit }\nunit: ${unit}\nvalues:\n${values.map((value) => `  - { ${value} }`).join('\n')}\n`
const told = (values: string[], unit?: string) => parseFigure(FILE, written(values, unit)).problems.map(describeProblem)

test('a figure has its values in order of time, each with its documents', () => {
  const { id, figure, problems } = parseFigure(
    FILE,
    written([
      'from: 2016-04-08, to: 2018-12-31, value: 20000, document: notice-2016, clause: 第三条',
      'from: 2019-01-01, value: 26000, document: notice-2018, clause: 第一条, also: [{ document: notice-2016 }], confidence: known',
    ]),
  )
  expect(problems).toEqual([])
  expect(id).toBe('annual-limit')
  expect(figure).toMatchObject({ name: { 'zh-Hans': '限值', en: 'Limit' }, unit: 'CNY' })
  expect(figure?.values.map((held) => ({ ...held, value: String(held.value) }))).toEqual([
    {
      effective: { from: '2016-04-08', to: '2018-12-31' },
      value: '20000',
      sources: [{ document: 'notice-2016', clause: '第三条' }],
      confidence: 'verified',
    },
    {
      effective: { from: '2019-01-01' },
      value: '26000',
      sources: [{ document: 'notice-2018', clause: '第一条' }, { document: 'notice-2016' }],
      confidence: 'known',
    },
  ])
})

test('a rate keeps every digit that was written', () => {
  const { figure } = parseFigure(FILE, written(['from: 2016-04-08, value: 0.119, document: a'], 'rate'))
  expect(String(figure?.values[0]?.value)).toBe('0.119')
  const long = parseFigure(FILE, written(['from: 2016-04-08, value: "0.12345678901234567891", document: a'], 'rate'))
  expect(String(long.figure?.values[0]?.value)).toBe('0.12345678901234567891')
})

test('where nothing was in force, that is declared', () => {
  const { figure, problems } = parseFigure(
    FILE,
    written([
      'from: 2016-04-08, to: 2018-12-31, value: 1, document: a',
      'from: 2019-01-01, to: 2019-12-31, value: none, document: b',
      'from: 2020-01-01, value: 2, document: c',
    ]),
  )
  expect(problems).toEqual([])
  expect(figure?.values.map(({ value }) => value === undefined)).toEqual([false, true, false])
})

describe('whoever writes a history with a mistake is told the line of the value', () => {
  const first = 'from: 2016-04-08, to: 2018-12-31, value: 20000, document: a'
  test.each([
    [
      'a value that begins before the one above has ended',
      [first, 'from: 2018-12-31, value: 26000, document: b'],
      '5  begins on 2018-12-31, before the value above has ended\n    Close the older value with `to`: the day before the new one begins.',
    ],
    [
      'an older value that was not closed',
      ['from: 2016-04-08, value: 20000, document: a', 'from: 2019-01-01, value: 26000, document: b'],
      '5  begins on 2019-01-01, before the value above has ended\n    Close the older value with `to`: the day before the new one begins.',
    ],
    [
      'values out of order',
      ['from: 2019-01-01, value: 26000, document: b', first],
      '5  begins on 2016-04-08, before the value above has ended\n    Close the older value with `to`: the day before the new one begins.',
    ],
    [
      'a gap of one day',
      [first, 'from: 2019-01-02, value: 26000, document: b'],
      '5  nothing is said about the days from 2019-01-01 to 2019-01-02\n    Close the gap, or declare it with `value: none`.',
    ],
    [
      'a gap of years, further down',
      [first, 'from: 2019-01-01, to: 2019-12-31, value: 1, document: b', 'from: 2024-01-01, value: 2, document: c'],
      '6  nothing is said about the days from 2020-01-01 to 2024-01-01\n    Close the gap, or declare it with `value: none`.',
    ],
    [
      'a value in words',
      ['from: 2019-01-01, value: two thousand, document: b'],
      '4  value: "two thousand" is no number\n    Write 26000, not 26,000; write a rate as a fraction, 0.13.',
    ],
    [
      'a value with a comma',
      ['from: 2019-01-01, value: "26,000", document: b'],
      '4  value: "26,000" is no number\n    Write 26000, not 26,000; write a rate as a fraction, 0.13.',
    ],
    [
      'a rate in percent',
      ['from: 2019-01-01, value: 13%, document: b'],
      '4  value: "13%" is no number\n    Write 26000, not 26,000; write a rate as a fraction, 0.13.',
    ],
    ['a value without a document', ['from: 2019-01-01, value: 26000'], '4  values.0.document: '],
    [
      'a value that ends before it begins',
      ['from: 2019-01-01, to: 2018-12-31, value: 1, document: b'],
      '4  values.0: ends before it begins',
    ],
    [
      'a field that does not exist',
      ['from: 2019-01-01, value: 1, document: b, until: 2020-01-01'],
      '4  values.0: Unrecognized key: "until"',
    ],
    ['a day that is no day', ['from: 2019-02-29, value: 1, document: b'], '4  values.0.from: '],
    ['no values', [], '3  values: '],
  ])('%s', (_, values, problem) => {
    expect(told(values)[0]).toContain(`${FILE}:${problem}`)
  })

  test.each([
    ['date', '2026-13-01'],
    ['date', '"1 March 2026"'],
    ['date', '03-01'],
    ['month-day', '"4-30"'],
    ['month-day', '"02-30"'],
    ['month-day', '2026-04-30'],
  ])('a %s such as %s', (unit, value) => {
    expect(told([`from: 2019-01-01, value: ${value}, document: b`], unit)).toEqual([
      `${FILE}:4  value: "${value.replaceAll('"', '')}" is no ${unit}\n    Write a date as 2026-03-01 and a month-day as "04-30", quoted.`,
    ])
  })

  test.each([
    ['date', '2026-03-01', '2026-03-01'],
    ['month-day', '"04-30"', '04-30'],
    ['month-day', '"02-29"', '02-29'],
  ])('but not a %s such as %s', (unit, value, held) => {
    const { figure, problems } = parseFigure(FILE, written([`from: 2019-01-01, value: ${value}, document: b`], unit))
    expect(problems).toEqual([])
    expect(figure?.values[0]?.value).toBe(held)
  })
})
