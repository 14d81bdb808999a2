import { rememberingLast } from '../core/remembered.ts'
import type { TopicId } from '../core/topic.ts'
import type { Features } from '../search/features.ts'
import { type Spoke, spokeForTopic, type TopicModel, topicShares } from '../topics/topic-model.ts'
import { essence } from './essence.ts'

/** Reads what a question is about out of its words alone, whatever was found for it. */
export type TopicReader = {
  /** The share of each topic of the taxonomy that was learned; together they are one at most. Worked out once for a question, however often it is asked for. */
  of(text: string): ReadonlyMap<TopicId, number>
  /** The pieces of the question that spoke loudest for a topic, or against it, for `--explain`. */
  why(text: string, topic: TopicId): Spoke[]
}

/** Questions whose topics are remembered. */
const MOST_REMEMBERED = 4
/** Pieces shown to explain a topic. */
const SHOWN = 10

/**
 * Makes the reader of topics from what was learned and the way questions are read.
 * @param isTopic whether a topic is one of the taxonomy: another may have been learned
 */
export function topicReader(
  model: () => TopicModel,
  read: (text: string) => Features,
  isTopic: (topic: TopicId) => boolean,
): TopicReader {
  return {
    of: rememberingLast(
      MOST_REMEMBERED,
      (text) => text,
      (text: string) => {
        const shares = topicShares(model(), read(essence(text)))
        return new Map(model().topics.flatMap((topic, k) => (isTopic(topic) ? [[topic, shares[k] ?? 0]] : [])))
      },
    ),
    why: (text, topic) => spokeForTopic(model(), read(essence(text)), topic, SHOWN),
  }
}
