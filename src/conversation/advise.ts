import type { Missing } from '../advisors/advisor.ts'
import type { Answer } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import type { Reading } from './slots/reading.ts'
import type { Understanding } from './understanding.ts'

/** A calculation that goes on over several turns: what is known so far, and what was asked for. */
export type Working = { advisor: string; reading: Reading; missing?: Missing | undefined; item?: number | undefined }

/** What an advisor says to a message, and what a later turn may build on. */
export type Advice = { answer: Answer; working: Working }

export function advise(
  _text: string,
  _asked: { on: Day; today: Day; before?: Working | undefined },
  _understanding: Understanding,
): Advice | undefined {
  return undefined
}
