/** Something wrong with the knowledge: where, what, and what to do. Errors keep knowledge from serving; warnings do not. */
export type KnowledgeProblem = {
  level: 'error' | 'warning'
  file: string
  line?: number | undefined
  what: string
  /** What to do about it. */
  hint?: string | undefined
  /** By what the line is found where nobody counted it: a field, a piece of the text, or a piece of a field. */
  about?: { field?: string; text?: string } | undefined
}

/** One problem as authors read it: `file:line  what` and the hint below. */
export const describeProblem = ({ level, file, line, what, hint }: KnowledgeProblem): string =>
  `${file}${line === undefined ? '' : `:${line}`}  ${level === 'warning' ? 'warning: ' : ''}${what}${hint ? `\n    ${hint}` : ''}`

/** The number of single-letter edits between two words (Levenshtein), one row of the matrix at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length] ?? 0
}

/** The known id nearest to a mistyped one, when one is near enough to be meant. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue
    const away = distance(word, candidate)
    if (away < least) [best, least] = [candidate, away]
  }
  return best
}

/** A reference that leads nowhere, with the likeliest id that was meant. */
export function unknown(
  file: string,
  what: string,
  id: string,
  known: Iterable<string>,
  line?: number,
  field?: string,
): KnowledgeProblem {
  const meant = nearest(id, known)
  return {
    level: 'error',
    file,
    line,
    what: `${what}: there is no "${id}"`,
    hint: meant ? `Did you mean "${meant}"?` : 'The ids are the names of the files, or stand in the registers.',
    about: field === undefined ? { text: id } : { field, text: id },
  }
}
