import type { WrittenLocale } from '../core/locale.ts'
import { type Meanings, waysOf } from '../intent/meanings.ts'
import { fold } from '../search/fold.ts'
import { mayHold } from './text-marks.ts'

/** Whether a folded text holds every word of a phrase. */
export type PhraseMatch = (folded: string) => boolean

type Holds = (folded: string) => boolean

const LATIN = /^[a-z0-9]/

const escaped = (word: string) => word.replace(/[.*+?^${}()[\]\\]/g, '\\$&')

function wordMatch(word: string): Holds {
  const plain = word
    .split('|')
    .map((one) => fold(one.replaceAll('_', ' ')))
    .filter(Boolean)
  const may = mayHold(plain)
  const holds = tests(
    plain.map(escaped).map((one) => (LATIN.test(one) ? `(?<![a-z0-9])${one}(?:s|es|ed|d|ing)?(?![a-z0-9])` : one)),
  )
  return (folded) => may(folded) && holds(folded)
}

/** Whether a text holds one of some patterns. What came of the text before is remembered: the same words stand in many phrases, all of which a text is held against. */
function tests(patterns: string[]): Holds {
  // No alternative at all would match everything.
  if (patterns.length === 0) return () => false
  const pattern = new RegExp(patterns.join('|'), 'u')
  let last: { folded: string; holds: boolean } | undefined
  return (folded) => {
    if (last?.folded !== folded) last = { folded, holds: pattern.test(folded) }
    return last.holds
  }
}

/** A meaning nobody wrote down is never meant; `npm run check` finds the slip. */
function meaningMatch(name: string, meanings: Meanings): Holds {
  const meaning = meanings[name]
  if (!meaning) return () => false
  const ways = waysOf(meaning)
  return tests([...ways['zh-Hans'], ...ways.en])
}

/** What was read, so that a word that stands in many phrases is tested once for all of them. */
const known = new WeakMap<Meanings, Map<string, Holds>>()

function holdsIn(meanings: Meanings): (word: string) => Holds {
  const words = known.get(meanings) ?? new Map<string, Holds>()
  known.set(meanings, words)
  return (word) => {
    const holds = words.get(word) ?? (word.startsWith('@') ? meaningMatch(word.slice(1), meanings) : wordMatch(word))
    words.set(word, holds)
    return holds
  }
}

/**
 * Reads a phrase as authors write it: words that must all occur, in any order; `|` separates alternatives, `_` stands for a space inside one,
 * `@name` is any way of saying what `meanings` holds under the name, and a word that begins with `!` must not occur. A phrase of nothing but such words
 * matches nothing.
 */
export function readPhrase(phrase: string, meanings: Meanings = {}): PhraseMatch {
  const read = holdsIn(meanings)
  const words = phrase.trim().split(/\s+/)
  const wanted = words.filter((word) => !word.startsWith('!')).map(read)
  const unwanted = words.filter((word) => word.startsWith('!')).map((word) => read(word.slice(1)))
  return (folded) =>
    wanted.length > 0 && wanted.every((holds) => holds(folded)) && !unwanted.some((holds) => holds(folded))
}

/** Reads the phrases of both languages. */
export const readPhrases = (phrases: Record<WrittenLocale, string[]>, meanings: Meanings = {}): PhraseMatch[] =>
  [...phrases['zh-Hans'], ...phrases.en].map((phrase) => readPhrase(phrase, meanings))
