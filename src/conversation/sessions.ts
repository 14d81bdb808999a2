import { Big } from 'big.js'
import type { Audience } from '../core/audience.ts'
import type { Citation } from '../core/citation.ts'
import type { Day } from '../core/day.ts'
import type { EntryId } from '../core/entry.ts'
import type { Locale } from '../core/locale.ts'
import type { Regime } from '../core/slots.ts'
import type { Working } from './advise.ts'
import type { Menu } from './choose.ts'
import type { Pending } from './guide.ts'

/** What was told, for whoever wants it shorter, wants its source, or compares with it. */
export type Told = {
  entry?: EntryId | undefined
  /** The day whose rules were told, when it was not today. */
  asOf?: Day | undefined
  /** Its first paragraph. */
  brief: string
  citations: Citation[]
}

/** What a conversation remembers: small, and lost harmlessly. */
export type Session = {
  locale: Locale
  /** Who asks, where somebody said so. */
  audience?: Audience | undefined
  /** The last question that was understood, made whole when it leant on the one before, with identifiers removed. */
  question?: string | undefined
  /** The question before that, for whoever asks about both. */
  earlier?: string | undefined
  /** The entry the talk is about: the one told last, or the likeliest of the choices offered since. */
  entry?: EntryId | undefined
  /** What was told beside it with some doubt, or offered next. */
  other?: EntryId | undefined
  /** The way goods come in that the talk is about, until another is named or told. */
  way?: Regime | undefined
  /** The day whose rules were told last, when it was not today. */
  asOf?: Day | undefined
  /** What was told last; a question back leaves it as it is. */
  told?: Told | undefined
  /** A calculation that may go on. */
  working?: Working | undefined
  /** A question back that the next message may answer. */
  pending?: Pending | undefined
  /** The announcement that was told in this conversation. */
  banner?: string | undefined
  /** The last choices, for whoever answers with a number or in words. */
  menu?: Menu | undefined
  /** The entries of the last question back, so that it is not put twice in a row. */
  offered?: EntryId[] | undefined
  /** Whether something else was asked after a value had been asked for. */
  aside?: boolean | undefined
  /** Whether a value was asked for in the last turn. */
  stuck?: boolean | undefined
  /** The last question that nothing could be told about, for whoever asks a person. */
  unanswered?: string | undefined
  /** A question that is handed to the office once that is confirmed. */
  handing?: string | undefined
  /** Turns in a row that came to nothing. */
  failures?: number | undefined
}

/** Where sessions are kept, as {@link writeSession} writes them. */
export interface Sessions {
  get(conversation: string): string | undefined
  set(conversation: string, session: string): void
}

/** Decimal numbers in a written session, told from other text by this key. */
const DECIMAL = '$decimal'

/** A session as text, to be kept anywhere; numbers that must not be rounded stay exact. */
export const writeSession = (session: Session): string =>
  JSON.stringify(session, function (this: Record<string, unknown>, name, value) {
    const raw = this[name]
    return raw instanceof Big ? { [DECIMAL]: raw.toString() } : value
  })

/** A session from its text. Throws on a text that {@link writeSession} did not write. */
export const readSession = (text: string): Session =>
  JSON.parse(text, (_, value) => {
    const decimal = value !== null && typeof value === 'object' ? value[DECIMAL] : undefined
    return typeof decimal === 'string' ? new Big(decimal) : value
  })

/**
 * Sessions in memory, as text: forgotten after an idle time, and the longest unused first when there are too many.
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
  const held = new Map<string, { session: string; at: number }>()
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
