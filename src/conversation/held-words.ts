import { childOf, type WordTree, wordTree } from '../core/letter-tree.ts'
import { rememberingLast } from '../core/remembered.ts'

/** Words that are looked for in the same texts. */
export type WordList = {
  /**
   * Adds a word in all its forms, folded, and makes the look at whether a folded text holds one of them. A form that begins with a Latin letter or a digit stands by itself, in any of its endings; any
   * other may be part of a longer word.
   */
  add(forms: string[]): (folded: string) => boolean
}

/** All forms as a tree, and the words that each of them is a form of. */
type Forms = { tree: WordTree; wordsOf: number[][] }

/** Texts whose words are remembered: a turn looks at its text, at the sentences of it, and at what it is without courtesies. */
const MOST_REMEMBERED = 8
/** Endings that a Latin word may have. */
const ENDINGS = ['', 's', 'es', 'ed', 'd', 'ing']

/** Whether a character (by its code; NaN: none) belongs to a Latin word or a number. */
const isLatin = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)

/**
 * Makes a list of words that are found in a text all at once, in time that does not grow with their number: thousands are looked for in every question, and nearly all of them are not there.
 */
export function wordList(): WordList {
  const byForm = new Map<string, number[]>()
  let count = 0
  const memory = () => {
    let forms: Forms | undefined
    return rememberingLast(
      MOST_REMEMBERED,
      (text) => text,
      (text: string) => {
        forms ??= { tree: wordTree([...byForm.keys()]), wordsOf: [...byForm.values()] }
        return lookThrough(text, forms, new Uint8Array(count))
      },
    )
  }
  let wordsOf = memory()
  let last: { text: string; held: Uint8Array } | undefined

  return {
    add(forms) {
      const word = count++
      for (const form of forms) {
        const known = byForm.get(form)
        if (known) known.push(word)
        else byForm.set(form, [word])
      }
      // Texts that were looked through before know nothing of this one.
      wordsOf = memory()
      last = undefined
      return (text) => {
        if (last?.text !== text) last = { text, held: wordsOf(text) }
        return last.held[word] === 1
      }
    },
  }
}

/** Marks the words that a text holds. */
function lookThrough(text: string, { tree, wordsOf }: Forms, held: Uint8Array): Uint8Array {
  let before = Number.NaN
  for (let start = 0; start < text.length; start++) {
    const first = text.charCodeAt(start)
    const latin = isLatin(first)
    if (!latin || !isLatin(before)) {
      let node = childOf(tree, 0, first)
      for (let end = start + 1; node !== 0; end++) {
        const form = tree.words[node] ?? 0
        if (form !== 0 && (!latin || endsThere(text, end))) for (const word of wordsOf[form - 1] ?? []) held[word] = 1
        node = end < text.length ? childOf(tree, node, text.charCodeAt(end)) : 0
      }
    }
    before = first
  }
  return held
}

/** Whether a Latin word ends at a place, or after an ending that begins there. */
const endsThere = (text: string, at: number): boolean =>
  ENDINGS.some((ending) => text.startsWith(ending, at) && !isLatin(text.charCodeAt(at + ending.length)))
