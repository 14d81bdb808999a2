import { type Postings, postingsOf } from './postings.ts'

/** Every phrasing of every searchable, compactly: which of them hold each word and piece of spelling, and their texts. */
export type PhrasingModel = {
  texts: string[]
  /** The phrasings of searchable `i` are `first[i]…first[i + 1]`. */
  first: Uint32Array
  words: Postings
  /** The length of each phrasing as a vector of weighted words. */
  norms: Float32Array
  letters: Pieces
}

/** Which phrasings hold each piece, and how many pieces each of them has. */
type Pieces = Pick<Postings, 'starts' | 'documents'> & { sizes: Uint16Array }

/** One way of asking: words with their weight, and pieces of spelling, by number. */
export type Phrasing = { text: string; words: Map<number, number>; letters: Set<number> }

/** Packs the phrasings of all searchables. */
export function packPhrasings(phrasings: Phrasing[][], terms: { words: number; letters: number }): PhrasingModel {
  const all = phrasings.flat()
  const first = new Uint32Array(phrasings.length + 1)
  phrasings.forEach((list, index) => {
    first[index + 1] = (first[index] ?? 0) + list.length
  })
  return {
    texts: all.map(({ text }) => text),
    first,
    words: postingsOf(
      all.map(({ words }) => words),
      terms.words,
    ),
    norms: Float32Array.from(all, ({ words }) => Math.hypot(...words.values())),
    letters: piecesOf(
      all.map(({ letters }) => letters),
      terms.letters,
    ),
  }
}

function piecesOf(sets: Set<number>[], terms: number): Pieces {
  const { starts, documents } = postingsOf(
    sets.map((set) => new Map([...set].map((piece) => [piece, 1]))),
    terms,
  )
  return { starts, documents, sizes: Uint16Array.from(sets, ({ size }) => size) }
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
      const end = words.starts[term + 1] ?? 0
      for (let at = words.starts[term] ?? 0; at < end; at++) {
        const row = words.documents[at] ?? 0
        dots[row] = (dots[row] ?? 0) + weight * (words.weights[at] ?? 0)
      }
    }
    const norm = Math.hypot(...question.words.values())
    countShared(question.letters, letters, spelt)

    return (searchable) => {
      const best = { phrasing: 0, held: 0, twin: 0, near: 0, text: '' }
      let both = -1
      let nearest = -1
      const end = first[searchable + 1] ?? 0
      for (let row = first[searchable] ?? 0; row < end; row++) {
        const dot = dots[row] ?? 0
        const own = norms[row] ?? 0
        const likeness = dot === 0 ? 0 : dot / (norm * own)
        const held = own === 0 ? 0 : Math.min(1, dot / (own * own))
        if (likeness > best.phrasing) {
          best.phrasing = likeness
          best.held = held
        }
        best.twin = Math.max(best.twin, (likeness * held) ** 2)
        const near = shareOf(spelt[row] ?? 0, question.letters, letters.sizes[row] ?? 0)
        best.near = Math.max(best.near, near ** 3)
        if (likeness + near > both) {
          both = likeness + near
          nearest = row
        }
      }
      best.text = texts[nearest] ?? ''
      return best
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
