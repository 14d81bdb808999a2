import { z } from 'zod'
import { type Locale, toLocale } from '../../core/locale.ts'
import type { Translate } from '../../core/translate.ts'
import { greetingActivity } from '../reply-activity.ts'
import { traitsOf } from '../traits.ts'
import type { Conversation } from './conversations.ts'

/** The event by which a Web Chat tells that its page is there, and in which language. */
export const WEB_CHAT_JOINED = 'webchat/join'

const joined = z.looseObject({ language: z.string().max(100) })

/** The language that a client is greeted in: the one its event names, else the one it is set to. */
export function languageOf(value: unknown, set: Locale | undefined): Locale | undefined {
  const read = joined.safeParse(value)
  return (read.success ? toLocale(read.data.language) : undefined) ?? set
}

/** What conversations are told beside replies: a greeting in the reader's language, and that files are not read. */
export interface Welcome {
  /** Greets; a second time only in another language, and only while nothing has been said. */
  greet(conversation: Conversation, locale: Locale | undefined): void
  /** Notes that somebody has spoken, and in which language. */
  heard(conversation: Conversation, locale: Locale | undefined): void
  /** Says that files are not read. */
  refuseFile(conversation: Conversation): void
}

/** The welcome of conversations, forgotten with them. */
export function welcomes(
  translate: Translate,
  say: (activity: Record<string, unknown>, conversation: Conversation) => void,
): Welcome {
  const states = new WeakMap<Conversation, { locale: Locale; spoken: boolean }>()
  return {
    greet(conversation, wished) {
      const before = states.get(conversation)
      const locale = wished ?? before?.locale ?? 'zh-Hans'
      if (before && (before.spoken || before.locale === locale)) return
      states.set(conversation, { locale, spoken: false })
      say(greetingActivity(locale, { traits: traitsOf('directline'), translate }), conversation)
    },
    heard(conversation, locale) {
      states.set(conversation, { locale: locale ?? states.get(conversation)?.locale ?? 'zh-Hans', spoken: true })
    },
    refuseFile(conversation) {
      const locale = states.get(conversation)?.locale ?? 'zh-Hans'
      say({ type: 'message', text: translate(locale, 'channel.no-files'), textFormat: 'plain', locale }, conversation)
    },
  }
}
