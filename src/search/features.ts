import { fold } from './fold.ts'
import { formsOf } from './forms.ts'
import { lettersOf } from './letters.ts'
import type { Segment } from './segment.ts'
import { soundsOf } from './sound.ts'

/** What a text consists of, seen in five ways; each is worked out when it is asked for. */
export type Features = {
  /** The text itself, folded. */
  folded: string
  /** Subject words, and `@`-terms for the things it names: a good, its kind, a price. */
  words: string[]
  /** Pieces of its spelling. */
  letters: string[]
  /** Pairs of syllables. */
  sounds: string[]
  /** The form of the question, and as who it is asked. */
  forms: string[]
  /** Names of the meanings it holds, whatever its words; worked out when asked for. */
  meanings: () => string[]
}

/** Reads a text, documents and questions alike. */
export type Read = (text: string) => Features

/** Makes the reader. `things` names what a folded text is about beyond its words, `meanings` what it says in whatever words. */
export function createReader(
  segment: Segment,
  things: (folded: string) => string[],
  meanings: (folded: string) => string[] = () => [],
): Read {
  return (text) => {
    const folded = fold(text)
    let [words, letters, sounds, forms]: (string[] | undefined)[] = []
    return {
      folded,
      get words() {
        words ??= [...segment(text), ...things(folded)]
        return words
      },
      get letters() {
        letters ??= lettersOf(folded)
        return letters
      },
      get sounds() {
        sounds ??= soundsOf(folded)
        return sounds
      },
      get forms() {
        forms ??= formsOf(folded)
        return forms
      },
      meanings: () => meanings(folded),
    }
  }
}
