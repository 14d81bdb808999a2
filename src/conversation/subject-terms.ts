import type { Understanding } from './understanding.ts'

const WORD = /[a-z]+(?:'[a-z]+)?/gi

/**
 * Words of a text that carry a subject, each with the form to compare by and the form to show: English words are compared by their stems and shown as
 * they were written.
 */
export function subjectTerms(text: string, { terms }: Understanding): { key: string; shown: string }[] {
  const english = (text.normalize('NFKC').match(WORD) ?? []).flatMap((word) =>
    terms(word)
      .slice(0, 1)
      .map((key) => ({ key, shown: word.toLowerCase() })),
  )
  const others = terms(text.normalize('NFKC').replace(WORD, ' ')).map((key) => ({ key, shown: key }))
  return [...english, ...others]
}
