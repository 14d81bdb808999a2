import { BOUNDARY } from '../conversation/searchables.ts'
import { readerOf } from '../conversation/understanding.ts'
import { lexiconOf } from '../core/lexicon.ts'
import { WRITTEN_LOCALES } from '../core/locale.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Examples } from '../knowledge/parse-examples.ts'
import type { Features } from '../search/features.ts'
import { namedPieces, weighed } from '../search/piece-vectors.ts'
import { seeded } from '../search/seeded.ts'
import type { LearnedVectors } from '../search/target-vectors.ts'
import { fitVectors } from './fit-vectors.ts'

/** A way of asking taken apart, and what it leads to. */
export type Asked = { id: string; features: Features; counts: number }

/** Pieces of fewer ways of asking tell nothing that carries over. */
const LEAST = 3
/** Examples of a boundary are many and written to be told from lawful questions: together they count no more than so many ways of asking. */
const EXAMPLES_COUNT = 30

/** Every way of asking that leads somewhere: of entries, with their titles, of boundaries, and the examples of both. */
export function waysOfAsking(knowledge: Knowledge, examples: Examples): Asked[] {
  const read = readerOf(knowledge)
  const all: Asked[] = []
  const add = (id: string, texts: string[], counts: number) => {
    for (const text of texts) all.push({ id, features: read(text), counts })
  }
  for (const { id, texts } of knowledge.entries.values())
    for (const locale of WRITTEN_LOCALES) {
      add(id, [texts[locale].title, ...texts[locale].questions], 1)
      add(id, examples.ways.get(id)?.[locale] ?? [], 1)
    }
  for (const { id, questions } of knowledge.boundaries.values())
    for (const locale of WRITTEN_LOCALES) add(BOUNDARY + id, questions[locale], 1)
  for (const [id, { said }] of examples.boundaries) {
    if (!knowledge.boundaries.has(id)) continue
    const texts = WRITTEN_LOCALES.flatMap((locale) => said[locale])
    add(BOUNDARY + id, texts, Math.min(1, EXAMPLES_COUNT / Math.max(1, texts.length)))
  }
  return all
}

/** Learns where pieces pull and what they point to. Deterministic: the same ways of asking give the same vectors. */
export function learnVectors(asked: Asked[]): LearnedVectors {
  const times = new Map<string, number>()
  for (const { features } of asked)
    for (const [, pieces] of namedPieces(features))
      for (const piece of pieces) times.set(piece, (times.get(piece) ?? 0) + 1)
  const known = [...times].filter(([, count]) => count >= LEAST).sort(([one], [other]) => (one < other ? -1 : 1))
  const vocabulary = lexiconOf(known.map(([piece]) => piece))
  const telling = Float32Array.from(known, ([, count]) => Math.log(1 + asked.length / count))
  const ids = [...new Set(asked.map(({ id }) => id))].sort()
  const rowOf = new Map(ids.map((id, row) => [id, row]))
  const samples = asked.map(({ id, features, counts }) => ({
    ...weighed(features, { vocabulary, telling }),
    target: rowOf.get(id) ?? 0,
    counts,
  }))
  const { pieces, targets, bias, dimensions } = fitVectors(samples, known.length, ids.length, seeded(20261202))
  return {
    pieces: { dimensions, vocabulary, telling, vectors: pieces },
    targets: { ids, vectors: targets, bias },
    notOurs: new Set(ids.filter((id) => id.startsWith(BOUNDARY))),
  }
}
