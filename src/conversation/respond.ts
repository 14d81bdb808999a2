import { randomUUID } from 'node:crypto'
import { type Controls, NO_CONTROLS } from '../core/controls.ts'
import { type Day, dayInChina } from '../core/day.ts'
import type { Reply, Respond } from '../core/reply.ts'
import { OTHER_TOPIC } from '../core/topic.ts'
import type { Translate } from '../core/translate.ts'
import type { Utterance } from '../core/utterance.ts'
import type { QuestionLog } from '../questions/question-log.ts'
import type { Weights } from '../search/rank.ts'
import { type Decided, decideTurn } from './decide-turn.ts'
import { findAnswer, type Trace } from './find-answer.ts'
import { type Heard, hear } from './hear.ts'
import { inScript } from './in-script.ts'
import { nextSession } from './next-session.ts'
import { normalise } from './normalise.ts'
import { withPageLink } from './page-link.ts'
import { phrase, type Worded } from './phrase.ts'
import { redact } from './redact.ts'
import type { Session, Sessions } from './sessions.ts'
import { announced, switchedOff } from './switched-off.ts'
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
    let decided: Decided
    try {
      heard = hear(utterance, session, today, understanding)
      decided = decideTurn(heard, session, today, understanding, parts.weights)
      heard = { ...heard, asOf: decided.on ?? heard.asOf }
      worded = inWords(decided, heard, understanding, translate, session, OWN_PAGES.has(utterance.channel))
      const base = parts.publicUrl ?? (utterance.channel === 'web' ? '' : undefined)
      worded = withPageLink(worded, decided.answer, { base, locale: heard.locale, asOf: heard.asOf, today, translate })
    } catch (error) {
      onFailure({ reply: id, error, during: 'answering' })
      decided = { answer: { outcome: 'declined', why: 'error' } }
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
      decided = { answer: off }
      worded = inWords(decided, heard, understanding, translate, undefined, false)
    }
    worded = announced(worded, controls, { utterance, session, locale: heard.locale, translate })
    const reply: Reply = inScript(
      { id, ...worded, locale: heard.locale, asOf: heard.asOf, knowledge: understanding.knowledge.revision },
      toTraditional,
    )
    if (utterance.conversation !== undefined)
      sessions.set(sessionKey(utterance), {
        ...nextSession(session, { heard, reply, decided, today }),
        banner: controls.banner?.id,
      })

    const milliseconds = tick() - started
    try {
      await questions.record({
        id,
        at,
        channel: utterance.channel,
        locale: reply.locale,
        audience: heard.audience,
        outcome: reply.outcome,
        why: reply.why,
        topic: reply.topic,
        entry: reply.entry,
        misconception: reply.misconception,
        boundary: 'boundary' in decided.answer ? decided.answer.boundary : undefined,
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

/** Channels that are read on our own page, where links within it lead somewhere. */
const OWN_PAGES = new Set<Utterance['channel']>(['web', 'direct-line'])

const sessionKey = ({ channel, conversation }: Utterance): string => `${channel}:${conversation}`

function inWords(
  { answer, rest }: Decided,
  heard: Heard,
  understanding: Understanding,
  translate: Translate,
  session: Session | undefined,
  ownPage: boolean,
): Worded {
  const { knowledge, glossary } = understanding
  const context = { knowledge, on: heard.asOf, locale: heard.locale, translate, glossary, ownPage }
  const worded = phrase(answer, context, session)
  if (!rest) return worded
  const text = `${worded.text}\n\n${translate(heard.locale, 'reply.also-asked')}`
  return { ...worded, text, choices: [...rest, ...worded.choices].slice(0, MOST_CHOICES) }
}

/** Choices under an answer at most. */
const MOST_CHOICES = 5

/** Explains how a question would be answered, without recording anything. */
export function explain(text: string, on: Day, parts: Pick<ResponderParts, 'understanding' | 'weights'>): Trace {
  return findAnswer({ text: redact(normalise(text)), on }, parts.understanding(), parts.weights).trace
}
