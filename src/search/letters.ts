import { hanEnd } from './han.ts'

/** Letters of a piece of a Latin word, its ends marked. */
const PIECE = 4
/** Letters of the shortest Latin word that is taken apart. */
const SHORTEST = 3
const [A, Z] = [0x61, 0x7a]

/** Pieces of a folded text that survive a typo, an unknown compound or another ending: Chinese characters and pairs of them, four letters of Latin words. */
export function lettersOf(folded: string): string[] {
  const pieces: string[] = []
  for (let at = 0; at < folded.length; ) {
    const start = at
    while (isLatin(folded.charCodeAt(at))) at++
    if (at > start) {
      if (at - start >= SHORTEST) addLatin(`^${folded.slice(start, at)}$`, pieces)
      continue
    }
    at = hanEnd(folded, start)
    if (at > start) addHan(folded, start, at, pieces)
    else at++
  }
  return pieces
}

const isLatin = (unit: number): boolean => unit >= A && unit <= Z

function addLatin(word: string, pieces: string[]): void {
  for (let at = 0; at + PIECE <= word.length; at++) pieces.push(word.slice(at, at + PIECE))
}

function addHan(text: string, from: number, to: number, pieces: string[]): void {
  for (let at = from; at < to; ) {
    const end = at + lengthAt(text, at)
    pieces.push(text.slice(at, end))
    if (end < to) pieces.push(text.slice(at, end + lengthAt(text, end)))
    at = end
  }
}

/** How many UTF-16 units the character at a place takes. */
const lengthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
