import { readFileSync } from 'node:fs'
import { lexiconOf, sizeOf, wordsOf } from '../core/lexicon.ts'
import type { TopicModel } from './topic-model.ts'

/** Writes a model as lines of text: the topics, what it was learned from, then each piece with how telling it is, its unit and its weights as bytes in base64; the last line is how common each topic is. */
export function writeTopics({ topics, vocabulary, telling, weights, units, learnedFrom }: TopicModel): string {
  const packed = (row: number) => {
    const bytes = weights.slice(row * topics.length, (row + 1) * topics.length)
    return `${(units[row] ?? 0).toPrecision(4)}\t${Buffer.from(bytes.buffer).toString('base64')}`
  }
  return [
    topics.join(' '),
    learnedFrom.join(' '),
    ...Array.from(
      wordsOf(vocabulary),
      (piece, row) => `${piece}\t${(telling[row] ?? 0).toPrecision(4)}\t${packed(row)}`,
    ),
    packed(sizeOf(vocabulary)),
    '',
  ].join('\n')
}

/** Reads what {@link writeTopics} wrote. */
export function readTopics(text: string): TopicModel {
  const [heading = '', from = '', ...lines] = text.trimEnd().split('\n')
  // Parts of a text hold the whole of it: a copy of the first lines holds nothing but itself.
  const [topics = [], learnedFrom = []] = [heading, from].map((line) =>
    Buffer.from(line).toString().split(' ').filter(Boolean),
  )
  const names: string[] = []
  const telling = new Float32Array(lines.length - 1)
  const units = new Float32Array(lines.length)
  const weights = new Int8Array(lines.length * topics.length)
  lines.forEach((line, row) => {
    const parts = line.split('\t')
    const [unit, bytes = ''] = parts.slice(-2)
    units[row] = Number(unit)
    weights.set(new Int8Array(Buffer.from(bytes, 'base64')), row * topics.length)
    if (row === lines.length - 1) return
    names.push(parts[0] ?? '')
    telling[row] = Number(parts[1])
  })
  return { topics, vocabulary: lexiconOf(names), telling, weights, units, learnedFrom }
}

let held: TopicModel | undefined

/** The model that serves, as `npm run learn -- topics` wrote it; read when it is first asked for, so that starting does not wait for it. */
export function learnedTopics(): TopicModel {
  held ??= readTopics(readFileSync(new URL('./learned.txt', import.meta.url), 'utf8'))
  return held
}
