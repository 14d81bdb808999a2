import { fold } from '../search/fold.ts'
import { lettersOf } from '../search/letters.ts'

/** Share of an answer that a correction must have said already for nothing to be left to say. */
const SAID = 0.72

/** A verdict at the beginning of an answer: it is on the entry's own question, which is seldom put as the false belief is. */
const VERDICT =
  /^(?:(?:可以|不可以|不能|能|不是|是|会|不会|要|不要|不用|需要|不需要|有|没有|不行|行|不对|对|不一定|不算|算)[了的]?[：，]|(?:yes|no|not any more|no longer|not necessarily)(?:, [^:]{0,30})?:\s*)/iu

/**
 * What an answer still has to say after the correction of a false belief: nothing, where the correction said it with all its numbers; else the answer without
 * its verdict, so that “no” is not followed by a “yes” to another question.
 */
export function afterCorrection(correction: string, answer: string): string {
  const said = new Set(lettersOf(fold(correction)))
  const pieces = lettersOf(fold(answer))
  const share = pieces.filter((piece) => said.has(piece)).length / Math.max(1, pieces.length)
  const known = new Set(numbersOf(correction))
  if (share >= SAID && numbersOf(answer).every((number) => known.has(number))) return ''
  const rest = answer.replace(VERDICT, '')
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

const numbersOf = (text: string): string[] => text.replace(/(?<=\d)[,，](?=\d{3})/g, '').match(/\d+(?:\.\d+)?/g) ?? []
