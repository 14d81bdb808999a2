import { markRemoved, type Token } from './fold.ts'

/**
 * One kind of identifier. `pattern` is global; its group `secret` is what goes, or the whole match. Every repetition in it is
 * bounded and it says how it begins, so that the work stays in proportion to the text however hostile that is.
 */
export type Rule = {
  token: Token | ((match: RegExpExecArray) => Token)
  pattern: RegExp
  /** Whether a match is one. @default all are */
  accept?: (match: RegExpExecArray) => boolean
}

/** A part of the text to be replaced. */
export type Span = { start: number; end: number; token: Token }

/** Another way to find things, where a pattern is not enough. */
export type Finder = (text: string) => Span[]

/** Separators inside one number. */
export const GAP = '[ \\-._·\\u200B]'

/** A pattern from parts, with blanks in the source ignored. Flags are always `g`, `d` and `u`. */
export const pattern = (flags: string, ...parts: string[]): RegExp => new RegExp(parts.join(''), `gdu${flags}`)

/** What may stand between a word and the number it announces: 号, 是, number, colon, blank. */
export const LINK =
  '[ ]{0,3}(?:(?:号码|號碼|号|號|编号|編號|numbers?|num|no\\.?|id|code|是|为|為|係|了|is|was|[:=#,("\'「“-])[ ]{0,2}){0,4}'

/** The digits of a text. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** A finder from a rule. A match that is not accepted is searched again from its second character. */
export function finder({ token, pattern, accept }: Rule): Finder {
  return (text) => {
    const spans: Span[] = []
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      if (accept && !accept(match)) {
        pattern.lastIndex = match.index + 1
        continue
      }
      const [start, end] = match.indices?.groups?.secret ?? [match.index, match.index + match[0].length]
      spans.push({ start, end, token: typeof token === 'string' ? token : token(match) })
    }
    return spans
  }
}

/** Runs finders one after the other; what one found is hidden from the next. */
export function findAll(text: string, finders: Finder[]): { text: string; spans: Span[] } {
  const spans: Span[] = []
  for (const find of finders) {
    let last = 0
    for (const { start, end, token } of find(text)) {
      // What follows a match may have been taken in with the one before.
      const span = { start: Math.max(start, last), end, token }
      if (span.start >= end) continue
      last = end
      spans.push(span)
      text = markRemoved(text, span.start, end)
    }
  }
  return { text, spans }
}
