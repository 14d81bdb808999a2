import type { Citation } from '../core/citation.ts'
import type { Day } from '../core/day.ts'
import type { EntryId } from '../core/entry.ts'
import type { Locale } from '../core/locale.ts'
import type { Choice } from '../core/reply.ts'
import type { Working } from './advise.ts'
import type { Pending } from './guide.ts'

/** What a conversation remembers: small, and lost harmlessly. */
export type Session = {
  locale: Locale
  /** The last question that was understood, with identifiers removed. */
  question?: string | undefined
  /** The entry that was told last. */
  entry?: EntryId | undefined
  /** The day whose rules were told last, when it was not today. */
  asOf?: Day | undefined
  /** The first paragraph of the last answer, for whoever wants it shorter, and its documents, for whoever wants the source. */
  brief?: string | undefined
  citations?: Citation[] | undefined
  /** A calculation that may go on. */
  working?: Working | undefined
  /** A question back that the next message may answer. */
  pending?: Pending | undefined
  /** The last choices, for whoever answers with a number. */
  menu?: Choice[] | undefined
  /** The announcement that was told in this conversation. */
  banner?: string | undefined
}

/** Where sessions are kept. */
export interface Sessions {
  get(conversation: string): Session | undefined
  set(conversation: string, session: Session): void
}

/**
 * Sessions in memory: forgotten after an idle time, and the longest unused first when there are too many.
 * @param now milliseconds
 */
export function sessionsInMemory({
  now,
  idle = 30 * 60_000,
  most = 20_000,
}: {
  now: () => number
  idle?: number
  most?: number
}): Sessions {
  const held = new Map<string, { session: Session; at: number }>()
  return {
    get(conversation) {
      const one = held.get(conversation)
      if (!one) return undefined
      if (now() - one.at > idle) {
        held.delete(conversation)
        return undefined
      }
      return one.session
    },
    set(conversation, session) {
      held.delete(conversation)
      held.set(conversation, { session, at: now() })
      for (const [name, { at }] of held) {
        if (held.size <= most && now() - at <= idle) break
        held.delete(name)
      }
    },
  }
}
