import { Converter } from 'opencc-js'

const toTraditional = Converter({ from: 'cn', to: 'tw' })

/**
 * Makes the conversion from simplified to traditional Chinese: character by character in context, then the reviewed terms (what conversion
 * writes → what a reader expects), longest first.
 */
export function createTraditional(terms: Readonly<Record<string, string>>): (simplified: string) => string {
  const words = Object.keys(terms).sort((a, b) => b.length - a.length)
  if (words.length === 0) return (text) => toTraditional(text)
  const any = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gu')
  return (text) => toTraditional(text).replace(any, (word: string) => terms[word] ?? word)
}
