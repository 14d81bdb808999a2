import type { Answer, TermId } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import type { Entry } from '../core/entry.ts'
import type { GlossaryTerm } from '../core/glossary-term.ts'
import { fold } from '../search/fold.ts'
import type { Decision, Ranking } from '../search/rank.ts'
import { tell } from './tell.ts'
import { wordsOf } from './terms-compared.ts'
import type { Understanding } from './understanding.ts'

/**
 * What is told of words that a message sets beside one another: the likeliest entry that is asked for the same comparison, or else, unless the search is certain
 * of one that speaks of all of them at once, each of them explained.
 */
export function tellCompared(
  text: string,
  { ranked }: Ranking,
  decision: Decision,
  on: Day,
  understanding: Understanding,
): { rule: string; answer: Answer } | undefined {
  const compared = understanding.termsCompared(text)
  if (!compared) return undefined
  const { entries, glossary } = understanding.knowledge
  const entryOf = (id: string) => entries.get(id)
  const comparesThem = ({ texts }: Entry) =>
    Object.values(texts).some(({ title, questions }) =>
      [title, ...questions].some((way) => isSame(understanding.termsCompared(way)?.terms, compared.terms)),
    )
  const likely = ranked.slice(0, MOST_LIKELY).flatMap(({ id }) => entryOf(id) ?? [])
  const same = likely.find(comparesThem)
  if (same) return { rule: 'search: asked for the same comparison', answer: tell(same.id, on, understanding) }
  const certain = decision.kind === 'one' ? entryOf(decision.hit.id)?.texts['zh-Hans'] : undefined
  const terms = compared.terms.flatMap((id) => glossary.get(id) ?? [])
  if (certain && namesAll(`${certain.title} ${certain.answer}`, terms)) return undefined
  return { rule: 'glossary: compared', answer: { outcome: 'answered', ...compared } }
}
/** Hits among which an entry about all that is compared is looked for. */
const MOST_LIKELY = 5

const isSame = (some: readonly TermId[] | undefined, others: readonly TermId[]): boolean =>
  some?.length === others.length && others.every((id) => some.includes(id))

const namesAll = (text: string, terms: GlossaryTerm[]): boolean => {
  const folded = fold(text)
  return terms.every((term) => wordsOf(term).some((word) => folded.includes(word)))
}
