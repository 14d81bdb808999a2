import { describe, expect, test } from 'vitest'
import { moment } from '../../../src/insights/view/moment.ts'
import { ratioInWords } from '../../../src/insights/view/words.ts'
import { wording } from '../../channels/served.ts'

const ratio = (low: number, middle: number, high: number) =>
  ratioInWords('en', (key, values) => wording('en', key, values), { low, middle, high })

describe('a ratio', () => {
  test('is told to one place', () => {
    expect(ratio(1.234, 1.567, 2.123)).toBe('×1.6 (1.2–2.1)')
  })

  test('never says 1.0 of a bound that lies on one side of it, for then it is rising or falling', () => {
    expect(ratio(0.6, 0.8, 0.97)).toBe('×0.8 (0.6–0.97)')
    expect(ratio(1.03, 1.2, 1.4)).toBe('×1.2 (1.03–1.4)')
  })
})

test('a moment is told by the clock in China, whatever the day is elsewhere', () => {
  expect(moment('2026-11-29T18:30:15.000Z').markup).toBe(
    '<time datetime="2026-11-29T18:30:15.000Z">2026-11-30 02:30</time>',
  )
  expect(moment('2026-11-29T18:30:15.000Z', 'second').markup).toContain('02:30:15<')
})
