import type { Audience } from '../core/audience.ts'
import type { Day } from '../core/day.ts'
import type { Locale } from '../core/locale.ts'
import { LONGEST_QUESTION, type Utterance } from '../core/utterance.ts'
import { fold } from '../search/fold.ts'
import { isElliptical } from './complete.ts'
import { dayAsked } from './day-asked.ts'
import { onlyDay } from './follow-up.ts'
import { audienceSaid } from './for-audience.ts'
import { unframe } from './framing.ts'
import { replyLocale } from './language.ts'
import { isNoise, normalise } from './normalise.ts'
import { redact } from './redact.ts'
import type { Session } from './sessions.ts'
import type { Understanding } from './understanding.ts'

/** An utterance as it was understood so far. From here on the raw words are gone. */
export type Heard = {
  /** What is asked, without what the message says about the conversation itself. */
  text: string
  /** The whole message. */
  whole: string
  locale: Locale
  asOf: Day
  /** The same in Chinese characters as far as they are known, when it is pinyin typed as letters. */
  spelled?: string | undefined
  problem: 'unclear' | 'too-long' | 'noise' | 'language' | undefined
  audience?: Audience | undefined
  /** Whether it says who asks and nothing else. */
  onlyAudience?: boolean
  /** Whether only the day or the language is another: the last answer is wanted again. */
  again?: boolean
  /** Whether it announces another subject. */
  fresh?: boolean
  /** Whether it asks to set what it is about beside what was told before. */
  beside?: boolean
}

/** Words for the time the last answer was about. */
const THEN =
  /那时候?|当时|那会儿?|那年|那个时候|\bback then\b|\bat (?:that|the) time\b|\bin those days\b|\bthat year\b/u
const NOW = /现在|目前|今年|如今|\bnow\b|\btoday\b|\bcurrent(?:ly)?\b|\bthis year\b/u
/** A follow-up about another thing at the same time. */
const LEANS = /^(?:那|and\b|what about|how about)|呢[?？。]*$/u

/** Reads what can be read without looking anything up: language, day, audience, and whether it can be answered at all. */
export function hear(
  utterance: Omit<Utterance, 'speaker'>,
  session: Session | undefined,
  today: Day,
  { spellOut }: Pick<Understanding, 'spellOut'>,
): Heard {
  const tooLong = utterance.text.length > LONGEST_QUESTION
  const normal = normalise(utterance.text.slice(0, LONGEST_QUESTION))
  const whole = redact(normal)
  const { text, language, fresh = false, beside = false } = unframe(whole, isElliptical)
  const spelled = spellOut(fold(text))
  const wished = utterance.channel === 'api'
  const { locale, readable } = replyLocale(text === '' ? normal : text, {
    wish: language ?? (wished ? utterance.locale : undefined),
    hint: session?.locale ?? utterance.locale,
    spelled: spelled !== undefined,
  })
  const tellable = session?.entry !== undefined || session?.working !== undefined || session?.question !== undefined
  // A day may be just what was asked for.
  const open = session?.pending !== undefined || session?.working?.missing !== undefined
  const again = tellable && !open && !fresh ? onlyDay(spelled ?? text, today) : undefined
  const onlyLanguage = language !== undefined && text === ''
  const said = audienceSaid(text)
  const named = utterance.asOf ?? again ?? dayAsked(text, today)
  const asOf = named ?? (fresh ? undefined : sameDay(text, session)) ?? today
  return {
    text,
    whole,
    spelled,
    locale,
    asOf: onlyLanguage ? (session?.asOf ?? asOf) : asOf,
    problem: problemOf(normal, { blank: utterance.text.trim() === '', tooLong, readable }),
    audience: said?.audience ?? utterance.audience ?? session?.audience,
    onlyAudience: said?.only === true,
    again: again !== undefined || (onlyLanguage && tellable),
    fresh,
    beside,
  }
}

/** The day of the turn before, where the message goes on about it. */
function sameDay(text: string, session: Session | undefined): Day | undefined {
  const folded = fold(text).trim()
  if (session?.asOf === undefined || NOW.test(folded)) return undefined
  return THEN.test(folded) || LEANS.test(folded) ? session.asOf : undefined
}

function problemOf(
  normal: string,
  { blank, tooLong, readable }: { blank: boolean; tooLong: boolean; readable: boolean },
): Heard['problem'] {
  if (normal === '' && blank) return 'unclear'
  if (tooLong) return 'too-long'
  if (isNoise(normal)) return 'noise'
  return readable ? undefined : 'language'
}
