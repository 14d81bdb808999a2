import type { WrittenLocale } from '../core/locale.ts'
import { fold } from '../search/fold.ts'

/** Whether a folded text holds every word of a phrase. */
export type PhraseMatch = (folded: string) => boolean

/** Ways of saying one thing, by what it means: see `knowledge/meanings.yaml`. */
export type Meanings = Readonly<Record<string, Record<WrittenLocale, string[]>>>

type Holds = (folded: string) => boolean

const LATIN = /^[a-z0-9]/
/** What `~` stands for: a short gap inside one sentence, in Chinese and in English. */
const GAP = { 'zh-Hans': '[^。.?？!！;；]{0,8}', en: '[^.?!;]{0,32}' } as const

const escaped = (word: string) => word.replace(/[.*+?^${}()[\]\\]/g, '\\$&')

function wordMatch(word: string): Holds {
  const alternatives = word
    .split('|')
    .filter(Boolean)
    .map((one) => {
      const plain = escaped(fold(one.replaceAll('_', ' ')))
      return LATIN.test(plain) ? `(?<![a-z0-9])${plain}(?:s|es|ed|d|ing)?(?![a-z0-9])` : plain
    })
  // An alternative that was left empty would match everything.
  return alternatives.length === 0 ? () => false : tests(new RegExp(alternatives.join('|'), 'u'))
}

const tests =
  (pattern: RegExp): Holds =>
  (folded) =>
    pattern.test(folded)

/** A meaning nobody wrote down is never meant; `npm run check` finds the slip. */
function meaningMatch(name: string, meanings: Meanings): Holds {
  const meaning = meanings[name]
  if (!meaning) return () => false
  const chinese = meaning['zh-Hans'].map((one) => one.replaceAll('~', GAP['zh-Hans']))
  const english = meaning.en.map((one) => `(?<![a-z0-9])(?:${one.replaceAll('~', GAP.en)})(?![a-z0-9])`)
  return tests(new RegExp([...chinese, ...english].join('|'), 'u'))
}

/**
 * Reads a phrase as authors write it: words that must all occur, in any order; `|` separates alternatives, `_` stands for a space inside one,
 * `@name` is any way of saying what `meanings` holds under the name, and a word that begins with `!` must not occur. A phrase of nothing but such words
 * matches nothing.
 */
export function readPhrase(phrase: string, meanings: Meanings = {}): PhraseMatch {
  const read = (word: string) => (word.startsWith('@') ? meaningMatch(word.slice(1), meanings) : wordMatch(word))
  const words = phrase.trim().split(/\s+/)
  const wanted = words.filter((word) => !word.startsWith('!')).map(read)
  const unwanted = words.filter((word) => word.startsWith('!')).map((word) => read(word.slice(1)))
  return (folded) =>
    wanted.length > 0 && wanted.every((holds) => holds(folded)) && !unwanted.some((holds) => holds(folded))
}

/** Reads the phrases of both languages. */
export const readPhrases = (phrases: Record<WrittenLocale, string[]>, meanings: Meanings = {}): PhraseMatch[] =>
  [...phrases['zh-Hans'], ...phrases.en].map((phrase) => readPhrase(phrase, meanings))
