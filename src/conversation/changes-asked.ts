import type { Answer } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import type { TopicId } from '../core/topic.ts'
import { changesBetween, figuresOfEntries } from '../knowledge/changes.ts'
import { fold } from '../search/fold.ts'
import { type Decision, decide, type Weights } from '../search/rank.ts'
import { changeQuestion } from './change-question.ts'
import { rankOn } from './rank-question.ts'
import type { Understanding } from './understanding.ts'

/** Confidence that the subject of a change needs at least. */
const LIKELY = 0.25
/** The topic of entries that tell what changed. */
const CHANGES: TopicId = 'policy.change'
/** Words that ask for the change itself. */
const WHAT_CHANGED =
  /变|改|不同|区别|有[什啥]么?新|有哪些新|有[没冇]?有?新|出了?新|更新|新旧|\bchang|\bdifferen|what(?:'?s| is| are)?(?: the)? new|\b(?:any|have|has|are there|is there)(?: \w+)? new\b|\bupdate/u
/** Words that ask something else of a rule that is called new. */
const OTHER_QUESTION =
  /怎么|如何|咋|多少|多久|几[天年个]|什么时候|何时|到哪[天年]|谁|哪[里个]|能不能|可以|要不要|吗|\b(?:how|when|who|where|may|can|must|until|do|does)\b/u

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
  // `新规怎么认定` asks how, and only names the rule new: what it asks is for the entries.
  if (!WHAT_CHANGED.test(fold(text)) && OTHER_QUESTION.test(fold(text))) return undefined
  const best = decision.kind === 'one' ? decision.hit : undefined
  if (best && knowledge.entries.get(best.id)?.topic === CHANGES) return undefined
  const { from, to, about } = asked
  if (understanding.terms(about).length === 0) return { outcome: 'changed', from, to }
  const subject = decide(rankOn(about, on, understanding, weights), weights)
  // What is left of the words may say too little; then the whole question says what it is about.
  const told = subject.kind === 'none' ? decision : subject
  const entry = told.kind === 'one' ? told.hit.id : told.kind === 'several' ? told.hits[0]?.id : undefined
  const topic = knowledge.entries.get(entry ?? '')?.topic
  if (entry === undefined || topic === undefined) return undefined
  const figures = figuresOfEntries(knowledge, (one) => one.id === entry || one.topic === topic)
  // Where nothing is likely, the table of one of several things would be a guess; where nothing changed, an entry that was clearly found says more than an empty table.
  if (told.kind === 'several' && (told.hits[0]?.confidence ?? 0) < LIKELY) return undefined
  if (best && changesBetween(knowledge, from, to, figures).length === 0) return undefined
  return { outcome: 'changed', from, to, entry, figures: [...figures] }
}
