import { fold } from './fold.ts'
import { formsOf } from './forms.ts'
import { lettersOf } from './letters.ts'
import type { Segment } from './segment.ts'
import { soundsOf } from './sound.ts'

/** What a text consists of, seen in four ways. */
export type Features = {
  /** Subject words, and `@`-terms for the things it names: a good, its kind, a price. */
  words: string[]
  /** Pieces of its spelling. */
  letters: string[]
  /** Pairs of syllables. */
  sounds: string[]
  /** The form of the question, and as who it is asked. */
  forms: string[]
}

/** Reads a text, documents and questions alike. */
export type Read = (text: string) => Features

/** Makes the reader. `things` names what a folded text is about beyond its words. */
export function createReader(segment: Segment, things: (folded: string) => string[]): Read {
  return (text) => {
    const folded = fold(text)
    return {
      words: [...segment(folded), ...things(folded)],
      letters: lettersOf(folded),
      sounds: soundsOf(folded),
      forms: formsOf(folded),
    }
  }
}
