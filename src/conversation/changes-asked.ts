import type { Answer } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import { figuresOfEntries } from '../knowledge/changes.ts'
import { type Decision, decide, type Weights } from '../search/rank.ts'
import { changeQuestion } from './change-question.ts'
import { rankOn } from './rank-question.ts'
import type { Understanding } from './understanding.ts'

/**
 * A question about what changed, unless an entry on changes answers it: about one subject when the rest of the question names one, otherwise about
 * everything.
 */
export function changesAsked(
  { text, on, today }: { text: string; on: Day; today: Day },
  decision: Decision,
  understanding: Understanding,
  weights: Weights,
): Answer | undefined {
  const asked = changeQuestion(text, today)
  if (!asked) return undefined
  const { knowledge } = understanding
  const best = decision.kind === 'one' ? decision.hit : undefined
  if (best && knowledge.entries.get(best.id)?.topic === 'policy.change') return undefined
  const { from, to, about } = asked
  if (understanding.terms(about).length === 0) return { outcome: 'changed', from, to }
  const subject = decide(rankOn(about, on, understanding, weights), weights)
  // What is left of the words may say too little; then the whole question says what it is about.
  const told = subject.kind === 'none' ? decision : subject
  const entry = told.kind === 'one' ? told.hit.id : told.kind === 'several' ? told.hits[0]?.id : undefined
  const topic = knowledge.entries.get(entry ?? '')?.topic
  if (entry === undefined || topic === undefined) return undefined
  const figures = figuresOfEntries(knowledge, (one) => one.id === entry || one.topic === topic)
  return { outcome: 'changed', from, to, entry, figures: [...figures] }
}
