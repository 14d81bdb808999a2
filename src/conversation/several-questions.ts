import { fold } from '../search/fold.ts'
import { wordsIn } from './complete.ts'
import type { Understanding } from './understanding.ts'

const ENDS =
  /(?<=[?？!！。;；\n])\s*|(?<=[a-z\d)]\.)\s+|[,，]?\s*(?=(?:另外|还有(?:就是)?|顺便(?:问一?下)?|再问一?下|以及想问|第二个问题|also,|and also|another question|second question|one more (?:thing|question))[,，:：\s]?)/iu
const OPENING =
  /^(?:另外|还有(?:就是)?|顺便(?:问一?下)?|再问一?下|以及想问|第[一二三]个问题|请问|also|and also|another question|second question|one more (?:thing|question))[,，:：\s]*/iu
const ASKS =
  /[?？]|吗|呢|什么|啥|多少|几[个天次件元]|几多|怎么|怎样|如何|为什么|为啥|能不能|可不可以|可以不|是不是|要不要|有没有|哪|点样|咩|\b(?:what|how|why|which|where|when|who|can|could|may|must|should|do|does|is|are|will)\b/iu
/** A story told in one breath, with commas alone. */
const [LONG, COMMAS] = [36, /(?<=[，,])\s*|\s+(?=\p{Script=Han})/u]
/** Words of a clause that can be asked by itself. */
const WHOLE = 4
/** A message is cut into so many parts at most. */
const MOST = 8
/** A question needs so many words of the subject's or others'. */
const FEWEST_WORDS = 1

const partsOf = (text: string, ends: RegExp): string[] =>
  text
    .split(ends)
    .map((part) => part.trim())
    .filter(Boolean)

/**
 * The questions of a message that holds several sentences, in order, without those that only tell; none when there is one sentence. A long story ends in its question,
 * so a single one comes back too.
 */
export function questionsIn(text: string, understanding: Understanding): string[] {
  const isWhole = (part: string) => wordsIn(part) >= WHOLE && understanding.isOfSubject(fold(part))
  const sentences = partsOf(text, ENDS)
  const story = sentences.length < 2 && [...text].length >= LONG ? partsOf(text, COMMAS).slice(-1).filter(isWhole) : []
  const parts = sentences.length < 2 ? story : sentences
  return parts
    .slice(-MOST)
    .map((part) => part.replace(OPENING, ''))
    .filter((part) => ASKS.test(fold(part)) && understanding.terms(part).length >= FEWEST_WORDS)
}
