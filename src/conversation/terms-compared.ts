import type { TermId } from '../core/answer.ts'
import type { GlossaryTerm } from '../core/glossary-term.ts'
import type { TopicId } from '../core/topic.ts'
import { fold } from '../search/fold.ts'

/** Terms set beside one another, and the topic such a question is about. */
export type Compared = { terms: [TermId, TermId, ...TermId[]]; topic: TopicId }

/** Reads which terms a message sets beside one another; undefined where it asks for anything else. */
export type CompareTerms = (text: string) => Compared | undefined

/** Asks what the difference is, or which of several it is to be. */
const ASKS_DIFFERENCE =
  /区别|分别|不同|不一样|差别|差异|差在|差喺|有[啥冇]*差|哪个|哪种|边个|邊個|还是|定系|对比|比较|怎么选|\b(?:vs|versus|or|differ\w*|compared?|comparison|distinction|which)\b/u
/** What may stand around the names in such a question. Anything more asks for one side of them, which an explanation need not tell. */
const AROUND =
  /区别|分别|不同|不一样|差别|差异|对比|比较|有?什么|有?啥|到底|究竟|哪[个种里]|边[个度]|在|喺|差|还是|定系|怎么|如何|选|用|做|走|报|搞|想|要|我们?|该|应该?|是|系|的|之?间|和|跟|与|同|埋|两?者|两种|二者|一样|吗|呢|啊|咩|乜|好|适合|分清?|区分|模式|方式|代码|跨境电?商?|出口|进口|讲讲|说说|解释|一下|\b(?:what(?:'?s| is| are)?|how|do(?:es)?|is|are|the|a|an|and|or|vs|versus|between|from|difference|differences|differ|different|compare|compared|comparison|distinction|explain|mode|modes|code|codes|which|one|should|must|do|i|we|use|choose|pick|to|with|for|of|better|cbec|export|import|please)\b/gu
const MARKS = /[\s\p{P}\p{S}]+/gu
/** Signs at most that may be left over. */
const LEFT_OVER = 2
/** Terms at most that one reply explains. */
const MOST = 3

const OTHER: TopicId = 'glossary.term'

/** All that a term is called, folded: its names, people's words for it, and codes. */
export const wordsOf = ({ name, slang, codes }: GlossaryTerm): string[] => [
  ...new Set([...Object.values(name), ...slang.zh, ...slang.en, ...codes].map(fold)),
]

/** Builds the reader over the glossary. A word that names several terms (a code of both directions) is settled by the others it stands beside. */
export function comparingTerms(glossary: Iterable<GlossaryTerm>): CompareTerms {
  const byWord = new Map<string, GlossaryTerm[]>()
  for (const term of glossary) for (const word of wordsOf(term)) byWord.set(word, [...(byWord.get(word) ?? []), term])
  const words = [...byWord.keys()].sort((a, b) => b.length - a.length)
  if (words.length === 0) return () => undefined
  const names = new RegExp(words.map(bounded).join('|'), 'gu')

  return (text) => {
    const folded = fold(text)
    if (!ASKS_DIFFERENCE.test(folded)) return undefined
    const named = [...new Set(folded.match(names) ?? [])]
    if (named.length < 2 || named.length > MOST) return undefined
    const rest = folded.replace(names, ' ').replace(AROUND, ' ').replace(MARKS, '')
    return rest.length > LEFT_OVER ? undefined : settled(named.map((word) => going(byWord.get(word) ?? [], folded)))
  }
}

/** Of the terms a word names those that go in the direction the message names, if it names one only. */
function going(terms: GlossaryTerm[], folded: string): GlossaryTerm[] {
  const named = DIRECTIONS.filter((direction) => direction.test(folded))
  const [only] = named.length === 1 ? named : []
  const those = only ? terms.filter(({ name }) => only.test(name['zh-Hans'])) : []
  return those.length > 0 ? those : terms
}
const DIRECTIONS = [/进口|\bimport/u, /出口|\bexport/u]

/** Of each name's terms the one that shares a topic with all other names. Where one is set beside others of its kind, what is no such thing is what is asked about them. */
function settled(named: GlossaryTerm[][]): Compared | undefined {
  const shared = named[0]
    ?.flatMap(({ compared }) => compared)
    .find((topic) => named.every((terms) => terms.some(({ compared }) => compared.includes(topic))))
  if (!shared && named.flat().some(({ compared }) => compared.length > 0)) return undefined
  const terms = named.map((terms) => (shared ? terms.find(({ compared }) => compared.includes(shared)) : terms[0]))
  const [first, second, ...others] = [...new Set(terms.flatMap((term) => (term ? [term.id] : [])))]
  return first && second ? { terms: [first, second, ...others], topic: shared ?? OTHER } : undefined
}

/** A word in Latin letters or digits stands by itself, not within a longer one. */
const bounded = (word: string): string => {
  const plain = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return /^[a-z0-9]/.test(word) ? `(?<![a-z0-9])${plain}(?![a-z0-9])` : plain
}
