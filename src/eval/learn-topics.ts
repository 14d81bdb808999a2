import { essence } from '../conversation/essence.ts'
import { readerOf, type Understanding } from '../conversation/understanding.ts'
import { lexiconOf } from '../core/lexicon.ts'
import { WRITTEN_LOCALES } from '../core/locale.ts'
import type { TopicId } from '../core/topic.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Examples } from '../knowledge/parse-examples.ts'
import type { Features } from '../search/features.ts'
import { namedPieces, weighed } from '../search/piece-vectors.ts'
import type { TopicModel } from '../topics/topic-model.ts'
import { fitTopics } from './fit-topics.ts'
import type { TestQuestion } from './questions.ts'

/** A question taken apart, what it is counted under, and where it comes from: a set of labelled questions, or the knowledge. */
export type LabelledQuestion = { features: Features; topic: TopicId; set: string | undefined }

/** Pieces of fewer questions tell nothing that carries over. */
const LEAST = 3
/** How much a labelled question counts beside a way of asking. Ways of asking say what an entry is about; labels say what a question is counted under. Set by cross-validation, as is the next. */
const LABELLED = 10
/** Smallest distance between the weights of a piece that is worth holding. */
const TELLING = 1
/** Weights are held as bytes, −127…127. */
const MOST = 127

/** Every way of asking of the entries, under the topic of its entry. */
export function waysByTopic(knowledge: Knowledge, { ways }: Examples): LabelledQuestion[] {
  const read = readerOf(knowledge)
  return [...knowledge.entries.values()].flatMap(({ id, topic, texts }) =>
    WRITTEN_LOCALES.flatMap((locale) =>
      [texts[locale].title, ...texts[locale].questions, ...(ways.get(id)?.[locale] ?? [])].map((text) => ({
        features: read(text),
        topic,
        set: undefined,
      })),
    ),
  )
}

/** Questions of a set that are labelled with a topic, read as the service reads them. */
export function labelled(
  questions: Pick<TestQuestion, 'q' | 'topic'>[],
  set: string,
  understanding: Understanding,
): LabelledQuestion[] {
  return questions.flatMap(({ q, topic }) =>
    topic === undefined ? [] : [{ features: understanding.features(essence(q)), topic, set }],
  )
}

/** Learns what questions are counted under. Deterministic: the same questions give the same model. */
export function learnTopics(questions: LabelledQuestion[]): TopicModel {
  const topics = [...new Set(questions.map(({ topic }) => topic))].sort()
  const times = timesOf(questions)
  const often = [...times].filter(([, count]) => count >= LEAST).map(([piece]) => piece)
  const first = fitted(questions, topics, often.sort(), times)
  const kept = often.filter((_, row) => {
    const values = first.weights.subarray(row * topics.length, (row + 1) * topics.length)
    return Math.max(...values) - Math.min(...values) >= TELLING
  })
  // What is served is learned without the pieces that are left out: they would have taken a part of what it says.
  const { weights, ...served } = fitted(questions, topics, kept, times)
  const learnedFrom = [...new Set(questions.flatMap(({ set }) => set ?? []))].sort()
  return { topics, ...served, ...inBytes(weights, topics.length), learnedFrom }
}

/** How many questions hold each piece. */
function timesOf(questions: LabelledQuestion[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const { features } of questions)
    for (const [, pieces] of namedPieces(features))
      for (const piece of pieces) times.set(piece, (times.get(piece) ?? 0) + 1)
  return times
}

function fitted(
  questions: LabelledQuestion[],
  topics: TopicId[],
  pieces: string[],
  times: Map<string, number>,
): Pick<TopicModel, 'vocabulary' | 'telling'> & { weights: Float32Array } {
  const vocabulary = lexiconOf(pieces)
  const telling = Float32Array.from(pieces, (piece) => Math.log(1 + questions.length / (times.get(piece) ?? 1)))
  const common = Map.groupBy(questions, ({ topic }) => topic)
  const samples = questions.map(({ features, topic, set }) => {
    const { rows, values } = weighed(features, { vocabulary, telling })
    // A topic that much is written about is asked for no oftener than others.
    const rare = questions.length / (topics.length * (common.get(topic)?.length ?? 1))
    return { rows, values, topic: topics.indexOf(topic), counts: set === undefined ? rare : LABELLED }
  })
  return { vocabulary, telling, weights: fitTopics(samples, pieces.length, topics.length) }
}

function inBytes(weights: Float32Array, width: number): Pick<TopicModel, 'weights' | 'units'> {
  const rows = weights.length / width
  const units = new Float32Array(rows)
  const bytes = new Int8Array(weights.length)
  for (let row = 0; row < rows; row++) {
    const values = weights.subarray(row * width, (row + 1) * width)
    const unit = Math.fround(Math.max(...values.map(Math.abs)) / MOST) || 1
    units[row] = unit
    values.forEach((value, k) => {
      bytes[row * width + k] = Math.round(value / unit)
    })
  }
  return { weights: bytes, units }
}
