import type { BoundaryId } from '../core/answer.ts'
import type { Boundary } from '../core/boundary.ts'
import { type Meanings, meaningsReader } from './meanings.ts'
import { type Pieces, piecesOf, readPart } from './pieces.ts'
import { classify, type SoftmaxModel, type Spoke, spokeFor } from './softmax.ts'

/** What somebody may want: to be told about our subject, help with something unlawful, something that is another's to answer, or talk. */
export const KINDS = ['ours', 'unlawful', 'elsewhere', 'everyday'] as const
export type IntentKind = (typeof KINDS)[number]

/** The boundary whose examples are talk of any sort. */
export const EVERYDAY: BoundaryId = 'everyday-talk'

/** What a message wants, as the model sees it. */
export type Intent = {
  /** Shares that add up to one. */
  shares: Record<IntentKind, number>
  /** The likeliest boundary of each kind that has boundaries; worked out when asked for, which is seldom. */
  readonly boundary: Readonly<Record<Exclude<IntentKind, 'ours'>, BoundaryId>>
}

/** From which share on a message is refused, or sent elsewhere. */
type Marks = { refuse: number; send: number }

/** The marks for messages that an answer was found for or not looked for yet, and lower ones for those where the search is in doubt: calibrated by cross-validation (`npm run learn`). */
export type IntentMarks = Marks & { doubtful: Marks }

/** What was learned: kinds of intents, then which boundary of those of a kind. */
export type IntentModel = { kinds: SoftmaxModel; unlawful: SoftmaxModel; elsewhere: SoftmaxModel; marks: IntentMarks }

/** The kind of intent that a boundary keeps out. */
export const kindOf = ({ id, outcome }: Pick<Boundary, 'id' | 'outcome'>): Exclude<IntentKind, 'ours'> =>
  outcome === 'refused' ? 'unlawful' : id === EVERYDAY ? 'everyday' : 'elsewhere'

/** Takes a folded message apart. */
export type ReadPieces = (folded: string) => Pieces

/** Makes the reader that takes messages apart, those to learn from and those to judge alike. */
export function piecesReader(meanings: Meanings): ReadPieces {
  const meaningsIn = meaningsReader(meanings)
  return (folded) => {
    const part = readPart(folded)
    return piecesOf(part, meaningsIn(part))
  }
}

const likeliest = (model: SoftmaxModel, pieces: Pieces): BoundaryId => {
  const shares = classify(model, pieces)
  return model.classes[shares.indexOf(Math.max(...shares))] ?? ''
}

/** Judges what a message wants. */
export function judgeIntent({ kinds, unlawful, elsewhere }: IntentModel, pieces: Pieces): Intent {
  const found = classify(kinds, pieces)
  const share = (kind: IntentKind) => found[kinds.classes.indexOf(kind)] ?? 0
  return {
    shares: {
      ours: share('ours'),
      unlawful: share('unlawful'),
      elsewhere: share('elsewhere'),
      everyday: share('everyday'),
    },
    boundary: {
      get unlawful() {
        return likeliest(unlawful, pieces)
      },
      get elsewhere() {
        return likeliest(elsewhere, pieces)
      },
      everyday: EVERYDAY,
    },
  }
}

/** The kind with the largest share. */
export const mainKind = ({ shares }: Intent): IntentKind =>
  KINDS.reduce((best, kind) => (shares[kind] > shares[best] ? kind : best))

/** What spoke loudest for the likeliest kind. */
export const whyIntent = ({ kinds }: IntentModel, pieces: Pieces, kind: IntentKind, most: number): Spoke[] =>
  spokeFor(kinds, pieces, kind, most)
