import type { Meaning } from './parse-lists.ts'
import { type KnowledgeProblem, unknown } from './problem.ts'

/** A phrase with a meaning that nobody wrote down would never match. */
export function checkMeanings(
  phrases: readonly string[],
  file: string,
  meanings: Readonly<Record<string, Meaning>>,
): KnowledgeProblem[] {
  const named = phrases.join(' ').match(/(?<=@)[^\s|]+/g) ?? []
  return [...new Set(named)]
    .filter((name) => !(name in meanings))
    .map((name) => unknown(file, 'meaning', name, Object.keys(meanings)))
}
