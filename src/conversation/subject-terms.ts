import type { Understanding } from './understanding.ts'

const WORD = /[a-z]+(?:'[a-z]+)?/gi

/** Ways of asking each entry that are looked at for what everybody says; the first are the plainest. */
const WAYS = 2
/** A word that questions about more than this share of the topics hold says nothing about any of them. */
const EVERYDAY = 0.1

const everyday = new WeakMap<Understanding, ReadonlySet<string>>()

/**
 * Words of a text that tell what it is about, each with the form to compare by and the form to show: English words are compared by their stems and shown as
 * they were written. What is said about most topics (海关, 跨境电商, "order") is left out: it names no question.
 */
export function subjectTerms(text: string, understanding: Understanding): { key: string; shown: string }[] {
  const known = everyday.get(understanding) ?? everydayTerms(understanding)
  everyday.set(understanding, known)
  return termsOf(text, understanding).filter(({ key }) => !known.has(key))
}

function termsOf(text: string, { terms }: Understanding): { key: string; shown: string }[] {
  const english = (text.normalize('NFKC').match(WORD) ?? []).flatMap((word) =>
    terms(word)
      .slice(0, 1)
      .map((key) => ({ key, shown: word.toLowerCase() })),
  )
  const others = terms(text.normalize('NFKC').replace(WORD, ' ')).map((key) => ({ key, shown: key }))
  return [...english, ...others]
}

/** Words in which questions about many topics are asked, by the entries' own titles and questions. */
function everydayTerms(understanding: Understanding): ReadonlySet<string> {
  const { entries, topics } = understanding.knowledge
  const heldBy = new Map<string, Set<string>>()
  for (const { topic, texts } of entries.values())
    for (const { title, questions } of [texts['zh-Hans'], texts.en])
      for (const text of [title, ...questions.slice(0, WAYS)])
        for (const { key } of termsOf(text, understanding)) {
          const holding = heldBy.get(key) ?? new Set()
          heldBy.set(key, holding.add(topic))
        }
  return new Set([...heldBy].flatMap(([key, holding]) => (holding.size > EVERYDAY * topics.size ? [key] : [])))
}
