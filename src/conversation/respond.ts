import { randomUUIDv7 } from 'node:crypto'
import { type Controls, NO_CONTROLS } from '../core/controls.ts'
import { type Day, dayInChina } from '../core/day.ts'
import type { Desk } from '../core/desk.ts'
import type { Reply, Respond } from '../core/reply.ts'
import { tellAgain } from '../core/told-again.ts'
import type { Translate } from '../core/translate.ts'
import type { Utterance } from '../core/utterance.ts'
import type { QuestionLog } from '../questions/question-log.ts'
import type { Weights } from '../search/rank.ts'
import { atTheDesk } from './desk/at-the-desk.ts'
import { findAnswer, type Trace } from './find-answer.ts'
import { normalise } from './normalise.ts'
import { redact } from './redact.ts'
import { readSession, type Sessions, writeSession } from './sessions.ts'
import { sorry, workOutTurn } from './turn.ts'
import type { TurnMemory } from './turn-memory.ts'
import type { Understanding } from './understanding.ts'

/** What answering needs; all of it handed in. */
export type ResponderParts = {
  /** The understanding of the knowledge that serves; taken once a turn. */
  understanding: () => Understanding
  weights: Weights
  sessions: Sessions
  /** What turns came to before. */
  memory: TurnMemory
  questions: Pick<QuestionLog, 'record'>
  translate: Translate
  /** Where our pages are to be had from outside (`https://example.cn`); absent, only our own page links to them. */
  publicUrl?: string | undefined
  /** What the office has switched off and announces, now. */
  controls?: () => Controls
  /** What can be done beyond an answer. */
  desk?: Desk
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
  const { sessions, memory, questions, weights, translate, publicUrl, desk = {}, now, tick, onTurn, onFailure } = parts
  const askAPerson = desk.handovers !== undefined
  return async (utterance) => {
    const started = tick()
    const at = now()
    const today = dayInChina(at)
    // In order of time, so that the log's indexes grow at their ends: half of what a record costs otherwise is pages in their middle.
    const id = randomUUIDv7()
    const understanding = parts.understanding()
    const controls = parts.controls?.() ?? NO_CONTROLS
    const before = utterance.conversation === undefined ? undefined : sessions.get(sessionKey(utterance))
    const inputs = { utterance, session: before, today, understanding, controls }

    let turn = memory.turn(inputs, () => {
      let remember = true
      const session = before === undefined ? undefined : readSession(before)
      const { counted: _counted, ...worked } = workOutTurn(
        { ...inputs, session, weights, translate, publicUrl, askAPerson },
        (error) => {
          remember = false
          onFailure({ reply: id, error, during: 'answering' })
        },
      )
      return { turn: { ...worked, session: writeSession(worked.session) }, remember }
    })
    if (turn.errand && !controls.service) {
      const session = before === undefined ? undefined : readSession(before)
      try {
        const place = { ...inputs, utterance, session, weights, translate, publicUrl, desk, now: at }
        const done = await atTheDesk(turn.errand, place)
        if (done) turn = { ...done, session: writeSession(done.session) }
      } catch (error) {
        onFailure({ reply: id, error, during: 'answering' })
        const { again: _again, ...rest } = turn
        turn = { ...rest, reply: { ...turn.reply, ...sorry(translate, turn.reply.locale) } }
      }
    }
    const reply: Reply = turn.again ? tellAgain(id, turn.reply) : { id, ...turn.reply }
    if (utterance.conversation !== undefined) sessions.set(sessionKey(utterance), turn.session)

    const milliseconds = tick() - started
    try {
      await questions.record({
        id,
        at,
        channel: utterance.channel,
        locale: reply.locale,
        outcome: reply.outcome,
        why: reply.why,
        topic: reply.topic,
        entry: reply.entry,
        misconception: reply.misconception,
        asOf: reply.asOf,
        knowledge: reply.knowledge,
        milliseconds,
        speaker: `${utterance.channel}:${utterance.speaker}`,
        ...turn.record,
      })
    } catch (error) {
      onFailure({ reply: id, error, during: 'recording' })
    }
    onTurn?.({ reply, channel: utterance.channel, milliseconds })
    return reply
  }
}

const sessionKey = ({ channel, conversation }: Utterance): string => `${channel}:${conversation}`

/** Explains how a question would be answered, without recording anything. */
export function explain(text: string, on: Day, parts: Pick<ResponderParts, 'understanding' | 'weights'>): Trace {
  return findAnswer({ text: redact(normalise(text)), on }, parts.understanding(), parts.weights).trace
}
