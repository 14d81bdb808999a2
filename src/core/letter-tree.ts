/**
 * Words as a tree of letters, packed: the children of a node stand together, in the order of their letters (UTF-16 code units). Node 0 is the root. A tree of maps takes ten times the memory.
 */
export type LetterTree = {
  /** The letter that leads to each node. */
  units: Uint16Array
  /** The children of node `n` are `firstChild[n]` up to `firstChild[n + 1]`. */
  firstChild: Uint32Array
}

/** A tree, and the word that ends at each of its nodes: its number and one; 0 where none does. */
export type WordTree = LetterTree & { words: Uint32Array }

/** Packs words, which are numbered in the order given. Each must come once, and none may be empty. */
export function wordTree(words: readonly string[]): WordTree {
  const sorted = words.map((word, number) => ({ word, number })).sort((a, b) => (a.word < b.word ? -1 : 1))
  const units = [0]
  const ends = [0]
  const firstChild: number[] = []
  // Of each node the part of the sorted words that begin with its letters, level by level; the lists grow while they are gone through.
  const parts = [{ from: 0, to: sorted.length, depth: 0 }]
  for (const { from, to, depth } of parts) {
    firstChild.push(parts.length)
    for (let at = sorted[from]?.word.length === depth ? from + 1 : from; at < to; ) {
      const unit = sorted[at]?.word.charCodeAt(depth)
      const start = at
      while (at < to && sorted[at]?.word.charCodeAt(depth) === unit) at++
      const { word, number } = sorted[start] ?? { word: '', number: -1 }
      parts.push({ from: start, to: at, depth: depth + 1 })
      units.push(unit ?? 0)
      ends.push(word.length === depth + 1 ? number + 1 : 0)
    }
  }
  return {
    units: Uint16Array.from(units),
    firstChild: Uint32Array.from([...firstChild, parts.length]),
    words: Uint32Array.from(ends),
  }
}

/** The child of a node by a letter; 0 where there is none. */
export function childOf({ units, firstChild }: LetterTree, node: number, unit: number): number {
  let [low, high] = [firstChild[node] ?? 0, firstChild[node + 1] ?? 0]
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = units[middle] ?? 0
    if (other === unit) return middle
    if (other < unit) low = middle + 1
    else high = middle
  }
  return 0
}

/** The children of the root by letter, 0 where there is none: most looks at a text end there, and need not search. */
export function rootsOf({ units, firstChild }: LetterTree): Uint16Array {
  const roots = new Uint16Array(0x10000)
  for (let node = firstChild[0] ?? 0; node < (firstChild[1] ?? 0); node++) roots[units[node] ?? 0] = node
  return roots
}
