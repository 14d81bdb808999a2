import type { Dimension } from '../../questions/question-counts.ts'

/** What numbers can be broken down by. `reason`: the outcome with its reason, as `declined:no-match`. */
export type Breakdown = 'topic' | 'outcome' | 'reason' | 'entry' | 'misconception' | 'channel' | 'language' | 'audience'

/** The columns of the log behind a property. */
export const COLUMNS: Record<Breakdown, Dimension[]> = {
  topic: ['topic'],
  outcome: ['outcome'],
  reason: ['outcome', 'why'],
  entry: ['entry'],
  misconception: ['misconception'],
  channel: ['channel'],
  language: ['locale'],
  audience: ['audience'],
}
