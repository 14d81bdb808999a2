import type { GlossaryTerm } from '../core/glossary-term.ts'
import { glossaryPath } from '../core/page-paths.ts'
import type { ReadingContext } from './reading-context.ts'

/** What must not be linked again or torn: links, code, and the marks of emphasis around words are left as they are. */
const KEPT = /\[(?:[^[\]\\]|\\.)*\]\([^)]*\)|`[^`]*`/g

/** Words linked on one page at most: more would hide the text behind its links. */
const MOST = 6

/**
 * Links the first mention of each word of the glossary to its explanation, over several Markdown texts of one page. A word whose own page this is,
 * or that the title explains, is left out.
 */
export function withTermLinks(
  texts: string[],
  { entry, title }: { entry?: string; title: string },
  { glossary, language, locale }: ReadingContext,
): string[] {
  const linked = new Set<string>()
  const known = new Map<string, GlossaryTerm>()
  for (const term of glossary?.mentioned(texts.join('\n'), language) ?? [])
    if (term.entry !== entry && !title.toLowerCase().includes(term.name[language].toLowerCase()) && known.size < MOST)
      known.set(term.name[language].toLowerCase(), term)
  if (known.size === 0) return texts
  const words = [...known.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const edges = language === 'en' ? ['(?<![a-z])', '(?![a-z])'] : ['', '']
  const finder = new RegExp(`${KEPT.source}|${edges[0]}(?:${words.join('|')})${edges[1]}`, 'giu')
  return texts.map((text) =>
    text.replace(finder, (found) => {
      const term = known.get(found.toLowerCase())
      if (!term || linked.has(term.id)) return found
      linked.add(term.id)
      return `[${found}](${glossaryPath(locale, term.id)})`
    }),
  )
}
