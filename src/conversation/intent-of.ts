import { rememberingLast } from '../core/remembered.ts'
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
const MOST_REMEMBERED = 8
/** Pieces shown to explain an intent. */
const SHOWN = 12

/** Makes the reader of intents from what was learned and the meanings of the knowledge. */
export function intentReader(model: () => IntentModel, meanings: Meanings): IntentReader {
  const read = piecesReader(meanings)
  const pieces = (text: string) => read(fold(essence(text)))
  return {
    get marks() {
      return model().marks
    },
    of: rememberingLast(
      MOST_REMEMBERED,
      (text) => text,
      (text: string) => judgeIntent(model(), pieces(text)),
    ),
    why: (text, kind) => whyIntent(model(), pieces(text), kind, SHOWN),
  }
}
