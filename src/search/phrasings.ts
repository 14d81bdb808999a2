import { sizeOf } from '../core/lexicon.ts'
import { distinct } from './lists.ts'
import { type Holders, holdersOf } from './postings.ts'
import { lengthOf } from './unit-vectors.ts'
import type { View } from './viewers.ts'

/** Every phrasing of every searchable, compactly: which of them hold each word and piece of spelling, and their texts. */
export type PhrasingModel = {
  texts: string[]
  /** The phrasings of searchable `i` are `first[i]…first[i + 1]`. */
  first: Uint32Array
  words: Holders
  /** The length of each phrasing as a vector of weighted words. */
  norms: Float32Array
  letters: Pieces
}

/** Which phrasings hold each piece, and how many pieces each of them has. */
type Pieces = Holders & { sizes: Uint16Array }

/**
 * Packs the phrasings of all searchables.
 * @param texts the phrasings, which are the first texts of each view
 * @param first where those of each searchable begin
 * @param weights how much each word weighs
 */
export function packPhrasings(
  texts: string[],
  first: Uint32Array,
  views: { words: View; letters: View },
  weights: Float32Array,
): PhrasingModel {
  const [wordCount, letterCount] = [sizeOf(views.words.terms), sizeOf(views.letters.terms)]
  const words = distinct(views.words.texts, texts.length, wordCount)
  const letters = distinct(views.letters.texts, texts.length, letterCount)
  const { starts, numbers } = words
  return {
    texts,
    first,
    words: holdersOf(words, wordCount),
    norms: Float32Array.from(texts, (_, row) => lengthOf(numbers, starts[row] ?? 0, starts[row + 1] ?? 0, weights)),
    letters: {
      ...holdersOf(letters, letterCount),
      sizes: Uint16Array.from(texts, (_, row) => (letters.starts[row + 1] ?? 0) - (letters.starts[row] ?? 0)),
    },
  }
}

/** A question as {@link phrasingComparer} takes it: its weighted words, and its pieces of spelling by number. */
export type Asked = { words: Map<number, number>; letters: Set<number> }

/** Likeness of a question to the phrasings of one searchable: `phrasing`, `held`, `twin` and `near` of the signals, and the nearest text. */
export type LikenessTo = (searchable: number) => {
  phrasing: number
  held: number
  twin: number
  near: number
  text: string
}

/**
 * Makes the comparison of a question with all phrasings at once, by the phrasings that hold each of its words and pieces: a few thousand additions, where going through every candidate's phrasings
 * takes a hundred thousand looks. What is counted for one question is counted over by the next: its likeness holds until then, and nothing as large as all phrasings is made for each.
 */
export function phrasingComparer(model: PhrasingModel): (question: Asked) => LikenessTo {
  const { texts, first, words, norms, letters } = model
  const dots = new Float64Array(texts.length)
  const spelt = new Uint16Array(texts.length)

  return (question) => {
    dots.fill(0)
    for (const [term, weight] of question.words) {
      // A word weighs the same in whatever it stands.
      const both = weight * weight
      const end = words.starts[term + 1] ?? 0
      for (let at = words.starts[term] ?? 0; at < end; at++) {
        const row = words.documents[at] ?? 0
        dots[row] = (dots[row] ?? 0) + both
      }
    }
    const norm = Math.hypot(...question.words.values())
    countShared(question.letters, letters, spelt)

    return (searchable) => {
      const start = first[searchable] ?? 0
      const end = first[searchable + 1] ?? 0
      let [phrasing, heldOfNearest, twin, nearly, both] = [0, 0, 0, 0, 0]
      let nearest = start < end ? start : -1
      for (let row = start; row < end; row++) {
        const dot = dots[row] ?? 0
        const shared = spelt[row] ?? 0
        // Most have nothing in common with a question.
        if (dot === 0 && shared === 0) continue
        const own = norms[row] ?? 0
        const likeness = dot === 0 ? 0 : dot / (norm * own)
        const held = own === 0 ? 0 : Math.min(1, dot / (own * own))
        const near = shareOf(shared, question.letters, letters.sizes[row] ?? 0)
        if (likeness > phrasing) {
          phrasing = likeness
          heldOfNearest = held
        }
        if (likeness * held > twin) twin = likeness * held
        if (near > nearly) nearly = near
        if (likeness + near > both) {
          both = likeness + near
          nearest = row
        }
      }
      return { phrasing, held: heldOfNearest, twin: twin ** 2, near: nearly ** 3, text: texts[nearest] ?? '' }
    }
  }
}

/** Counts how many of a question's pieces each phrasing holds. */
function countShared(asked: Set<number>, { starts, documents }: Pieces, counts: Uint16Array): void {
  counts.fill(0)
  for (const piece of asked) {
    const end = starts[piece + 1] ?? 0
    for (let at = starts[piece] ?? 0; at < end; at++) {
      const row = documents[at] ?? 0
      counts[row] = (counts[row] ?? 0) + 1
    }
  }
}

/** Twice what a question shares with a phrasing, as a share of both (Dice). */
const shareOf = (shared: number, asked: Set<number>, size: number): number =>
  shared === 0 ? 0 : (2 * shared) / (asked.size + size)
