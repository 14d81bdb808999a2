import { hanEnd } from './han.ts'

/** Letters of a piece of a Latin word, its ends marked. */
const PIECE = 4
/** Letters of the shortest Latin word that is taken apart. */
const SHORTEST = 3
const [A, Z] = [0x61, 0x7a]

/** Pieces of a folded text that survive a typo, an unknown compound or another ending: Chinese characters and pairs of them, four letters of Latin words. */
export function lettersOf(folded: string): string[] {
  const pieces: string[] = []
  eachSpelling(
    folded,
    (from, to) => pieces.push(...piecesOfLatin(folded.slice(from, to))),
    (from, end, next) => {
      pieces.push(folded.slice(from, end))
      if (next > end) pieces.push(folded.slice(from, next))
    },
  )
  return pieces
}

/**
 * Goes through a folded text and tells where what is spelt in it stands, in order.
 * @param latin called with the beginning and the end of each Latin word
 * @param han called with the beginning and the end of each Chinese character, and the end of the one after it in its run: its own end where it is the last
 */
export function eachSpelling(
  folded: string,
  latin: (from: number, to: number) => void,
  han: (from: number, end: number, next: number) => void,
): void {
  for (let at = 0; at < folded.length; ) {
    const start = at
    while (isLatin(folded.charCodeAt(at))) at++
    if (at > start) {
      latin(start, at)
      continue
    }
    const end = hanEnd(folded, start)
    if (end === start) at++
    while (at < end) {
      const next = at + lengthAt(folded, at)
      han(at, next, next < end ? next + lengthAt(folded, next) : next)
      at = next
    }
  }
}

/** The pieces of a Latin word. */
export function piecesOfLatin(word: string): string[] {
  if (word.length < SHORTEST) return []
  const marked = `^${word}$`
  const pieces: string[] = []
  for (let at = 0; at + PIECE <= marked.length; at++) pieces.push(marked.slice(at, at + PIECE))
  return pieces
}

const isLatin = (unit: number): boolean => unit >= A && unit <= Z

/** How many UTF-16 units the character at a place takes. */
const lengthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
