import { readFileSync } from 'node:fs'
import { lexiconOf, wordsOf } from '../core/lexicon.ts'
import type { LearnedVectors } from './target-vectors.ts'

/** Vectors are written as bytes, −127…127, each with the length of its unit. */
const MOST = 127

/** Writes what was learned as lines of text: the dimensions, a line for each piece (name, how telling, unit, bytes in base64), an empty line, a line for each target (id, bias, unit, bytes, and `!` if it is not ours). */
export function writeVectors({ pieces, targets, notOurs }: LearnedVectors): string {
  const { dimensions } = pieces
  const packed = (vectors: Float32Array | Int8Array, row: number, written = 1): string => {
    const vector = Float32Array.from(
      vectors.subarray(row * dimensions, (row + 1) * dimensions),
      (value) => value * written,
    )
    const unit = Math.fround(Math.max(...vector.map(Math.abs)) / MOST) || 1
    const bytes = Int8Array.from(vector, (value) => Math.round(value / unit))
    return `${unit.toPrecision(4)}\t${Buffer.from(bytes.buffer).toString('base64')}`
  }
  return [
    `${dimensions}`,
    ...Array.from(
      wordsOf(pieces.vocabulary),
      (piece, row) =>
        `${piece}\t${(pieces.telling[row] ?? 0).toPrecision(4)}\t${packed(pieces.vectors, row, pieces.units?.[row])}`,
    ),
    '',
    ...targets.ids.map(
      (id, row) =>
        `${id}\t${(targets.bias[row] ?? 0).toPrecision(4)}\t${packed(targets.vectors, row)}\t${notOurs.has(id) ? '!' : ''}`,
    ),
    '',
  ].join('\n')
}

/** Reads what {@link writeVectors} wrote. */
export function readVectors(text: string): LearnedVectors {
  const [first = '', second = ''] = text.split('\n\n')
  const [heading, ...pieceLines] = first.split('\n')
  const dimensions = Number(heading)
  const rows = (lines: string[]) => {
    const read = {
      names: [] as string[],
      numbers: new Float32Array(lines.length),
      units: new Float64Array(lines.length),
      vectors: new Int8Array(lines.length * dimensions),
      marks: [] as string[],
    }
    lines.forEach((line, row) => {
      const [name = '', number, unit, bytes = '', mark = ''] = line.split('\t')
      read.vectors.set(new Int8Array(Buffer.from(bytes, 'base64')), row * dimensions)
      read.units[row] = Number(unit)
      read.names.push(name)
      read.marks.push(mark)
      read.numbers[row] = Number(number)
    })
    return read
  }
  const pieces = rows(pieceLines)
  const targets = rows(second.trimEnd().split('\n'))
  return {
    pieces: {
      dimensions,
      vocabulary: lexiconOf(pieces.names),
      telling: pieces.numbers,
      vectors: pieces.vectors,
      units: pieces.units,
    },
    targets: {
      ids: targets.names,
      vectors: Float32Array.from(
        targets.vectors,
        (value, at) => value * (targets.units[Math.floor(at / dimensions)] ?? 0),
      ),
      bias: targets.numbers,
    },
    notOurs: new Set(targets.names.filter((_, row) => targets.marks[row] === '!')),
  }
}

let learned: LearnedVectors | undefined

/** What `npm run learn` wrote, read when first asked for: where an index is kept, never. */
export function learnedVectors(): LearnedVectors {
  learned ??= readVectors(readFileSync(new URL('./vectors.txt', import.meta.url), 'utf8'))
  return learned
}
