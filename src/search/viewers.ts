import { growingLexicon, type Lexicon } from '../core/lexicon.ts'
import { eachSpelling, piecesOfLatin } from './letters.ts'
import { growing, type Lists } from './lists.ts'
import { eachPairOfSounds, pairOf } from './sound.ts'

/** What texts consist of as one reads them: the terms, numbered as they came, and of each text those it holds. */
export type View = { terms: Lexicon; texts: Lists }

/** Latin words of texts, numbered as they came, and how often each stands there. */
export type LatinWords = { terms: Lexicon; counts: Uint32Array }

/** The numbers of text after text. */
function textsOf() {
  const [starts, numbers] = [growing(Uint32Array), growing(Uint32Array)]
  starts.push(0)
  return {
    push: numbers.push,
    pushAll: numbers.pushAll,
    ends: () => starts.push(numbers.length()),
    texts: (): Lists => ({ starts: starts.done(), numbers: numbers.done() }),
  }
}

/** Collects the terms of text after text. Those of a text come in order, each as often as it stands there. */
export function viewer(): { add: (terms: readonly string[]) => void; view: () => View } {
  const { numberFor, lexicon } = growingLexicon()
  const { push, ends, texts } = textsOf()
  return {
    add(terms) {
      for (let at = 0; at < terms.length; at++) push(numberFor(terms[at] ?? ''))
      ends()
    },
    view: () => ({ terms: lexicon(), texts: texts() }),
  }
}

/**
 * Collects the pieces of spelling of text after text, to the letter those of `lettersOf`, and the Latin words themselves. There are several for each letter, and yet the same few thousand words over and
 * over: a word is taken apart once, and no piece is cut out to ask for its number.
 */
export function spellingViewer(): { add: (folded: string) => void; view: () => View; latin: () => LatinWords } {
  const { numberFor, lexicon } = growingLexicon()
  const { push, pushAll, ends, texts } = textsOf()
  const words = growingLexicon()
  const counts: number[] = []
  /** The pieces of Latin word `n`, as numbers. */
  const pieces: number[][] = []
  return {
    add(folded) {
      eachSpelling(
        folded,
        (from, to) => {
          const word = words.numberFor(folded, from, to)
          counts[word] = (counts[word] ?? 0) + 1
          const known = pieces[word] ?? piecesOfLatin(folded.slice(from, to)).map((piece) => numberFor(piece))
          pieces[word] = known
          pushAll(known)
        },
        (from, end, next) => {
          push(numberFor(folded, from, end))
          if (next > end) push(numberFor(folded, from, next))
        },
      )
      ends()
    },
    view: () => ({ terms: lexicon(), texts: texts() }),
    latin: () => ({ terms: words.lexicon(), counts: Uint32Array.from(counts) }),
  }
}

/** Sounds of which each pair's number is found by their own: more than Chinese has. */
const COMMON = 512

/** Collects the pairs of sounds of text after text, to the letter those of `soundsOf`; a pair is written once. */
export function soundViewer(): { add: (folded: string) => void; view: () => View } {
  const { numberFor, lexicon } = growingLexicon()
  const { push, ends, texts } = textsOf()
  /** The number of each pair and one; 0 for those that have not come. */
  const numbers = new Uint32Array(COMMON * COMMON)
  const numberOfPair = (first: number, second: number): number => {
    if (first >= COMMON || second >= COMMON) return numberFor(pairOf(first, second))
    const place = first * COMMON + second
    const number = numbers[place] || numberFor(pairOf(first, second)) + 1
    numbers[place] = number
    return number - 1
  }
  return {
    add(folded) {
      eachPairOfSounds(folded, (first, second) => push(numberOfPair(first, second)))
      ends()
    },
    view: () => ({ terms: lexicon(), texts: texts() }),
  }
}
