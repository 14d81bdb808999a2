import { describe, expect, test } from 'vitest'
import { figuresOn, isRefused, readFigures } from '../../src/advisors/figures-on.ts'
import type { Figure } from '../../src/core/figure.ts'
import { big, figures } from './context.ts'

const reading = (day: string, from: ReadonlyMap<string, Figure> = figures) => readFigures(figuresOn(from, day), day)

describe('a figure', () => {
  test('has the value of the day', () => {
    expect(String(reading('2018-12-31').number('single-limit'))).toBe('2000')
    expect(String(reading('2019-01-01').number('single-limit'))).toBe('5000')
  })

  test('without a value that day is a refusal that names the periods around it', () => {
    expect(reading('2016-04-07').number('single-limit')).toEqual({
      kind: 'refused',
      why: 'no-figure',
      verdict: { key: 'verdict.no-figure', values: { figure: 'single-limit', day: '2016-04-07' } },
      figure: 'single-limit',
      next: { from: '2016-04-08', to: '2018-12-31' },
    })
    expect(reading('2025-01-01').number('parcel-limit-inbound-hmt')).toMatchObject({
      last: { from: '2010-09-01', to: '2024-11-30' },
    })
  })

  test('that nobody has heard of is a refusal too', () => {
    expect(reading('2026-01-01').number('no-such-figure')).toMatchObject({ why: 'no-figure', figure: 'no-such-figure' })
  })

  test('may declare that there is none, which is not the same as not knowing', () => {
    expect(reading('2018-12-31').declared('one-item-limit')).toEqual({ value: undefined })
    expect(reading('2018-12-31').number('one-item-limit')).toMatchObject({
      why: 'no-figure',
      next: { from: '2019-01-01' },
    })
    expect(reading('2016-01-01').declared('one-item-limit')).toMatchObject({ why: 'no-figure' })
    const held = reading('2019-01-01').declared('one-item-limit')
    expect(isRefused(held) ? held : String(held.value)).toBe('26000')
  })

  test('that is optional is left out', () => {
    expect(reading('2020-03-27').optional('return-apply-days')).toBeUndefined()
    expect(String(reading('2020-03-28').optional('return-apply-days'))).toBe('30')
  })
})

describe('what was read', () => {
  test('is remembered in the order of ids, with its documents', () => {
    const read = reading('2026-11-23')
    read.numbers({ share: 'cbec-tax-share', annual: 'annual-limit' })
    read.declared('one-item-limit')
    expect(read.used()).toEqual({
      'annual-limit': { value: '26000', document: 'cgs-2018-49', clause: '第一条' },
      'cbec-tax-share': {
        value: '0.7',
        document: 'cgs-2016-18',
        clause: '第三条',
        also: [{ document: 'cgs-2018-49' }],
      },
      'one-item-limit': { value: '26000', document: 'cgs-2018-49', clause: '第二条' },
    })
  })

  test('names each source once', () => {
    const read = reading('2026-11-23')
    read.numbers({ annual: 'annual-limit', single: 'single-limit' })
    expect(read.sources()).toEqual([{ document: 'cgs-2018-49', clause: '第一条' }])
  })

  test('leaves out what had no value', () => {
    const read = reading('2016-01-01')
    read.number('single-limit')
    expect(read.used()).toEqual({})
  })

  test('keeps a number as it was written', () => {
    const figure: Figure = {
      id: 'tiny',
      name: { 'zh-Hans': '', en: '' },
      unit: 'rate',
      values: [
        {
          effective: { from: '2020-01-01' },
          value: big('0.0000001'),
          sources: [{ document: 'x' }],
          confidence: 'known',
        },
      ],
    }
    const read = reading('2020-01-01', new Map([['tiny', figure]]))
    read.number('tiny')
    expect(read.used()).toEqual({ tiny: { value: '0.0000001', document: 'x' } })
  })
})
