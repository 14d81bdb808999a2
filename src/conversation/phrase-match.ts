import type { WrittenLocale } from '../core/locale.ts'
import { type Meanings, meaningTests } from '../intent/meanings.ts'
import { fold } from '../search/fold.ts'
import { wordList } from './held-words.ts'

/** Whether a folded text holds every word of a phrase. */
export type PhraseMatch = (folded: string) => boolean

/** Whether a folded text holds a word of a phrase. */
type Holds = (folded: string) => boolean

/** A meaning nobody wrote down is never meant; `npm run check` finds the slip. */
function meaningMatch(name: string, meanings: Meanings): Holds {
  const { chinese, english } = meaningTests(meanings).get(name) ?? {}
  return (folded) => chinese?.(folded) === true || english?.(folded) === true
}

const NO_MEANINGS: Meanings = {}

/** What was read, so that a word that stands in many phrases is looked for once for all of them. */
const known = new WeakMap<Meanings, (word: string) => Holds>()

function holdsIn(meanings: Meanings): (word: string) => Holds {
  const words = new Map<string, Holds>()
  const list = wordList()
  const read = (word: string): Holds =>
    word.startsWith('@')
      ? meaningMatch(word.slice(1), meanings)
      : list.add(
          word
            .split('|')
            .map((one) => fold(one.replaceAll('_', ' ')))
            .filter(Boolean),
        )
  return (word) => {
    const holds = words.get(word) ?? read(word)
    words.set(word, holds)
    return holds
  }
}

/**
 * Reads a phrase as authors write it: words that must all occur, in any order; `|` separates alternatives, `_` stands for a space inside one,
 * `@name` is any way of saying what `meanings` holds under the name, and a word that begins with `!` must not occur. A phrase of nothing but such words
 * matches nothing.
 */
export function readPhrase(phrase: string, meanings: Meanings = NO_MEANINGS): PhraseMatch {
  const read = known.get(meanings) ?? holdsIn(meanings)
  known.set(meanings, read)
  const words = phrase.trim().split(/\s+/)
  const wanted = words.filter((word) => !word.startsWith('!')).map(read)
  const unwanted = words.filter((word) => word.startsWith('!')).map((word) => read(word.slice(1)))
  if (wanted.length === 0) return () => false
  // Hundreds of phrases are asked of each message, nearly all in vain: without a function made for each.
  return (folded) => {
    for (const holds of wanted) if (!holds(folded)) return false
    for (const holds of unwanted) if (holds(folded)) return false
    return true
  }
}

/** Reads the phrases of both languages. */
export const readPhrases = (
  phrases: Record<WrittenLocale, string[]>,
  meanings: Meanings = NO_MEANINGS,
): PhraseMatch[] => [...phrases['zh-Hans'], ...phrases.en].map((phrase) => readPhrase(phrase, meanings))
