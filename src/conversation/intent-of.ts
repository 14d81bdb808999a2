import {
  type Intent,
  type IntentKind,
  type IntentMarks,
  type IntentModel,
  judgeIntent,
  mainKind,
  piecesReader,
  whyIntent,
} from '../intent/intent.ts'
import type { Meanings } from '../intent/meanings.ts'
import type { Spoke } from '../intent/softmax.ts'
import { fold } from '../search/fold.ts'
import { essence } from './essence.ts'

/** Reads what somebody wants out of a message. */
export type IntentReader = {
  readonly marks: IntentMarks
  /** What the message wants. Worked out once for a message, however often it is asked for. */
  of(text: string): Intent
  /** The pieces of the message that spoke loudest for a kind, or against it, for `--explain`. */
  why(text: string, kind: IntentKind): Spoke[]
}

/** Lines for whoever wants to know what a message was taken to want: the shares of each kind, and the pieces that spoke loudest for the likeliest or against it. */
export function explainIntent(text: string, intents: IntentReader): string[] {
  const intent = intents.of(text)
  const kind = mainKind(intent)
  const shares = Object.entries(intent.shares).map(([name, share]) => `${name} ${share.toFixed(2)}`)
  const spoke = intents.why(text, kind).map(({ piece, counts }) => `${piece} ${counts.toFixed(2)}`)
  return [`intent ${shares.join(' · ')}`, `  for ${kind}: ${spoke.join(' · ')}`]
}

/** Messages whose intent is remembered: a turn asks several times for the same few. */
const MOST_KEPT = 500
/** Pieces shown to explain an intent. */
const SHOWN = 12

/** Makes the reader of intents from what was learned and the meanings of the knowledge. */
export function intentReader(model: () => IntentModel, meanings: Meanings): IntentReader {
  const read = piecesReader(meanings)
  const pieces = (text: string) => read(fold(essence(text)))
  const kept = new Map<string, Intent>()
  return {
    get marks() {
      return model().marks
    },
    of(text) {
      const known = kept.get(text)
      if (known) return known
      const intent = judgeIntent(model(), pieces(text))
      if (kept.size >= MOST_KEPT) kept.clear()
      kept.set(text, intent)
      return intent
    },
    why: (text, kind) => whyIntent(model(), pieces(text), kind, SHOWN),
  }
}
