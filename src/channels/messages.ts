import { inDialect } from './dialect.ts'
import { splitText } from './split-text.ts'
import type { Traits } from './traits.ts'

/** The last paragraph, where it is nothing but the link to the page that says the same. */
const PAGE_LINK = /\n\n(\[[^\]\n]+\]\([^()\s]+\))$/

/**
 * A reply's Markdown as the messages it leaves in: cut at the ends of paragraphs, none longer than the channel takes. Where they would be too
 * many and there is a page to read the rest on, the last one ends with the link to it.
 */
export function inMessages(text: string, { longest, messages, dialect }: Traits): string[] {
  const written = (part: string) => inDialect(part, dialect).text.length
  // A dialect's own marks may take more room than Markdown's.
  let room = longest
  const cut = (whole: string) => {
    let parts = splitText(whole, room)
    while (parts.some((part) => written(part) > longest) && room > 100) {
      room = Math.floor(room * 0.9)
      parts = splitText(whole, room)
    }
    return parts
  }
  const parts = cut(text)
  const link = PAGE_LINK.exec(text)?.[1]
  if (parts.length <= messages || link === undefined) return parts
  const ending = `…\n\n${link}`
  const kept = parts.slice(0, messages)
  const [last = ''] = splitText(kept.pop() ?? '', Math.max(2, room - Math.max(ending.length, written(ending)) - 1))
  return [...kept, `${last}${ending}`]
}
