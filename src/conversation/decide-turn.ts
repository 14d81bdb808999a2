import type { Answer } from '../core/answer.ts'
import type { Audience } from '../core/audience.ts'
import type { Day } from '../core/day.ts'
import type { EntryId } from '../core/entry.ts'
import type { Choice } from '../core/reply.ts'
import { fold } from '../search/fold.ts'
import type { Weights } from '../search/rank.ts'
import { repeat } from './advise.ts'
import { alsoLikely } from './also-likely.ts'
import { pick } from './choose.ts'
import { goneOn, isElliptical, namesOther, namesSomething, namesSubject, wordsIn } from './complete.ts'
import { type Found, findAnswer, type Question } from './find-answer.ts'
import { audienceFirst } from './for-audience.ts'
import type { Heard } from './hear.ts'
import { type Kind, namedIn } from './kinds.ts'
import { instead } from './never-twice.ts'
import type { Session } from './sessions.ts'
import { questionsIn } from './several-questions.ts'
import { tell } from './tell.ts'
import type { Understanding } from './understanding.ts'

/** What a turn came to, and what the next one may go on with. */
export type Decided = Pick<Found, 'answer' | 'working' | 'pending' | 'on' | 'asked' | 'also'> & {
  /** Further questions of the same message, to be offered. */
  rest?: Choice[]
}

/** Decides what to answer: a choice that was offered, the last answer again, or what the message asks. */
export function decideTurn(
  heard: Heard,
  session: Session | undefined,
  today: Day,
  understanding: Understanding,
  weights: Weights,
): Decided {
  const { text, problem, asOf: on, audience } = heard
  if (problem !== undefined) return { answer: { outcome: 'declined', why: problem } }
  const spoken = heard.spelled ?? text
  const introduced = session?.question === undefined ? undefined : audienceFirst(spoken)
  const question: Question = {
    // Who asks is a word of the question, where it leans on the one before.
    text: introduced && isElliptical(introduced.question) ? `${introduced.who} ${introduced.question}` : spoken,
    on,
    today,
    audience,
    ...(session && !heard.fresh && carried(session)),
  }
  const open = session?.working?.missing !== undefined || session?.pending !== undefined
  const picked = session?.menu && !open ? pick(question.text, session.menu, understanding) : undefined
  if (picked === 'none') return { answer: { outcome: 'declined', why: 'none-of-these' } }
  if (picked)
    return findAnswer({ ...question, text: picked.choice.utterance, before: undefined }, understanding, weights)
  if (heard.again && session) return again(heard, session, question, understanding, weights)
  if (heard.text === '') return HELP
  if (heard.onlyAudience) {
    if (session?.question === undefined) return HELP
    const asked = `${session.question} ${say(audience, text)}`
    const found = findAnswer(
      { text: asked, on, today, audience, leaning: { topic: undefined } },
      understanding,
      weights,
    )
    return { ...found, asked: session.question }
  }

  const found = findAnswer(question, understanding, weights)
  // A button of a question back says its words; whoever cannot press it says its number.
  if (open && session?.menu && !settles(found.answer)) {
    const late = pick(question.text, session.menu, understanding)
    if (late && late !== 'none') return findAnswer({ ...question, text: late.choice.utterance }, understanding, weights)
  }
  const decided = instead(several(question, found, understanding, weights), session, question, understanding, weights)
  const whole = decided.asked ?? question.text
  const also =
    decided.also ?? (open ? undefined : alsoLikely(decided.answer, whole, decided.on ?? on, understanding, weights))
  return { ...besideTold(decided, heard, session), also, asked: decided.asked ?? subjectOf(question, understanding) }
}

/** What was told before beside what is told now, for whoever compares them. */
function besideTold(decided: Decided, { beside }: Heard, session: Session | undefined): Decided {
  const { answer } = decided
  const told = session?.told?.entry ?? session?.entry
  if (!beside || told === undefined || answer.outcome !== 'answered' || !('entry' in answer)) return decided
  return answer.entry === told ? decided : { ...decided, answer: { ...answer, beside: told } }
}

const HELP: Decided = { answer: { outcome: 'courtesy', of: 'help' } }

/** What a question may lean on. */
const carried = ({
  question,
  entry,
  other,
  earlier,
  way,
  offered,
  working,
  aside,
  pending,
}: Session): Partial<Question> => ({
  before: question === undefined ? undefined : { question, entry, other, earlier, way, offered: offered !== undefined },
  working,
  aside,
  pending,
})

/** What the talk is about after a message: the message, or the question before it where a short one names nothing itself (`包括运费吗`). */
function subjectOf({ text, before }: Question, understanding: Understanding): string {
  if (!before || wordsIn(text) > LONGEST_SUBJECTLESS) return text
  if (namesSubject(text, understanding) && namesOther(text, before.question, understanding)) return text
  if (!namesSomething(before.question, understanding)) return text
  return goneOn(text, before, understanding)
}
/** Words of a message at most that is about what was named before. */
const LONGEST_SUBJECTLESS = 5

