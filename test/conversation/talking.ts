import { createResponder } from '../../src/conversation/respond.ts'
import { sessionsInMemory } from '../../src/conversation/sessions.ts'
import { turnsInMemory } from '../../src/conversation/turn-memory.ts'
import { understand } from '../../src/conversation/understanding.ts'
import type { ChannelId } from '../../src/core/channel-id.ts'
import type { Reply } from '../../src/core/reply.ts'
import { keptIndex } from '../../src/kept-index.ts'
import { WEIGHTS } from '../../src/search/weights.ts'
import { readWording } from '../../src/wording.ts'
import { shipped } from '../content/shipped.ts'

export const understanding = understand(shipped(), keptIndex())
export const wording = await readWording('locales', understanding.toTraditional)

const respond = createResponder({
  understanding: () => understanding,
  weights: WEIGHTS,
  sessions: sessionsInMemory({ now: () => 0 }),
  memory: turnsInMemory(),
  questions: { record: async () => {} },
  translate: wording,
  now: () => new Date('2026-11-23T08:00:00Z'),
  tick: () => 0,
  onFailure: ({ error }) => {
    throw error
  },
})

/** A conversation of its own on 23 November 2026, over the shipped knowledge. */
export function talking(channel: ChannelId = 'web'): (text: string) => Promise<Reply> {
  const conversation = crypto.randomUUID()
  return (text) => respond({ text, channel, conversation, speaker: 'somebody' })
}

/** The first sentence of a reply. */
export const opening = ({ text }: Reply): string => text.split('\n')[0] ?? ''
