import { referenceIn } from '../../core/handover-reference.ts'
import type { Utterance } from '../../core/utterance.ts'
import { pick } from '../choose.ts'
import type { Decided } from '../decide-turn.ts'
import type { Heard } from '../hear.ts'
import { normalise } from '../normalise.ts'
import type { Session } from '../sessions.ts'
import type { Understanding } from '../understanding.ts'
import type { Wish } from './wish.ts'

/** What somebody wants done rather than told. `bare`: the reference is all that was said. */
export type Errand = { wish: Wish } | { reference: string; bare: boolean }

/** A message that names a reference is short; so much may stand around it while it is all that is said. */
const [LONGEST_WITH_REFERENCE, BARE] = [200, 18]

/** The errand of a message, typed or chosen; undefined for everything that asks something. */
export function errandOf(
  { text }: Pick<Utterance, 'text'>,
  heard: Heard,
  session: Session | undefined,
  understanding: Understanding,
): Errand | undefined {
  if (heard.problem !== undefined) return undefined
  // A reference looks like a parcel's number; it is read before those are taken out.
  const reference = text.length > LONGEST_WITH_REFERENCE ? undefined : referenceIn(normalise(text))
  if (reference !== undefined) return { reference, bare: text.trim().length <= BARE }
  const picked = session?.menu && pick(heard.text, session.menu, understanding)
  const wish = understanding.wish(picked && picked !== 'none' ? picked.choice.utterance : heard.text)
  // `Yes` is an errand only where something waits for it.
  return wish && (wish.kind !== 'confirm' || session?.handing !== undefined) ? { wish } : undefined
}

/** The last question that came to nothing, for whoever then asks a person. */
export function unansweredAfter(
  session: Session | undefined,
  { answer }: Pick<Decided, 'answer'>,
  heard: Heard,
): string | undefined {
  if (answer.outcome === 'courtesy') return session?.unanswered
  if (answer.outcome !== 'declined') return undefined
  return answer.why === 'none-of-these' ? (session?.question ?? heard.whole) : heard.whole
}