/** Who asks, as a word of the question. */
const say = (audience: Audience | undefined, text: string): string =>
  /\p{Script=Han}/u.test(text)
    ? audience === 'merchant'
      ? '商家'
      : '消费者'
    : audience === 'merchant'
      ? 'seller'
      : 'consumer'

/** The last answer, for another day or in another language. */
function again(
  { asOf: on }: Heard,
  { entry, working, question, pending }: Session,
  asked: Question,
  understanding: Understanding,
  weights: Weights,
): Decided {
  if (entry !== undefined) return { answer: tell(entry, on, understanding), asked: question }
  if (working) return { ...repeat(working, on, understanding), asked: question }
  return {
    ...findAnswer({ ...asked, text: question ?? '', before: undefined, pending }, understanding, weights),
    asked: question,
  }
}

const settles = ({ outcome }: Answer): boolean => outcome !== 'declined' && outcome !== 'clarified'
/** Outcomes worth offering a further question for. */
const WORTH = new Set<Answer['outcome']>(['answered', 'calculated', 'compared', 'changed', 'asked'])

/** Words of a message that tells a story before it asks. */
const STORY = 24

/** The same outcome about the same thing. */
const key = (answer: Answer): string =>
  JSON.stringify([answer.outcome, 'entry' in answer ? answer.entry : 'topic' in answer ? answer.topic : answer])

/** Kinds of things that a story names before it asks, and that its question is about all the same. */
const SETTINGS: Kind[] = ['place', 'mode', 'way']

/** The question of a story, with the place, the mode and the way of buying that the story names and the question does not. */
function within(story: string, question: string): string {
  const told = SETTINGS.filter((kind) => namedIn(kind, fold(question)).length === 0)
    .map((kind) => namedIn(kind, fold(story)))
    // Of several, nobody knows which is meant.
    .flatMap((named) => (named.length === 1 ? named.map(({ words }) => words) : []))
  return [...told, question].join(' ')
}

/**
 * A message of several sentences: when the whole cannot be answered clearly, its questions are tried one by one, the last first where the rest is a story; further ones that
 * lead elsewhere are offered, and the first of them, or what the whole seemed to be about, is told in a sentence.
 */
function several(question: Question, whole: Found, understanding: Understanding, weights: Weights): Decided {
  if (whole.answer.outcome === 'refused' || whole.pending) return whole
  const parts = questionsIn(question.text, understanding)
  if (parts.length === 0) return whole
  // A story is told about many things; what it asks is in its question.
  const story = parts.length === 1 && wordsIn(question.text) >= STORY
  if (parts.length === 1 && settles(whole.answer) && !(story && whole.answer.outcome === 'answered')) return whole
  const asked = parts.map((text) => ({
    text,
    found: findAnswer(
      { ...question, text: story ? within(question.text, text) : text, working: undefined, pending: undefined },
      understanding,
      weights,
    ),
  }))
  // What stands before the question made another thing likelier: then it is asked which is meant.
  const [alone] = asked
  if (parts.length === 1 && !story && alone && isLaterChoice(whole.answer, entryOf(alone.found.answer))) return whole
  const open = asked.filter(
    ({ found: { answer, working } }) =>
      (WORTH.has(answer.outcome) || answer.outcome === 'clarified') && !(whole.working && working),
  )
  const clear = open.filter(({ found }) => story || found.answer.outcome !== 'clarified')
  const [first] = clear
  // A price asked back for one of several questions waits until the first is answered.
  const waits = whole.answer.outcome === 'asked' && parts.length > 1 && first?.found.answer.outcome === 'answered'
  // What the whole seems to be about and none of its questions is, came of mixing their words.
  const mixed =
    parts.length > 1 &&
    first?.found.answer.outcome === 'answered' &&
    whole.answer.outcome === 'answered' &&
    clear.length === parts.length &&
    clear.every(({ found }) => key(found.answer) !== key(whole.answer))
  const said = settles(whole.answer) && !waits && !mixed && !(story && first) ? whole : first?.found
  if (!said) return whole
  const further = open
    .filter(({ found }) => key(found.answer) !== key(said.answer))
    .filter(
      ({ found }, index, all) => all.findIndex((other) => key(other.found.answer) === key(found.answer)) === index,
    )
    .slice(0, 3)
  const rest = further.map(({ text }) => ({ label: text, utterance: text }))
  const [next] = further
  const beside = next ? entryOf(next.found.answer) : said === whole ? undefined : entryOf(whole.answer)
  const also = said.also ?? (beside === entryOf(said.answer) ? undefined : beside)
  return { ...said, also, ...(rest.length > 0 && { rest }) }
}

/** Whether an entry is one of those a question back offers, but not the first. */
const isLaterChoice = (answer: Answer, entry: EntryId | undefined): boolean =>
  answer.outcome === 'clarified' && entry !== undefined && answer.choices.indexOf(entry) > 0

/** The entry that an answer tells, or the likeliest of those it asks about. */
const entryOf = (answer: Answer): EntryId | undefined =>
  answer.outcome === 'clarified'
    ? answer.choices[0]
    : answer.outcome === 'answered' && 'entry' in answer
      ? answer.entry
      : undefined
