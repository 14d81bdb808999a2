import { expect } from 'vitest'
import type { Phrase } from '../../src/core/calculation.ts'
import type { Locale } from '../../src/core/locale.ts'
import { createTraditional } from '../../src/knowledge/traditional.ts'
import { readWording } from '../../src/wording.ts'

/** The shipped wording. */
export const translate = await readWording('locales', createTraditional({}))

/** A phrase in words; fails where the wording lacks it or wants a value that the phrase has not. */
export function inWords(locale: Locale, { key, values }: Phrase): string {
  const words = translate(locale, key, values)
  expect(words, `${key} in ${locale}`).not.toBe(key)
  expect(words, `${key} in ${locale}`).not.toMatch(/\{\{/)
  return words
}
