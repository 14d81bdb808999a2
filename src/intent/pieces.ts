import { inMandarin } from './cantonese.ts'

/** A run of Chinese with the numbers inside it, or a Latin word with its apostrophe. */
const RUN = /[\p{Script=Han}#]+|[a-z]+(?:'[a-z]+)?/gu
/** Letters of a Latin word that count: what follows is mostly grammar (`declare`, `declared`, `declaring`). */
const STEM = 6
/** Where one thought of a message ends and the next begins. */
const CLAUSES = /[，,。.？?！!；;：:\n…]+/u
/** Characters that are read at the beginning and at the end of a message; in a longer one, what lies between is passed over. */
const READ = 500

const NUMBER = /\d[\d,.]*/gu
/** Digits from which on a number may be the name of something: a mode, a hotline, a limit. */
const NAME = 4
/** Digits from which on numbers are all alike. */
const MANY = 6

/** Pieces of a message in three bundles, each of which counts as one whatever its size: its spelling, the meanings it holds, and pairs of those. */
export type Pieces = { spelling: string[]; meanings: string[]; pairs: string[] }

const stemmed = (word: string): string => word.replace(/'s$|'/g, '').slice(0, STEM)

/** Pieces of Chinese: characters, pairs and triples of them. */
function ofHan(run: string, pieces: Set<string>, mark: string): void {
  const characters = [...run]
  for (let at = 0; at < characters.length; at++)
    for (let length = 1; length <= 3 && at + length <= characters.length; length++)
      pieces.add(mark + characters.slice(at, at + length).join(''))
}

/** Pieces of English: words, pairs of neighbours and pairs with one word between. */
function ofLatin(words: string[], pieces: Set<string>, mark: string): void {
  words.forEach((word, at) => {
    pieces.add(mark + word)
    const [next, second] = [words[at + 1], words[at + 2]]
    if (next !== undefined) pieces.add(`${mark}${word} ${next}`)
    if (second !== undefined) pieces.add(`${mark}${word} _ ${second}`)
  })
}

function ofText(text: string, pieces: Set<string>, mark: string): void {
  let words: string[] = []
  for (const [run] of text.matchAll(RUN)) {
    if (/^[a-z]/.test(run)) words.push(stemmed(run))
    else {
      ofLatin(words, pieces, mark)
      words = []
      ofHan(run, pieces, mark)
    }
  }
  ofLatin(words, pieces, mark)
}

/** The part of a message that is read. */
export const readPart = (folded: string): string =>
  folded.length <= 2 * READ ? folded : `${folded.slice(0, READ)}。${folded.slice(-READ)}`

/**
 * What a message consists of, as the model of intents sees it: its characters and words by ones, pairs and triples, Cantonese ones in Mandarin, those of its last clause again (`$`: what is asked
 * mostly stands there), its numbers by their size (that it is sixty of something matters, that it is sixty-one does not) and those of many digits as
 * they are, the meanings it holds (`@`) and each two of them together.
 * @param folded the message, folded, no longer than is read
 * @param meanings names of the meanings it holds, always in the same order
 */
export function piecesOf(folded: string, meanings: readonly string[]): Pieces {
  const spelling = new Set<string>()
  const text = inMandarin(folded).replace(NUMBER, (number) => {
    const digits = number.replace(/\..*|,/g, '')
    if (digits.length >= NAME) spelling.add(`n${digits}`)
    spelling.add(`#${Math.min(MANY, digits.length)}`)
    return '#'
  })
  ofText(text, spelling, '')
  const last = text.split(CLAUSES).findLast((clause) => clause.trim() !== '')
  if (last !== undefined) ofText(last, spelling, '$')
  return {
    spelling: [...spelling],
    meanings: meanings.map((one) => `@${one}`),
    pairs: meanings.flatMap((one, index) => meanings.slice(index + 1).map((other) => `@${one} @${other}`)),
  }
}
