/** An activity on the wire, with the id the log gave it. */
type Logged = Record<string, unknown> & { id: string }

/** One conversation: a log of activities that is read from a watermark on. */
export interface Conversation {
  readonly id: string
  /** Adds an activity and delivers it to whoever follows. Its id tells its place: `<conversation>|0000007`. */
  append(activity: Record<string, unknown>): Logged
  /** What came after a watermark, as the JSON text of `{ activities, watermark }`. A watermark from the future counts as none. */
  since(watermark: number): string
  /** Delivers what came after a watermark, and then every activity as it is added; returns what ends it. */
  follow(watermark: number, deliver: (batch: string) => void): () => void
  /** How many follow. */
  readonly followers: number
}

/** The conversations that go on. */
export interface Conversations {
  /** The conversation of this name, begun if need be; undefined when there are too many. */
  start(id: string): { conversation: Conversation; isNew: boolean } | undefined
  /** The conversation of this name, while it goes on. */
  get(id: string): Conversation | undefined
  readonly size: number
}

/** How much is held in memory. */
export type Bounds = {
  /** Milliseconds without a word, and without anybody following, after which a conversation is forgotten. */
  idle: number
  /** Conversations at once. */
  most: number
  /** Activities of one conversation; older ones are dropped, and watermarks still count them. */
  activities: number
  /** Characters of one conversation's activities; the last one is always kept. */
  characters: number
}

const BOUNDS: Bounds = { idle: 30 * 60_000, most: 10_000, activities: 200, characters: 200_000 }

/** Conversations in memory, the longest idle first; those that have ended are swept when another begins. */
export function conversationsInMemory({ now, ...given }: { now: () => number } & Partial<Bounds>): Conversations {
  const bounds = { ...BOUNDS, ...given }
  const held = new Map<string, { conversation: Conversation; heard: number }>()
  const isOver = (id: string, { conversation, heard }: { conversation: Conversation; heard: number }): boolean => {
    const over = conversation.followers === 0 && now() - heard > bounds.idle
    if (over) held.delete(id)
    return over
  }
  const touch = (id: string, conversation: Conversation): Conversation => {
    held.delete(id)
    held.set(id, { conversation, heard: now() })
    return conversation
  }
  const get = (id: string): Conversation | undefined => {
    const found = held.get(id)
    return found === undefined || isOver(id, found) ? undefined : touch(id, found.conversation)
  }
  return {
    get,
    start(id) {
      const found = get(id)
      if (found) return { conversation: found, isNew: false }
      for (const [name, entry] of held) {
        if (now() - entry.heard <= bounds.idle) break
        isOver(name, entry)
      }
      if (held.size >= bounds.most) return undefined
      return { conversation: touch(id, conversationOf(id, bounds)), isNew: true }
    },
    get size() {
      return held.size
    },
  }
}

function conversationOf(id: string, bounds: Bounds): Conversation {
  const log: string[] = []
  let dropped = 0
  let characters = 0
  const following = new Set<(batch: string) => void>()
  const length = () => dropped + log.length
  const batch = (texts: string[]) => `{"activities":[${texts.join(',')}],"watermark":"${length()}"}`
  const since = (watermark: number) => batch(log.slice(watermark > length() ? 0 : Math.max(0, watermark - dropped)))
  return {
    id,
    since,
    append(activity) {
      const logged = { ...activity, id: `${id}|${String(length()).padStart(7, '0')}` }
      const text = JSON.stringify(logged)
      log.push(text)
      characters += text.length
      while (log.length > bounds.activities || (log.length > 1 && characters > bounds.characters)) {
        characters -= log.shift()?.length ?? 0
        dropped += 1
      }
      for (const deliver of following) deliver(batch([text]))
      return logged
    },
    follow(watermark, deliver) {
      deliver(since(watermark))
      following.add(deliver)
      return () => void following.delete(deliver)
    },
    get followers() {
      return following.size
    },
  }
}
