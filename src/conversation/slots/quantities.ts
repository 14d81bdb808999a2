import { matchesOf } from '../../core/matches.ts'
import { CONTENT_PATTERN, contentOf } from './contents.ts'
import { COUNT_FINDERS } from './counts.ts'
import { foldAmounts } from './fold-amounts.ts'
import { type Content, type Finder, findMentions, type Mention } from './mentions.ts'

/** Finds contents, and the pieces said in one breath with them: 50ml*2. */
export const findContents: Finder = (open) =>
  matchesOf(open, CONTENT_PATTERN).flatMap((match): Mention[] => {
    const found = contentOf(match)
    if (!found) return []
    const [start, end] = [match.index, match.index + match[0].length]
    if (found.pieces === undefined) return [{ kind: 'content', content: found.content, start, end }]
    return [
      { kind: 'content', content: found.content, start, end: end - 1 },
      { kind: 'count', pieces: found.pieces, unit: 'content', start: end - 1, end },
    ]
  })

/** Finders of contents, then of numbers of pieces. */
export const QUANTITY_FINDERS: Finder[] = [findContents, ...COUNT_FINDERS]

/** Contents and numbers of pieces in a text, in order. */
export function readQuantities(text: string): { contents: Content[]; pieces: number[] } {
  const mentions = findMentions(foldAmounts(text), QUANTITY_FINDERS)
  return {
    contents: mentions.flatMap((mention) => (mention.kind === 'content' ? [mention.content] : [])),
    pieces: mentions.flatMap((mention) => (mention.kind === 'count' ? [mention.pieces] : [])),
  }
}
