import type { Locale } from '../../core/locale.ts'

/** Something to say, in parts of which one fits in a reply; none when there is nothing to say. */
export type Said = {
  parts: string[]
  locale?: Locale
  /** What the numbers below it say; without them it is said beside the talk, and the numbers before it still hold. */
  choices?: string[]
  /** The reply that may be rated from now on; null where words of a rating mean something else, undefined where the one before may still be. */
  reply?: string | null
}

/** What is remembered of somebody until the next message: small, in memory, and lost harmlessly. */
export type Listener = {
  locale?: Locale | undefined
  /** What was said last and not shown yet. */
  rest: string[]
  choices: string[]
  /** The reply that a rating is about; null where such words are none. */
  reply?: string | null | undefined
  /** Answers that took too long, the oldest first. */
  late: Promise<Said>[]
}

/** Where listeners are kept. */
export type Listeners = { of(speaker: string): Listener; forget(speaker: string): void }

/**
 * Listeners in memory: forgotten after an idle time, and the longest unused first when there are too many.
 * @param now milliseconds
 */
export function listenersInMemory({
  now,
  idle = 30 * 60_000,
  most = 20_000,
}: {
  now: () => number
  idle?: number
  most?: number
}): Listeners {
  const held = new Map<string, { listener: Listener; at: number }>()
  return {
    of(speaker) {
      const at = now()
      const known = held.get(speaker)
      const listener = known && at - known.at <= idle ? known.listener : { rest: [], choices: [], late: [] }
      held.delete(speaker)
      held.set(speaker, { listener, at })
      for (const [name, one] of held) {
        if (held.size <= most && at - one.at <= idle) break
        held.delete(name)
      }
      return listener
    },
    forget: (speaker) => void held.delete(speaker),
  }
}
