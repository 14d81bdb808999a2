import { randomUUID } from 'node:crypto'
import type { Answer } from '../core/answer.ts'
import { type Controls, NO_CONTROLS } from '../core/controls.ts'
import { type Day, dayInChina } from '../core/day.ts'
import type { Locale } from '../core/locale.ts'
import type { Reply, Respond } from '../core/reply.ts'
import { OTHER_TOPIC } from '../core/topic.ts'
import type { Translate } from '../core/translate.ts'
import { LONGEST_QUESTION, type Utterance } from '../core/utterance.ts'
import type { QuestionLog } from '../questions/question-log.ts'
import type { Weights } from '../search/rank.ts'
import { dayAsked } from './day-asked.ts'
import { type Found, findAnswer, type Trace } from './find-answer.ts'
import { askedLanguage, onlyDay } from './follow-up.ts'
import type { Pending } from './guide.ts'
import { markdownInTraditional } from './in-script.ts'
import { replyLocale } from './language.ts'
import { isNoise, normalise } from './normalise.ts'
import { withPageLink } from './page-link.ts'
import { phrase, type Worded } from './phrase.ts'
import { redact } from './redact.ts'
import type { Session, Sessions } from './sessions.ts'
import { announced, switchedOff } from './switched-off.ts'
import { tell } from './tell.ts'
import type { Understanding } from './understanding.ts'

/** What answering needs; all of it handed in. */
export type ResponderParts = {
  /** The understanding of the knowledge that serves; taken once a turn. */
  understanding: () => Understanding
  weights: Weights
  sessions: Sessions
  questions: Pick<QuestionLog, 'record'>
  translate: Translate
  /** Where our pages are to be had from outside (`https://example.cn`); absent, only our own page links to them. */
  publicUrl?: string | undefined
  /** What the office has switched off and announces, now. */
  controls?: () => Controls
  now: () => Date
  /** Milliseconds from any origin, for durations. */
  tick: () => number
  /** One line for each turn, without anybody's words. */
  onTurn?: (turn: { reply: Reply; channel: string; milliseconds: number }) => void
  /** A surprise inside a turn, or a record that could not be written. */
  onFailure: (failure: { reply: string; error: unknown; during: 'answering' | 'recording' }) => void
}

/** Makes the one function that answers. Its body is the path of a question, top to bottom. */
export function createResponder(parts: ResponderParts): Respond {
  const { sessions, questions, translate, now, tick, onTurn, onFailure } = parts
  return async (utterance) => {
    const started = tick()
    const at = now()
    const today = dayInChina(at)
    const id = randomUUID()
    const understanding = parts.understanding()
    const { toTraditional } = understanding
    const session = utterance.conversation === undefined ? undefined : sessions.get(sessionKey(utterance))

    let heard: Heard = {
      text: '',
      locale: utterance.locale ?? 'zh-Hans',
      asOf: utterance.asOf ?? today,
      problem: undefined,
    }
    let worded: Worded
    let answer: Answer
    let found: Pick<Found, 'answer' | 'working' | 'pending' | 'on'> | undefined
    try {
      heard = hear(utterance, session, today)
      found = decideAnswer(heard, session, today, understanding, parts.weights)
      answer = found.answer
      heard = { ...heard, asOf: found.on ?? heard.asOf }
      worded = inWords(answer, heard, understanding, translate, session, OWN_PAGES.has(utterance.channel))
      const base = parts.publicUrl ?? (utterance.channel === 'web' ? '' : undefined)
      worded = withPageLink(worded, answer, { base, locale: heard.locale, asOf: heard.asOf, today, translate })
    } catch (error) {
      onFailure({ reply: id, error, during: 'answering' })
      answer = { outcome: 'declined', why: 'error' }
      worded = {
        outcome: 'declined',
        why: 'error',
        topic: OTHER_TOPIC,
        text: translate(heard.locale, 'declined.error'),
        citations: [],
        choices: [],
      }
    }
    const controls = parts.controls?.() ?? NO_CONTROLS
    const off = switchedOff(worded, controls, understanding.knowledge)
    if (off) {
      ;[answer, found] = [off, undefined]
      worded = inWords(off, heard, understanding, translate, undefined, false)
    }
    worded = announced(worded, controls, { utterance, session, locale: heard.locale, translate })
    const reply: Reply = inScript(
      { id, ...worded, locale: heard.locale, asOf: heard.asOf, knowledge: understanding.knowledge.revision },
      toTraditional,
    )
    if (utterance.conversation !== undefined)
      sessions.set(sessionKey(utterance), {
        ...nextSession(session, heard, reply, answer, found),
        banner: controls.banner?.id,
      })

    const milliseconds = tick() - started
    try {
      await questions.record({
        id,
        at,
        channel: utterance.channel,
        locale: reply.locale,
        audience: utterance.audience,
        outcome: reply.outcome,
        why: reply.why,
        topic: reply.topic,
        entry: reply.entry,
        misconception: reply.misconception,
        boundary: 'boundary' in answer ? answer.boundary : undefined,
        asOf: reply.asOf,
        knowledge: reply.knowledge,
        milliseconds,
        speaker: `${utterance.channel}:${utterance.speaker}`,
        text: heard.text,
      })
    } catch (error) {
      onFailure({ reply: id, error, during: 'recording' })
    }
    onTurn?.({ reply, channel: utterance.channel, milliseconds })
    return reply
  }
}

