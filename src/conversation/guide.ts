import type { Answer } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import { fold } from '../search/fold.ts'
import { adviseDeadlines, askDay, type DeadlineSoFar, goOnDeadline } from './advise-deadlines.ts'
import { adviseTree, askAgain, goOnTree, type TreeSoFar } from './advise-tree.ts'
import type { Understanding } from './understanding.ts'

/** A question back that the next message may answer: one of a decision tree, or for the day a deadline runs from. */
export type Pending = TreeSoFar | DeadlineSoFar

/** What guidance says to a message. */
export type Guidance = {
  answer: Answer
  /** How it came about, for `--explain`. */
  rule: string
  /** What it asks for, when it asks. */
  pending?: Pending | undefined
  /** The day whose rules were told, when it is not the one the message names. */
  on?: Day | undefined
}

/** Times a question is put again to whoever answered something else. */
const TRIES = 1
/** Words of somebody who does not know what to answer. */
const UNDECIDED =
  /^(?:我)?(?:随便|都行|都可以|不知道|不清楚|不确定|不懂|唔知|唔清楚|(?:i )?(?:don'?t|do not) know|(?:i'?m )?not sure|no idea|any|whatever)[啊呀呢吧了. 。!！]*$/iu
/** Whoever asks something is not answering. */
const ASKS = /[?？]|吗|什么|多少|怎么|为啥|为什么|\b(?:what|how|why|which|where|when)\b/iu

/** Begins a deadline or a decision tree, where a message clearly asks for one. */
export const guide = (
  text: string,
  { on, today }: { on: Day; today: Day },
  understanding: Understanding,
): Guidance | undefined => adviseDeadlines(text, today, understanding) ?? adviseTree(text, on, understanding)

/** Goes on with what was asked, when the message answers it, or says that its writer does not know. */
export function goOn(pending: Pending, text: string, today: Day, understanding: Understanding): Guidance | undefined {
  if (UNDECIDED.test(fold(text).trim())) return putAgain(pending, text, understanding)
  return pending.kind === 'tree'
    ? goOnTree(pending, text, understanding)
    : goOnDeadline(pending, text, today, understanding)
}

/** Puts the question once more, where a message neither answered it nor asked anything else; then gives up. */
export function putAgain(pending: Pending, text: string, understanding: Understanding): Guidance | undefined {
  if (pending.tries >= TRIES || ASKS.test(text)) return undefined
  return pending.kind === 'tree' ? askAgain(pending, understanding) : askDay({ ...pending, tries: pending.tries + 1 })
}
