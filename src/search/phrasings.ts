/** All ways of asking in rows of numbers. Row `i` of phrasings holds terms `starts[i]…starts[i + 1]`, ascending. */
type Rows = { starts: Uint32Array; documents: Uint32Array; weights: Float32Array }

/** Every phrasing of every searchable, compactly: its weighted words, its sounds, its pieces of spelling, its text. */
export type PhrasingModel = {
  texts: string[]
  /** The phrasings of searchable `i` are `first[i]…first[i + 1]`. */
  first: Uint32Array
  words: Rows
  norms: Float32Array
  sounds: Rows
  letters: Rows
}

/** One way of asking: words with their weight, sounds, and pieces of spelling, by number. */
export type Phrasing = { text: string; words: Map<number, number>; sounds: Set<number>; letters: Set<number> }

/** Packs the phrasings of all searchables. */
export function packPhrasings(phrasings: Phrasing[][]): PhrasingModel {
  const all = phrasings.flat()
  const first = new Uint32Array(phrasings.length + 1)
  phrasings.forEach((list, index) => {
    first[index + 1] = (first[index] ?? 0) + list.length
  })
  return {
    texts: all.map(({ text }) => text),
    first,
    words: rowsOf(all.map(({ words }) => words)),
    norms: Float32Array.from(all, ({ words }) => Math.hypot(...words.values())),
    sounds: rowsOf(all.map(({ sounds }) => new Map([...sounds].map((sound) => [sound, 1])))),
    letters: rowsOf(all.map(({ letters }) => new Map([...letters].map((piece) => [piece, 1])))),
  }
}

/** A bag in each row: postings turned on their side. */
function rowsOf(bags: Map<number, number>[]): Rows {
  const rows = bags.map((bag, row) => ({ row, bag }))
  const starts = new Uint32Array(bags.length + 1)
  for (const { row, bag } of rows) starts[row + 1] = (starts[row] ?? 0) + bag.size
  const documents = new Uint32Array(starts[bags.length] ?? 0)
  const weights = new Float32Array(documents.length)
  for (const { row, bag } of rows) {
    let at = starts[row] ?? 0
    for (const [term, weight] of bag) {
      documents[at] = term
      weights[at] = weight
      at++
    }
  }
  return { starts, documents, weights }
}

/** Terms of a question by number: one at the place of each it holds, and how many there are. A look into an array, where a set would be hashed. */
export type Marks = { at: Uint8Array; count: number }

/** Twice what a question shares with a row, as a share of both (Dice). */
function dice({ at, count }: Marks, { starts, documents }: Rows, row: number): number {
  const [start, end] = [starts[row] ?? 0, starts[row + 1] ?? 0]
  if (count === 0) return 0
  let shared = 0
  for (let place = start; place < end; place++) shared += at[documents[place] ?? 0] ?? 0
  return (2 * shared) / (count + end - start)
}

/** Likeness of a question to the phrasings of one searchable: `phrasing`, `held`, `twin`, `sound` and `near` of the signals, and the nearest text. */
export function likenessTo(
  { texts, first, words, norms, sounds, letters }: PhrasingModel,
  searchable: number,
  question: {
    /** The weight of each word it holds, at the word's number. */ words: Float32Array
    norm: number
    sounds: Marks
    letters: Marks
  },
) {
  const best = { phrasing: 0, held: 0, twin: 0, sound: 0, near: 0, text: '' }
  let both = -1
  for (let row = first[searchable] ?? 0; row < (first[searchable + 1] ?? 0); row++) {
    let dot = 0
    for (let at = words.starts[row] ?? 0; at < (words.starts[row + 1] ?? 0); at++) {
      dot += (question.words[words.documents[at] ?? 0] ?? 0) * (words.weights[at] ?? 0)
    }
    const own = norms[row] ?? 0
    const likeness = dot === 0 ? 0 : dot / (question.norm * own)
    const held = own === 0 ? 0 : Math.min(1, dot / (own * own))
    if (likeness > best.phrasing) {
      best.phrasing = likeness
      best.held = held
    }
    best.twin = Math.max(best.twin, (likeness * held) ** 2)
    const alike = dice(question.sounds, sounds, row)
    const spelled = dice(question.letters, letters, row)
    best.sound = Math.max(best.sound, alike)
    best.near = Math.max(best.near, spelled ** 3)
    if (likeness + spelled > both) {
      both = likeness + spelled
      best.text = texts[row] ?? ''
    }
  }
  return best
}
