import { inTraditional } from '../core/chinese-script.ts'

/**
 * Makes the conversion from simplified to traditional Chinese: character by character in context, then the reviewed terms (what conversion
 * writes → what a reader expects), longest first.
 */
export function createTraditional(terms: Readonly<Record<string, string>>): (simplified: string) => string {
  const words = Object.keys(terms).sort((a, b) => b.length - a.length)
  if (words.length === 0) return (text) => inTraditional(text)
  const any = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gu')
  return (text) => inTraditional(text).replace(any, (word: string) => terms[word] ?? word)
}
