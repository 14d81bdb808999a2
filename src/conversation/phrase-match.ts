import type { WrittenLocale } from '../core/locale.ts'
import { fold } from '../search/fold.ts'

/** Whether a folded text holds every word of a phrase. */
export type PhraseMatch = (folded: string) => boolean

const LATIN = /^[a-z0-9]/

const escaped = (word: string) => word.replace(/[.*+?^${}()[\]\\]/g, '\\$&')

function wordMatch(word: string): RegExp {
  const alternatives = word
    .split('|')
    .filter(Boolean)
    .map((one) => {
      const plain = escaped(fold(one.replaceAll('_', ' ')))
      return LATIN.test(plain) ? `(?<![a-z0-9])${plain}(?:s|es|ed|d|ing)?(?![a-z0-9])` : plain
    })
  // An alternative that was left empty would match everything.
  return alternatives.length === 0 ? /(?!)/ : new RegExp(alternatives.join('|'), 'u')
}

/**
 * Reads a phrase as authors write it: words that must all occur, in any order; `|` separates alternatives, `_` stands for a space inside one,
 * and a word that begins with `!` must not occur. A phrase of nothing but such words matches nothing.
 */
export function readPhrase(phrase: string): PhraseMatch {
  const words = phrase.trim().split(/\s+/)
  const wanted = words.filter((word) => !word.startsWith('!')).map(wordMatch)
  const unwanted = words.filter((word) => word.startsWith('!')).map((word) => wordMatch(word.slice(1)))
  return (folded) =>
    wanted.length > 0 && wanted.every((word) => word.test(folded)) && !unwanted.some((word) => word.test(folded))
}

/** Reads the phrases of both languages. */
export const readPhrases = (phrases: Record<WrittenLocale, string[]>): PhraseMatch[] =>
  [...phrases['zh-Hans'], ...phrases.en].map(readPhrase)
