import { type Postings, postingsOf } from './postings.ts'

/** Every phrasing of every searchable, compactly: which of them hold each word, sound and piece of spelling, and their texts. */
export type PhrasingModel = {
  texts: string[]
  /** The phrasings of searchable `i` are `first[i]…first[i + 1]`. */
  first: Uint32Array
  words: Postings
  /** The length of each phrasing as a vector of weighted words. */
  norms: Float32Array
  sounds: Pieces
  letters: Pieces
}

/** Which phrasings hold each piece, and how many pieces each of them has. */
type Pieces = Pick<Postings, 'starts' | 'documents'> & { sizes: Uint16Array }

/** One way of asking: words with their weight, sounds, and pieces of spelling, by number. */
export type Phrasing = { text: string; words: Map<number, number>; sounds: Set<number>; letters: Set<number> }

/** Packs the phrasings of all searchables. */
export function packPhrasings(
  phrasings: Phrasing[][],
  terms: { words: number; sounds: number; letters: number },
): PhrasingModel {
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
    sounds: piecesOf(
      all.map(({ sounds }) => sounds),
      terms.sounds,
    ),
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

/** A question as {@link comparePhrasings} takes it: its weighted words, and its sounds and pieces of spelling by number. */
export type Asked = { words: Map<number, number>; sounds: Set<number>; letters: Set<number> }

/** Likeness of a question to the phrasings of one searchable: `phrasing`, `held`, `twin`, `sound` and `near` of the signals, and the nearest text. */
export type LikenessTo = (searchable: number) => {
  phrasing: number
  held: number
  twin: number
  sound: number
  near: number
  text: string
}

/**
 * Compares a question with all phrasings at once, by the phrasings that hold each of its words and pieces: a few thousand additions, where going through every candidate's phrasings takes
 * a hundred thousand looks.
 */
export function comparePhrasings(
  { texts, first, words, norms, sounds, letters }: PhrasingModel,
  question: Asked,
): LikenessTo {
  const dots = new Float64Array(texts.length)
  for (const [term, weight] of question.words)
    for (let at = words.starts[term] ?? 0; at < (words.starts[term + 1] ?? 0); at++) {
      const row = words.documents[at] ?? 0
      dots[row] = (dots[row] ?? 0) + weight * (words.weights[at] ?? 0)
    }
  const norm = Math.hypot(...question.words.values())
  const alike = sharedWith(question.sounds, sounds)
  const spelled = sharedWith(question.letters, letters)

  return (searchable) => {
    const best = { phrasing: 0, held: 0, twin: 0, sound: 0, near: 0, text: '' }
    let both = -1
    for (let row = first[searchable] ?? 0; row < (first[searchable + 1] ?? 0); row++) {
      const dot = dots[row] ?? 0
      const own = norms[row] ?? 0
      const likeness = dot === 0 ? 0 : dot / (norm * own)
      const held = own === 0 ? 0 : Math.min(1, dot / (own * own))
      if (likeness > best.phrasing) {
        best.phrasing = likeness
        best.held = held
      }
      best.twin = Math.max(best.twin, (likeness * held) ** 2)
      const near = spelled(row)
      best.sound = Math.max(best.sound, alike(row))
      best.near = Math.max(best.near, near ** 3)
      if (likeness + near > both) {
        both = likeness + near
        best.text = texts[row] ?? ''
      }
    }
    return best
  }
}

/** Twice what a question shares with a phrasing, as a share of both (Dice), for any row. */
function sharedWith(asked: Set<number>, { starts, documents, sizes }: Pieces): (row: number) => number {
  const shared = new Uint16Array(sizes.length)
  for (const piece of asked) {
    const end = starts[piece + 1] ?? 0
    for (let at = starts[piece] ?? 0; at < end; at++) {
      const row = documents[at] ?? 0
      shared[row] = (shared[row] ?? 0) + 1
    }
  }
  return (row) => (shared[row] === 0 ? 0 : (2 * (shared[row] ?? 0)) / (asked.size + (sizes[row] ?? 0)))
}
