import { readFileSync } from 'node:fs'
import { zstdDecompressSync } from 'node:zlib'
import type { LetterTree } from '../../core/letter-tree.ts'

/**
 * jieba's dictionary and its model of unknown words (MIT licence, see `LICENSE` beside this file) as columns of numbers: five megabytes, where the tree that jieba builds at start takes
 * seventy and a quarter of a second.
 */
export type Dictionary = LetterTree & {
  /** How often the word that ends at each node was met in jieba's corpus; 0 where none ends. */
  frequencies: Uint32Array
  /** The frequencies of all words together, of those with Latin letters too, which are not in the tree. */
  total: number
  unknown: UnknownWords
}

/**
 * A hidden Markov model of where words that stand in no dictionary begin and end, as natural logarithms. The states of a character are, by number: begins a word, ends it, stands
 * in its middle, is one by itself.
 */
export type UnknownWords = {
  initial: Float64Array
  /** From each state to each, row by row. */
  transitions: Float64Array
  /** By state, then by character from {@link FIRST} on. */
  emissions: Float64Array
}

export const STATES = 4
/** The characters that the model knows. */
export const [FIRST, LAST] = [0x4e00, 0x9fd5]
/** What never happens. */
export const NEVER = -3.14e100

const HEADER = 4

/** Writes the columns one after the other, widest numbers first so that each begins where its numbers may stand. */
export function packDictionary({ units, firstChild, frequencies, total, unknown }: Dictionary): Uint8Array {
  const counts = Uint16Array.from(units, (_, node) => (firstChild[node + 1] ?? 0) - (firstChild[node] ?? 0))
  const header = Float64Array.of(units.length, total, 0, 0)
  const columns = [header, unknown.initial, unknown.transitions, unknown.emissions, frequencies, units, counts]
  return Buffer.concat(columns.map((column) => new Uint8Array(column.buffer, column.byteOffset, column.byteLength)))
}

/** Reads what {@link packDictionary} wrote. */
export function unpackDictionary(bytes: Uint8Array): Dictionary {
  let at = 0
  // Copies, so that the whole can go.
  const column = <Column>(kind: { new (buffer: ArrayBuffer): Column; BYTES_PER_ELEMENT: number }, length: number) => {
    const end = at + length * kind.BYTES_PER_ELEMENT
    const numbers = new kind(Uint8Array.from(bytes.subarray(at, end)).buffer)
    at = end
    return numbers
  }
  const [nodes = 0, total = 0] = column(Float64Array, HEADER)
  const unknown = {
    initial: column(Float64Array, STATES),
    transitions: column(Float64Array, STATES * STATES),
    emissions: column(Float64Array, STATES * (LAST - FIRST + 1)),
  }
  const frequencies = column(Uint32Array, nodes)
  const units = column(Uint16Array, nodes)
  const counts = column(Uint16Array, nodes)
  const firstChild = new Uint32Array(nodes + 1)
  firstChild[0] = 1
  for (let node = 0; node < nodes; node++) firstChild[node + 1] = (firstChild[node] ?? 0) + (counts[node] ?? 0)
  return { units, firstChild, frequencies, total, unknown }
}

let held: Dictionary | undefined

/** jieba's own dictionary, read when it is first asked for. */
export function jiebaDictionary(): Dictionary {
  held ??= unpackDictionary(zstdDecompressSync(readFileSync(new URL('./dictionary.zst', import.meta.url))))
  return held
}
