import type { Answer } from '../core/answer.ts'
import type { Controls } from '../core/controls.ts'
import type { Day } from '../core/day.ts'
import type { Locale } from '../core/locale.ts'
import type { Reply } from '../core/reply.ts'
import { OTHER_TOPIC } from '../core/topic.ts'
import type { Translate } from '../core/translate.ts'
import type { Utterance } from '../core/utterance.ts'
import type { AskedQuestion } from '../questions/question-log.ts'
import type { Weights } from '../search/rank.ts'
import { type Decided, decideTurn } from './decide-turn.ts'
import { withPerson } from './desk/at-the-desk.ts'
import { type Errand, errandOf, unansweredAfter } from './desk/errand.ts'
import { type Heard, hear } from './hear.ts'
import { inScript } from './in-script.ts'
import { nextSession } from './next-session.ts'
import { withPageLink } from './page-link.ts'
import { phrase, type Worded } from './phrase.ts'
import type { Session } from './sessions.ts'
import { announced, switchedOff, withoutOff } from './switched-off.ts'
import { topicAsked } from './topic-asked.ts'
import { type Counted, topicCounted } from './topic-counted.ts'
import type { Understanding } from './understanding.ts'
import { withAlso } from './with-also.ts'

/** All that a turn depends on. The same things said in the same place come to the same, whoever says them. */
export type TurnParts = {
  utterance: Omit<Utterance, 'speaker'>
  session: Session | undefined
  today: Day
  understanding: Understanding
  controls: Controls
  weights: Weights
  translate: Translate
  publicUrl: string | undefined
  /** Whether the office takes questions. */
  askAPerson: boolean
}

/** What a turn comes to: all but what names it. */
export type Turn = {
  reply: Omit<Reply, 'id'>
  /** What the log learns beside the reply. The text has no identifiers in it. */
  record: Pick<AskedQuestion, 'audience' | 'boundary' | 'text'>
  /** What the conversation remembers. */
  session: Session
  /** What the question is counted under, and why, for `--explain`. */
  counted: Counted
  /** What somebody wants done rather than told; the reply is what is said where that is not done. */
  errand?: Errand | undefined
}

/** Works out a turn: steps 1 to 5 of the path of a question, without a clock, chance, or anything written down. `onFailure` is told of a surprise, for which the turn apologises. */
export function workOutTurn(parts: TurnParts, onFailure: (error: unknown) => void): Turn {
  const { utterance, session, today, understanding, controls, translate } = parts
  let heard: Heard = {
    text: '',
    whole: '',
    locale: utterance.locale ?? 'zh-Hans',
    asOf: utterance.asOf ?? today,
    problem: undefined,
  }
  let worded: Worded
  let decided: Decided
  let errand: Errand | undefined
  try {
    heard = hear(utterance, session, today, understanding)
    errand = errandOf(utterance, heard, session, understanding)
    decided = withoutOff(
      decideTurn(heard, session, today, understanding, parts.weights),
      controls,
      understanding.knowledge,
    )
    heard = { ...heard, asOf: decided.on ?? heard.asOf }
    worded = inWords(decided, heard, understanding, translate, session, OWN_PAGES.has(utterance.channel))
    if (parts.askAPerson && utterance.conversation !== undefined)
      worded = withPerson(worded, translate(heard.locale, 'wish.ask-person'))
    const base = parts.publicUrl ?? (utterance.channel === 'web' ? '' : undefined)
    worded = withPageLink(worded, decided.answer, { base, locale: heard.locale, asOf: heard.asOf, today, translate })
  } catch (error) {
    onFailure(error)
    decided = { answer: { outcome: 'declined', why: 'error' } }
    worded = sorry(translate, heard.locale)
  }
  const off = switchedOff(worded, controls, understanding.knowledge)
  if (off) {
    decided = { answer: off }
    worded = inWords(decided, heard, understanding, translate, undefined, false)
  }
  worded = announced(worded, controls, { utterance, session, locale: heard.locale, translate })
  const { outcome, topic } = worded
  const counted = topicCounted(
    { outcome, topic, asked: saysItself(decided.answer) ? undefined : decided.asked },
    understanding.topics,
  )
  const reply = inScript(
    { ...worded, locale: heard.locale, asOf: heard.asOf, knowledge: understanding.knowledge.revision },
    understanding.toTraditional,
  )
  return {
    // What is switched off and what the conversation goes on about is what was told.
    reply: { ...reply, topic: counted.topic },
    counted,
    record: {
      audience: heard.audience,
      boundary: 'boundary' in decided.answer ? decided.answer.boundary : undefined,
      text: heard.whole,
    },
    session: {
      ...nextSession(session, { heard, reply, decided, today }),
      unanswered: unansweredAfter(session, decided, heard),
      banner: controls.banner?.id,
    },
    ...(errand && { errand }),
  }
}

/** What is said when something unexpected went wrong. */
export const sorry = (translate: Translate, locale: Locale): Worded => ({
  outcome: 'declined',
  why: 'error',
  topic: OTHER_TOPIC,
  text: translate(locale, 'declined.error'),
  citations: [],
  choices: [],
})

/** Whether what was told says by itself what was asked: an official document, by its number or by what it set, the last day of one matter, or where a decision stands. */
const saysItself = (answer: Answer): boolean =>
  'documents' in answer || 'document' in answer || 'dates' in answer || 'tree' in answer

/** Channels that are read on our own page, where links within it lead somewhere. */
const OWN_PAGES = new Set<Utterance['channel']>(['web', 'direct-line'])

function inWords(
  { answer, rest, also }: Decided,
  heard: Heard,
  understanding: Understanding,
  translate: Translate,
  session: Session | undefined,
  ownPage: boolean,
): Worded {
  const { knowledge, glossary } = understanding
  const context = { knowledge, on: heard.asOf, locale: heard.locale, translate, glossary, ownPage }
  const phrased = withAlso(
    phrase(answer, context, session),
    also,
    context,
    answer.outcome === 'refused' && answer.perhaps,
  )
  const told = phrased.outcome === 'answered' || phrased.outcome === 'clarified'
  const worded = told ? { ...phrased, topic: topicAsked(heard.spelled ?? heard.text, phrased.topic) } : phrased
  if (!rest) return worded
  const text = `${worded.text}\n\n${translate(heard.locale, 'reply.also-asked')}`
  return { ...worded, text, choices: [...rest, ...worded.choices].slice(0, MOST_CHOICES) }
}

/** Choices under an answer at most. */
const MOST_CHOICES = 5
