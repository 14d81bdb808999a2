import type { Audience } from './audience.ts'
import type { ChannelId } from './channel-id.ts'
import type { Day } from './day.ts'
import type { Locale } from './locale.ts'

/** One message from one person, whatever channel it came through. The text is as typed: hostile until normalised and redacted. */
export type Utterance = {
  text: string
  channel: ChannelId
  /** Turns of one conversation follow each other; absent, the question stands alone. */
  conversation?: string | undefined
  /** Whoever asks, as the channel names them; only ever kept as a pseudonym. */
  speaker: string
  /** How the channel can write to the speaker later, in its own terms; absent where it cannot. */
  address?: string | undefined
  /** The asker's language where the channel knows it; otherwise the script of the question decides. */
  locale?: Locale | undefined
  audience?: Audience | undefined
  /** The day whose rules are asked about; today in China when absent. */
  asOf?: Day | undefined
}

/** The longest question that is read, in UTF-16 units. Longer ones get a reply that says so. */
export const LONGEST_QUESTION = 2 * 1000
