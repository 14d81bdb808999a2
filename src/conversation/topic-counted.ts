import type { Answer } from '../core/answer.ts'
import type { TopicId } from '../core/topic.ts'
import type { TopicReader } from './topic-reader.ts'

/**
 * How many times likelier another topic has to be by the words of the question than that of what was told, and than that of the likeliest choice of a question back, which is a guess itself. Set on
 * sets of questions that neither the knowledge nor the model had seen.
 */
const LIKELIER = { told: 6, offered: 1.6 }
/** Share of the words from which on a topic is likely at all. */
const LIKELY = 0.3
/** Shares below which one is as unlikely as another. */
const UNLIKELY = 0.001
/** Outcomes by which a question is answered, or will be: what is kept out is counted under what keeps it out. */
const COUNTED = new Set<Answer['outcome']>(['answered', 'calculated', 'compared', 'changed', 'asked', 'clarified'])

/** What a turn came to, as far as what it is counted under depends on it. */
export type ToCount = {
  outcome: Answer['outcome']
  /** The topic of what was told, or of the likeliest choice. */
  topic: TopicId
  /** The question, made whole where it leant on the one before; undefined where what was told says by itself what was asked: a choice that was picked, a document, a deadline, a step of a decision. */
  asked: string | undefined
}

/** A topic and, where it is another than that of what was told, how many times likelier the words of the question are about it. */
export type Counted = { topic: TopicId; told: TopicId; times?: number }

/**
 * The topic a question is counted under. One entry answers questions about several topics, and of the choices of a question back any may be meant: where the words of the question are much
 * likelier about another topic than about that of the answer, they are what is counted.
 */
export function topicCounted({ outcome, topic: told, asked }: ToCount, topics: TopicReader): Counted {
  if (asked === undefined || !COUNTED.has(outcome)) return { topic: told, told }
  const shares = topics.of(asked)
  const own = shares.get(told)
  // Of a topic that nothing was learned of, nothing can be said.
  if (own === undefined) return { topic: told, told }
  const [topic, share] = [...shares].reduce((best, one) => (one[1] > best[1] ? one : best), [told, 0])
  const times = (share + UNLIKELY) / (own + UNLIKELY)
  const enough = outcome === 'clarified' ? LIKELIER.offered : LIKELIER.told
  return share >= LIKELY && times >= enough ? { topic, told, times } : { topic: told, told }
}

/** Lines for whoever wants to know why a question is counted under its topic: that of what was told, or the one that its words are likelier about, and the pieces that spoke loudest for it. */
export function explainTopic({ topic, told, times }: Counted, text: string, topics: TopicReader): string[] {
  const why =
    times === undefined
      ? 'that of what was told'
      : `its words are ${times.toFixed(1)} times likelier about it than about ${told}, which was told`
  const shares = [...topics.of(text)].sort(([, one], [, other]) => other - one).slice(0, MOST_SHOWN)
  const spoke = topics.why(text, topic).map(({ piece, counts }) => `${piece} ${counts.toFixed(2)}`)
  return [
    `topic ${topic}: ${why}`,
    `  by its words: ${shares.map(([name, share]) => `${name} ${share.toFixed(2)}`).join(' · ')}`,
    `  for ${topic}: ${spoke.join(' · ')}`,
  ]
}

/** Topics shown to explain one. */
const MOST_SHOWN = 4
