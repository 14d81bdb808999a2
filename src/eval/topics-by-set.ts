import { topicReader } from '../conversation/topic-reader.ts'
import { turnAlone } from '../conversation/turn-alone.ts'
import type { Understanding } from '../conversation/understanding.ts'
import { type Day, day } from '../core/day.ts'
import type { TopicId } from '../core/topic.ts'
import type { Translate } from '../core/translate.ts'
import { WEIGHTS } from '../search/weights.ts'
import type { TopicModel } from '../topics/topic-model.ts'
import { type LabelledQuestion, labelled, learnTopics } from './learn-topics.ts'
import type { TestQuestion } from './questions.ts'

/** How the topics of a set fare: of so many questions, right by what was told alone, and with a model that has not seen the set. */
export type SetFares = { set: string; asked: number; told: number; counted: number }

type Asking = { understanding: Understanding; translate: Translate; today: Day }

/** Asks each set of labelled questions with a model of topics learned from all others. */
export function topicsBySet(sets: Map<string, TestQuestion[]>, ways: LabelledQuestion[], asking: Asking): SetFares[] {
  const apart = [...sets].flatMap(([set, questions]) => labelled(questions, set, asking.understanding))
  return [...sets].map(([set, questions]) => {
    const model = learnTopics([...ways, ...apart.filter((one) => one.set !== set)])
    const counted = questions.map((question) => ({ ...countedUnder(question, model, asking), topic: question.topic }))
    return {
      set,
      asked: counted.length,
      told: counted.filter(({ topic, told }) => topic === told).length,
      counted: counted.filter(({ topic, counted }) => topic === counted).length,
    }
  })
}

/** What a question would be counted under by what was told, and with a model. */
function countedUnder(
  { q, asOf }: TestQuestion,
  model: TopicModel,
  { understanding, translate, today }: Asking,
): { told: TopicId; counted: TopicId } {
  const isTopic = (topic: TopicId) => understanding.knowledge.topics.has(topic)
  const topics = topicReader(() => model, understanding.features, isTopic)
  const turn = turnAlone(q, day.safeParse(asOf).data, {
    understanding: { ...understanding, topics },
    weights: WEIGHTS,
    translate,
    today,
  })
  return { told: turn.counted.told, counted: turn.counted.topic }
}

/** A table of how sets fare. */
export function topicTable(fares: SetFares[]): string {
  const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
  const sum = (of: 'asked' | 'told' | 'counted') => fares.reduce((total, one) => total + one[of], 0)
  const all = { set: 'all', asked: sum('asked'), told: sum('told'), counted: sum('counted') }
  return [
    '| set | questions | topic of what was told right | with a model learned from the other sets |',
    '|---|---:|---:|---:|',
    ...[...fares, all].map(
      ({ set, asked, told, counted }) => `| ${set} | ${asked} | ${percent(told, asked)} | ${percent(counted, asked)} |`,
    ),
  ].join('\n')
}
