import type { Answer } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import type { Entry, EntryId } from '../core/entry.ts'
import type { TopicId } from '../core/topic.ts'
import { fold } from '../search/fold.ts'
import type { Weights } from '../search/rank.ts'
import { isAtOdds } from './at-odds.ts'
import { asksOfBoth, isElliptical, wordsIn } from './complete.ts'
import type { Question } from './find-answer.ts'
import { namedIn } from './kinds.ts'
import { likeliest } from './likeliest.ts'
import { rankOn } from './rank-question.ts'
import { tell } from './tell.ts'
import type { Understanding } from './understanding.ts'

/** Words at most of a message that names another way and nothing else. */
const MOST_WORDS = 4

/** What a follow-up made whole leans on: the topic told before, that of the way it names, or, where it is about two things together, nothing. */
export function leaningOf(text: string, entry: EntryId | undefined, { knowledge }: Understanding): Question['leaning'] {
  if (asksOfBoth(text)) return undefined
  const told = knowledge.entries.get(entry ?? '')
  return namesWay(text) ? { topic: topicNamed(text) } : { topic: told?.topic, related: told?.related }
}

/** Another way of buying, or another mode, is another topic. */
const namesWay = (text: string): boolean =>
  (['way', 'mode'] as const).some((kind) => namedIn(kind, fold(text)).length > 0)
const topicNamed = (text: string): TopicId | undefined => TOPIC_OF_WAY[namedIn('way', fold(text))[0]?.member ?? '']

/** What is meant by a follow-up that was made whole, of what was found for it. The rule of one way or place, told again, is no answer about another. */
export function meantOf(
  found: Answer,
  whole: string,
  { text, before, on }: Pick<Question, 'text' | 'before' | 'on'>,
  understanding: Understanding,
  weights: Weights,
): Answer {
  if (asksOfBoth(text) && found.outcome === 'clarified') return ofBoth(found, whole, on, understanding)
  const likely = likeliest(found, text, before?.entry, on, understanding)
  const { entries } = understanding.knowledge
  const told = entries.get(before?.entry ?? '')
  const [topic, place] = [topicNamed(text), namedIn('place', fold(text))[0]?.member]
  const isOther = (id: EntryId) => {
    const entry = entries.get(id)
    if (!entry || entry === told) return false
    return topic === undefined ? isOfPlace(entry, place) : topic !== told?.topic && entry.topic === topic
  }
  const repeats = likely.outcome === 'answered' && 'entry' in likely && likely.entry === told?.id
  const elsewhere = topic !== undefined || (told !== undefined && place !== undefined && isAtOdds(text, told))
  const other =
    repeats && elsewhere
      ? rankOn(whole, on, understanding, weights).ranked.find(({ id }) => isOther(id))?.id
      : likely.outcome === 'clarified' && topic !== undefined
        ? likely.choices.find(isOther)
        : undefined
  return other === undefined ? likely : tell(other, on, understanding)
}

const isOfPlace = ({ texts }: Entry, place: string | undefined): boolean =>
  Object.values(texts).some(({ title }) => namedIn('place', fold(title)).some(({ member }) => member === place))

/** Of several readings of a question about two things (它俩互相占不占), the one whose title or answer names both; the question back where none does. */
function ofBoth(
  answer: Extract<Answer, { outcome: 'clarified' }>,
  whole: string,
  on: Day,
  understanding: Understanding,
): Answer {
  const named = (['way', 'mode', 'place'] as const).map((kind) => [kind, namedIn(kind, fold(whole))] as const)
  const [kind, two] = named.find(([, members]) => members.length > 1) ?? []
  if (kind === undefined || two === undefined) return answer
  const both = answer.choices.find((id) =>
    Object.values(understanding.knowledge.entries.get(id)?.texts ?? {}).some((text) => {
      const told = namedIn(kind, fold(`${text.title} ${text.answer}`)).map(({ member }) => member)
      return two.every(({ member }) => told.includes(member))
    }),
  )
  return both === undefined ? answer : tell(both, on, understanding)
}

/** The rule of the way that a short message names (`and if I mail it instead?`), after one that holds for another way. */
export function byOtherWay(
  { text, before, on }: Pick<Question, 'text' | 'before' | 'on'>,
  understanding: Understanding,
  weights: Weights,
): EntryId | undefined {
  if (!before || wordsIn(text) > MOST_WORDS || !isElliptical(text)) return undefined
  const { entries } = understanding.knowledge
  const [way, ...others] = namedIn('way', fold(text))
  const topic = TOPIC_OF_WAY[way?.member ?? '']
  const told = entries.get(before.entry ?? '')?.topic
  const fromWay = told !== undefined && told !== topic && Object.values(TOPIC_OF_WAY).includes(told)
  if (topic === undefined || others.length > 0 || !fromWay || understanding.findGoods(fold(text)).length > 0)
    return undefined
  const asked = [before.earlier, before.question, text].filter(Boolean).join(' ')
  return rankOn(asked, on, understanding, weights).ranked.find(({ id }) => entries.get(id)?.topic === topic)?.id
}

/** Topics about one way of bringing goods in. */
const TOPIC_OF_WAY: Record<string, TopicId> = {
  parcel: 'channel.parcel',
  luggage: 'channel.luggage',
  hainan: 'channel.hainan',
  'duty-free': 'channel.duty-free',
}
