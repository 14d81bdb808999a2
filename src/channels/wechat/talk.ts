import type { Locale } from '../../core/locale.ts'
import type { TakeTurn } from '../../core/rate-limit.ts'
import type { Rate, Respond } from '../../core/reply.ts'
import type { Translate } from '../../core/translate.ts'
import { type ChannelCommand, numberIn, readCommand } from './commands.ts'
import { composeReply, numberedChoices } from './compose.ts'
import { type Listener, listenersInMemory, type Said } from './listeners.ts'
import type { Message } from './message.ts'
import { onlyOnce } from './once.ts'
import { quoted } from './text.ts'

/** What talking needs. */
export type TalkParts = {
  respond: Respond
  rate: Rate
  takeTurn: TakeTurn
  translate: Translate
  publicUrl?: string | undefined
  /** Whether people can be written to later. */
  reachable?: boolean | undefined
  /** Milliseconds. */
  now: () => number
  /** Resolves after so many milliseconds, unless it is called off. */
  wait: (milliseconds: number, off: AbortSignal) => Promise<void>
  /** A surprise; the asker gets an apology. */
  onError: (error: unknown) => void
}

/**
 * How long an answer may take before “one moment” is said instead, in milliseconds. The platform hangs up after five seconds, counted at its own end, so
 * one is left for the way there and back.
 */
export const PATIENCE = 4_000
/** How long a message is remembered: as long as its signature holds, so that whoever sends it again gets the same answer and is logged once. */
export const REMEMBERED = 10 * 60_000
const MOST_REMEMBERED = 5_000
/** Characters of what somebody said that are told back. */
const LONGEST_HEARD = 100
/** Answers that may wait for one asker. */
const MOST_LATE = 3

const NOTHING: Said = { parts: [] }
const LATE = Symbol('late')

/** One text for each message, within the platform's time; undefined when there is nothing to say. */
export type Talk = (message: Message) => Promise<string | undefined>

/** Talks with whoever writes: the channel's own commands are done here, everything else is an utterance of the conversation. */
export function createTalk(parts: TalkParts): Talk {
  const { translate, now, wait, onError } = parts
  const listeners = listenersInMemory({ now })
  const once = onlyOnce<Said>({ keep: REMEMBERED, most: MOST_REMEMBERED, now })
  const shown = new WeakSet<Said>()

  /** The first part of what is said; the rest waits. Shown again, as to a retry, it changes nothing. */
  const show = (said: Said, listener: Listener): string | undefined => {
    const { parts: all, locale = listener.locale, choices, reply = listener.reply } = said
    if (choices && !shown.has(said)) Object.assign(listener, { rest: all.slice(1), locale, choices, reply })
    shown.add(said)
    return all[0]
  }
  /** The oldest answer that is late and has not been shown, once it is there; undefined when all were. */
  const lateAnswer = async (listener: Listener): Promise<Said | undefined> => {
    for (const work of [...listener.late]) {
      const said = await work
      if (!shown.has(said)) return said
      listener.late = listener.late.filter((one) => one !== work)
    }
    return undefined
  }

  return async (message) => {
    if (message.kind === 'report') return undefined
    if (message.kind === 'left') {
      listeners.forget(message.speaker)
      return undefined
    }
    const listener = listeners.of(message.speaker)
    const locale = listener.locale ?? localeLikely(message)
    const work = once(message.key, () =>
      say(message, listener, locale, { ...parts, lateAnswer }).catch((error: unknown) => {
        onError(error)
        return { parts: [translate(locale, 'declined.error')] }
      }),
    )
    const off = new AbortController()
    const said = await Promise.race([work, wait(PATIENCE, off.signal).then(() => LATE)])
    off.abort()
    if (typeof said !== 'symbol') return show(said, listener)
    if (!listener.late.includes(work) && !isWaiting(message, listener))
      listener.late = [...listener.late, work].slice(-MOST_LATE)
    return translate(locale, 'wechat.moment')
  }
}

/** Whether a message does no more than wait for an answer that is late. */
const isWaiting = (message: Message, listener: Listener): boolean =>
  message.kind === 'said' && listener.late.length > 0 && readCommand(message.text)?.kind === 'continue'

/** The language of somebody not heard before, for what the channel itself says: English, if they write no Chinese. */
const localeLikely = (message: Message): Locale =>
  'text' in message && message.text && /[a-z]/i.test(message.text) && !/\p{Script=Han}/u.test(message.text)
    ? 'en'
    : 'zh-Hans'

type SayParts = TalkParts & { lateAnswer: (listener: Listener) => Promise<Said | undefined> }

async function say(message: Message, listener: Listener, locale: Locale, parts: SayParts): Promise<Said> {
  const { translate } = parts
  switch (message.kind) {
    case 'said': {
      const command = readCommand(message.text)
      const done = command && (await obey(command, listener, locale, parts))
      if (done) return done
      const text = listener.choices[(numberIn(message.text) ?? 0) - 1] ?? message.text
      const before = message.spoken
        ? translate(locale, 'wechat.heard', { text: quoted(text.slice(0, LONGEST_HEARD)) })
        : undefined
      return answer(text, message.speaker, locale, parts, before)
    }
    case 'joined':
      return message.text
        ? answer(message.text, message.speaker, locale, parts, translate(locale, 'courtesy.greet'))
        : greeting(locale, translate)
    case 'wordless':
      return { parts: [translate(locale, `wechat.wordless.${message.what}`)] }
    case 'left':
    case 'report':
      return NOTHING
  }
}

/** A turn of the conversation, if the asker has one left. */
async function answer(
  text: string,
  speaker: string,
  locale: Locale,
  { respond, takeTurn, translate, publicUrl, reachable }: TalkParts,
  before?: string,
): Promise<Said> {
  const seconds = takeTurn(`wechat:${speaker}`)
  if (seconds > 0) return { parts: [translate(locale, 'problem.too-many-requests', { seconds })] }
  const reply = await respond({
    text,
    channel: 'wechat',
    conversation: speaker,
    speaker,
    address: reachable ? speaker : undefined,
  })
  return composeReply(reply, { translate, publicUrl }, before)
}

/** Does a command; undefined where its words mean something else, so that they are an utterance like any other. */
async function obey(
  command: ChannelCommand,
  listener: Listener,
  locale: Locale,
  { rate, translate, lateAnswer }: SayParts,
): Promise<Said | undefined> {
  const { rest, choices, reply } = listener
  if (command.kind === 'rate') {
    if (reply === null) return undefined
    const rated = reply !== undefined && (await rate(reply, command.helpful, command.reason))
    return { parts: [translate(locale, rated ? 'courtesy.rate' : 'wechat.nothing-to-rate')] }
  }
  const late = await lateAnswer(listener)
  if (late) return late
  return rest.length > 0 ? { parts: rest, choices } : { parts: [translate(locale, 'wechat.nothing-more')] }
}

/** Greets whoever comes, with questions to begin with. It is no turn: nothing is logged. */
function greeting(locale: Locale, translate: Translate): Said {
  const examples = ['example.quota', 'example.tax', 'example.parcel'].map((key) => translate(locale, key))
  const other = translate(locale === 'en' ? 'zh-Hans' : 'en', 'wechat.in-this-language')
  const blocks = [translate(locale, 'courtesy.greet'), numberedChoices(examples, locale, translate), other]
  return { parts: [blocks.join('\n\n')], choices: examples }
}
