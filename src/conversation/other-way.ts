import type { Answer } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import type { EntryId } from '../core/entry.ts'
import type { TopicId } from '../core/topic.ts'
import { fold } from '../search/fold.ts'
import type { Weights } from '../search/rank.ts'
import { isElliptical, wordsIn } from './complete.ts'
import type { Question } from './find-answer.ts'
import { namedIn } from './kinds.ts'
import { rankOn } from './rank-question.ts'
import { tell } from './tell.ts'
import type { Understanding } from './understanding.ts'

/** Words at most of a message that names another way and nothing else. */
const MOST_WORDS = 4

/** Of several readings of a question about two things (它俩互相占不占), the one whose title or answer names both; the question back where none does. */
export function ofBoth(
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
export const TOPIC_OF_WAY: Record<string, TopicId> = {
  parcel: 'channel.parcel',
  luggage: 'channel.luggage',
  hainan: 'channel.hainan',
  'duty-free': 'channel.duty-free',
}
