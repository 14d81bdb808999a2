import type { Locale } from '../core/locale.ts'
import { Problem } from '../core/problem-details.ts'
import type { TakeTurn } from '../core/rate-limit.ts'

/**
 * Takes a turn of a speaker's allowance.
 * @throws Problem `too-many-requests`, with the seconds to wait, when it is used up
 */
export function admit(takeTurn: TakeTurn, speaker: string, locale?: Locale): void {
  const wait = takeTurn(speaker)
  if (wait > 0) throw new Problem(429, 'too-many-requests', { retryAfter: wait, locale })
}
