import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BASE, BLUR_VARIANCE, blur } from '../../../src/insights/disclosure/blur.ts'

const published = (value: number, cells = 20_000) =>
  Array.from({ length: cells }, (_, cell) => blur(value, `cell ${cell}`, 'secret'))

describe('a published number', () => {
  test('is a multiple of five, at least five, and always the same for the same thing', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.string(), fc.string(), (value, identity, key) => {
        const number = blur(value, identity, key)
        expect(number % BASE).toBe(0)
        expect(number).toBeGreaterThanOrEqual(BASE)
        expect(blur(value, identity, key)).toBe(number)
      }),
    )
  })

  test('is right on average, and as far off as is stated', () => {
    const errors = [1000, 1001, 1002, 1003, 1004].flatMap((value) => published(value).map((number) => number - value))
    const mean = errors.reduce((all, one) => all + one, 0) / errors.length
    const variance = errors.reduce((all, one) => all + (one - mean) ** 2, 0) / errors.length
    expect(Math.abs(mean)).toBeLessThan(0.05)
    expect(variance / BLUR_VARIANCE).toBeGreaterThan(0.95)
    expect(variance / BLUR_VARIANCE).toBeLessThan(1.05)
  })

  test('hardly differs in its odds when there is one question more', () => {
    const odds = (value: number) => Map.groupBy(published(value, 100_000), (number) => number)
    const [one, other] = [odds(1002), odds(1003)]
    for (const [number, some] of one)
      if (some.length > 1000) {
        const ratio = some.length / (other.get(number)?.length ?? 0)
        expect(Math.abs(Math.log(ratio))).toBeLessThan(0.5 + 0.15)
      }
  })

  test('depends on a secret: whoever knows the method cannot undo it', () => {
    const other = Array.from({ length: 200 }, (_, cell) => blur(50, `cell ${cell}`, 'another'))
    expect(published(50, 200).filter((number, cell) => number === other[cell]).length).toBeLessThan(150)
  })
})
