import { essence } from '../conversation/essence.ts'
import { lexiconOf, sizeOf, wordsOf } from '../core/lexicon.ts'
import { type IntentKind, type IntentMarks, type IntentModel, KINDS, kindOf, piecesReader } from '../intent/intent.ts'
import type { Pieces } from '../intent/pieces.ts'
import { classify, counted, type SoftmaxModel } from '../intent/softmax.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Examples } from '../knowledge/parse-examples.ts'
import { fold } from '../search/fold.ts'
import { fitIntents } from './fit-intents.ts'
import { intentMessages, type Message } from './intent-messages.ts'

/** A message taken apart, with the kind it is of and the part of the cross-validation it is measured in. */
export type Taken = Message & { pieces: Pieces; kind: IntentKind; part: number }

/** Parts of the cross-validation; what comes from one entry, one plan or one example is in one of them. */
const PARTS = 5
/** How much a message counts: phrasings of entries are many, examples are few and each was written to show something; plans with what is asked behind them repeat themselves. */
const COUNTS: Record<Message['from'], number> = { phrasing: 1, lawful: 3, crossed: 0.25, said: 3 }
/** Pieces of fewer messages tell nothing that carries over. */
const LEAST = 2
/** Smallest distance between the weights of a piece that is worth holding. */
const TELLING = 1.1

/** Shares of questions of ours that may be kept out: refused of those asked plainly, refused of those in the words of unlawful ones, which are written to be hard and seldom asked, and sent elsewhere of all. */
type Allowed = { plain: number; close: number; sent: number }
/** Of all of them, and of those where the search is in doubt, which are one in seven. */
const LAWFUL: Allowed = { plain: 0.01, close: 0.05, sent: 0.002 }
const DOUBTFUL: Allowed = { plain: 0.02, close: 0.08, sent: 0.04 }

function hash(text: string): number {
  let value = 7
  for (const character of text) value = (Math.imul(value, 31) + (character.codePointAt(0) ?? 0)) >>> 0
  return value >>> 4
}

/** Takes every message apart whose intent is known. */
export function takeApart(knowledge: Knowledge, examples: Examples): Taken[] {
  const read = piecesReader(knowledge.meanings)
  return intentMessages(knowledge, examples).flatMap((message) => {
    const boundary = knowledge.boundaries.get(message.intent)
    if (message.intent !== 'ours' && !boundary) return []
    const kind = boundary ? kindOf(boundary) : 'ours'
    return [{ ...message, kind, pieces: read(fold(essence(message.text))), part: hash(message.origin) % PARTS }]
  })
}

/**
 * Fits a model that tells classes apart: once with every piece, to see which tell anything, and again with those alone, so that what is served was learned without the others. Leaving them out
 * of a model learned with them would move what it says.
 */
function fitModel(taken: Taken[], classes: string[], classOf: (one: Taken) => string): SoftmaxModel {
  const times = new Map<string, number>()
  for (const { pieces } of taken)
    for (const bundle of [pieces.spelling, pieces.meanings, pieces.pairs])
      for (const piece of bundle) times.set(piece, (times.get(piece) ?? 0) + 1)
  const fitted = (known: string[]): SoftmaxModel => {
    const vocabulary = lexiconOf(known)
    const samples = taken.map((one) => ({
      ...counted(one.pieces, vocabulary),
      label: classes.indexOf(classOf(one)),
      weight: COUNTS[one.from],
    }))
    return { classes, vocabulary, weights: fitIntents(samples, sizeOf(vocabulary), classes.length) }
  }
  return fitted(tellingPieces(fitted([...times].filter(([, count]) => count >= LEAST).map(([piece]) => piece))))
}

/** The pieces of a model that tell its classes apart. */
function tellingPieces({ classes, vocabulary, weights }: SoftmaxModel): string[] {
  return [...wordsOf(vocabulary)].filter((_, row) => {
    const values = weights.subarray(row * classes.length, (row + 1) * classes.length)
    return Math.max(...values) - Math.min(...values) >= TELLING
  })
}

const fitKinds = (taken: Taken[]): SoftmaxModel => fitModel(taken, [...KINDS], ({ kind }) => kind)

function fitBoundaries(taken: Taken[], kind: IntentKind): SoftmaxModel {
  const own = taken.filter((one) => one.kind === kind)
  return fitModel(own, [...new Set(own.map(({ intent }) => intent))].sort(), ({ intent }) => intent)
}

/** A message with the shares of each kind, by a model that has not seen its like. */
export type Measured = Taken & { shares: Record<IntentKind, number> }

/** Measures every message by a model learned from the others. */
export function measureIntents(taken: Taken[]): Measured[] {
  return Array.from({ length: PARTS }, (_, part) => part).flatMap((part) => {
    const model = fitKinds(taken.filter((one) => one.part !== part))
    return taken
      .filter((one) => one.part === part)
      .map((one) => {
        const shares = classify(model, one.pieces)
        return {
          ...one,
          shares: Object.fromEntries(KINDS.map((kind, k) => [kind, shares[k] ?? 0])) as Measured['shares'],
        }
      })
  })
}

/** The mark that only a part of the values lie above. */
function mark(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => b - a)
  return Math.ceil((sorted[Math.floor(sorted.length * part)] ?? 1) * 1000) / 1000
}

/** Sets the marks by what lawful questions come to that the model has not seen: however many examples of either sort there are, both promises are kept. */
export function marksFor(measured: Measured[]): IntentMarks {
  const unlawful = (wanted: Message['from']) =>
    measured.filter(({ from }) => from === wanted).map(({ shares }) => shares.unlawful)
  const [ordinary, neighbours] = [unlawful('phrasing'), unlawful('lawful')]
  const outside = measured
    .filter(({ from }) => from === 'phrasing' || from === 'lawful')
    .map(({ shares }) => shares.elsewhere + shares.everyday)
  const marks = ({ plain, close, sent }: Allowed) => ({
    refuse: Math.max(mark(ordinary, plain), mark(neighbours, close)),
    send: mark(outside, sent),
  })
  return { ...marks(LAWFUL), doubtful: marks(DOUBTFUL) }
}

/** Learns the model of intents from all messages. */
export const learnIntents = (taken: Taken[], marks: IntentMarks): IntentModel => ({
  kinds: fitKinds(taken),
  unlawful: fitBoundaries(taken, 'unlawful'),
  elsewhere: fitBoundaries(taken, 'elsewhere'),
  marks,
})

/** How messages of each sort fare under the marks, in cross-validation: shares of them. */
export function intentFares(
  measured: Measured[],
  { refuse, send }: Pick<IntentMarks, 'refuse' | 'send'>,
): Record<string, { asked: number; refused: number; sent: number }> {
  const sorts = Map.groupBy(measured, ({ from, kind }) => `${kind}, ${from}`)
  return Object.fromEntries(
    [...sorts].map(([sort, list]) => {
      const part = (holds: (one: Measured) => boolean) =>
        Math.round((10_000 * list.filter(holds).length) / list.length) / 10_000
      return [
        sort,
        {
          asked: list.length,
          refused: part(({ shares }) => shares.unlawful >= refuse),
          sent: part(({ shares }) => shares.unlawful < refuse && shares.elsewhere + shares.everyday >= send),
        },
      ]
    }),
  )
}
