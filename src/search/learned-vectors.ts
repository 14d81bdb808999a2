import { readFileSync } from 'node:fs'
import type { LearnedVectors } from './target-vectors.ts'

/** Vectors are written as bytes, −127…127, each with the length of its unit. */
const MOST = 127

/** Writes what was learned as lines of text: the dimensions, a line for each piece (name, how telling, unit, bytes in base64), an empty line, a line for each target (id, bias, unit, bytes, and `!` if it is not ours). */
export function writeVectors({ pieces, targets, notOurs }: LearnedVectors): string {
  const { dimensions } = pieces
  const packed = (vectors: Float32Array, row: number): string => {
    const vector = vectors.subarray(row * dimensions, (row + 1) * dimensions)
    const unit = Math.fround(Math.max(...vector.map(Math.abs)) / MOST) || 1
    const bytes = Int8Array.from(vector, (value) => Math.round(value / unit))
    return `${unit.toPrecision(4)}\t${Buffer.from(bytes.buffer).toString('base64')}`
  }
  return [
    `${dimensions}`,
    ...[...pieces.vocabulary].map(
      ([piece, row]) => `${piece}\t${(pieces.telling[row] ?? 0).toPrecision(4)}\t${packed(pieces.vectors, row)}`,
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
      vectors: new Float32Array(lines.length * dimensions),
      marks: [] as string[],
    }
    lines.forEach((line, row) => {
      const [name = '', number, unit, bytes = '', mark = ''] = line.split('\t')
      const vector = new Int8Array(Buffer.from(bytes, 'base64'))
      read.names.push(name)
      read.marks.push(mark)
      read.numbers[row] = Number(number)
      for (let k = 0; k < dimensions; k++) read.vectors[row * dimensions + k] = (vector[k] ?? 0) * Number(unit)
    })
    return read
  }
  const pieces = rows(pieceLines)
  const targets = rows(second.trimEnd().split('\n'))
  return {
    pieces: {
      dimensions,
      vocabulary: new Map(pieces.names.map((piece, row) => [piece, row])),
      telling: pieces.numbers,
      vectors: pieces.vectors,
    },
    targets: { ids: targets.names, vectors: targets.vectors, bias: targets.numbers },
    notOurs: new Set(targets.names.filter((_, row) => targets.marks[row] === '!')),
  }
}

let learned: LearnedVectors | undefined

/** What `npm run learn` wrote, read when first asked for. */
export function learnedVectors(): LearnedVectors {
  learned ??= readVectors(readFileSync(new URL('./vectors.txt', import.meta.url), 'utf8'))
  return learned
}