/** An utterance as it was understood so far. From here on the raw words are gone. */
type Heard = {
  text: string
  locale: Locale
  asOf: Day
  problem: 'unclear' | 'too-long' | 'noise' | 'language' | undefined
  /** Whether only the day or the language is another: the last answer is wanted again. */
  again?: boolean
}

/** Channels that are read on our own page, where links within it lead somewhere. */
const OWN_PAGES = new Set<Utterance['channel']>(['web', 'direct-line'])

const sessionKey = ({ channel, conversation }: Utterance): string => `${channel}:${conversation}`

function hear(utterance: Utterance, session: Session | undefined, today: Day): Heard {
  const tooLong = utterance.text.length > LONGEST_QUESTION
  const normal = normalise(utterance.text.slice(0, LONGEST_QUESTION))
  const wished = utterance.channel === 'api'
  const { locale, readable } = replyLocale(normal, {
    wish: wished ? utterance.locale : undefined,
    hint: session?.locale ?? utterance.locale,
  })
  const again = session?.entry === undefined ? undefined : onlyDay(normal, today)
  const asOf = utterance.asOf ?? again ?? dayAsked(normal, today) ?? today
  const language = session?.entry === undefined ? undefined : askedLanguage(normal)
  const problem =
    normal === '' && utterance.text.trim() === ''
      ? 'unclear'
      : tooLong
        ? 'too-long'
        : isNoise(normal)
          ? 'noise'
          : readable
            ? undefined
            : 'language'
  return {
    text: redact(normal),
    locale: language ?? locale,
    asOf: language ? (session?.asOf ?? asOf) : asOf,
    problem,
    again: again !== undefined || language !== undefined,
  }
}

function decideAnswer(
  heard: Heard,
  session: Session | undefined,
  today: Day,
  understanding: Understanding,
  weights: Weights,
): Pick<Found, 'answer' | 'working' | 'pending' | 'on'> {
  if (heard.problem !== undefined) return { answer: { outcome: 'declined', why: heard.problem } }
  const chosen =
    session?.menu?.[Number(/^\s*[（(]?([1-4])[)）.、]?\s*$/.exec(heard.text.normalize('NFKC'))?.[1] ?? Number.NaN) - 1]
  const text = chosen?.utterance ?? heard.text
  if (session?.menu && session.menu.at(-1)?.utterance === text)
    return { answer: { outcome: 'declined', why: 'unclear' } }
  if (heard.again && session?.entry !== undefined) return { answer: tell(session.entry, heard.asOf, understanding) }
  const before = session?.question === undefined ? undefined : { question: session.question, entry: session.entry }
  const { working, pending } = session ?? {}
  return findAnswer({ text, on: heard.asOf, today, before, working, pending }, understanding, weights)
}

function inWords(
  answer: Answer,
  heard: Heard,
  understanding: Understanding,
  translate: Translate,
  session: Session | undefined,
  ownPage: boolean,
): Worded {
  const { knowledge, glossary } = understanding
  const context = { knowledge, on: heard.asOf, locale: heard.locale, translate, glossary, ownPage }
  return phrase(answer, context, session)
}

/** A reply in traditional Chinese, converted from simplified; others as they are. */
function inScript(reply: Reply, toTraditional: (text: string) => string): Reply {
  if (reply.locale !== 'zh-Hant') return reply
  return {
    ...reply,
    text: markdownInTraditional(reply.text, toTraditional),
    citations: reply.citations.map((citation) => ({
      ...citation,
      number: toTraditional(citation.number),
      title: toTraditional(citation.title),
      issuer: toTraditional(citation.issuer),
      ...(citation.clause !== undefined && { clause: toTraditional(citation.clause) }),
      ...(citation.note !== undefined && { note: toTraditional(citation.note) }),
    })),
    choices: reply.choices.map(({ label, utterance }) => ({
      label: toTraditional(label),
      utterance: toTraditional(utterance),
    })),
  }
}

function nextSession(
  session: Session | undefined,
  heard: Heard,
  reply: Reply,
  answer: Answer,
  found: Pick<Found, 'working' | 'pending'> | undefined,
): Session {
  const told = answer.outcome === 'answered' && reply.entry !== undefined
  const courtesy = reply.outcome === 'courtesy'
  const courtesyBetween = courtesy && reply.why !== 'restart'
  // The likeliest of the choices says what it goes on about, should nobody choose.
  const menu = answer.outcome === 'clarified' ? answer.choices : undefined
  return {
    locale: reply.locale,
    question: (told && !heard.again) || menu ? heard.text : session?.question,
    entry: told ? reply.entry : courtesy ? session?.entry : menu?.[0],
    asOf: heard.asOf,
    brief: courtesy ? session?.brief : reply.text.split('\n\n')[0],
    citations: courtesy ? session?.citations : reply.citations,
    working: found?.working ?? (courtesy ? session?.working : undefined),
    pending: found?.pending ? withButtons(found.pending, reply) : courtesyBetween ? session?.pending : undefined,
    menu: reply.outcome === 'clarified' ? reply.choices : undefined,
  }
}

/** A question of a tree with what its buttons say, for whoever presses one. */
const withButtons = (pending: Pending, { choices }: Reply): Pending =>
  pending.kind === 'tree' ? { ...pending, shown: choices.map(({ utterance }) => utterance) } : pending

/** Explains how a question would be answered, without recording anything. */
export function explain(text: string, on: Day, parts: Pick<ResponderParts, 'understanding' | 'weights'>): Trace {
  return findAnswer({ text: redact(normalise(text)), on }, parts.understanding(), parts.weights).trace
}
