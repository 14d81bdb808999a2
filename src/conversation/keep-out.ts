import type { Answer } from '../core/answer.ts'
import type { Boundary } from '../core/boundary.ts'
import { fold } from '../search/fold.ts'
import { essence } from './essence.ts'
import type { Understanding } from './understanding.ts'

/** Words in a message that can still be a courtesy and nothing else. */
const SHORT = 3

/** Where several boundaries show, the graver one speaks. */
const ORDER: Boundary['outcome'][] = ['refused', 'signposted', 'declined', 'courtesy']

const HAN = /\p{Script=Han}/u
const SENTENCES = /(?<=[?？])/u

/** A message as it is judged: whole, or question by question where it asks several, so that words of one do not colour the other. */
function apart(folded: string): string[] {
  const parts = folded.split(SENTENCES).filter((part) => part.trim() !== '')
  return parts.filter((part) => /[?？]/.test(part)).length > 1 ? parts : [folded]
}

/** The boundary whose words a message holds. A courtesy counts only in a short message. */
export function boundaryIn(text: string, understanding: Understanding): Boundary | undefined {
  const messages = apart(fold(text))
  // A thank-you beside a question is none.
  const bare = fold(essence(text))
  const asks = bare !== fold(text) && understanding.isOfSubject(bare)
  const short = understanding.terms(text).length <= SHORT
  return understanding.boundaries
    .filter(({ boundary, phrases }) =>
      boundary.outcome === 'courtesy'
        ? short && phrases.some((matches) => matches(bare) || (!asks && matches(fold(text))))
        : phrases.some((matches) => messages.some(matches)),
    )
    .map(({ boundary }) => boundary)
    .sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome))[0]
}

/** The boundary a message belongs behind by what it wants, as the model of intents has learned it; undefined where that is not clear enough. */
export function boundaryMeant(text: string, understanding: Understanding): Boundary | undefined {
  const { intents, knowledge } = understanding
  const folded = fold(text)
  // Pinyin typed as letters is judged by the characters it was read as.
  const { text: read } = understanding.reading(text)
  const { shares, boundary } = intents.of(HAN.test(read) && !HAN.test(folded) ? read : text)
  const { refuse, send } = intents.marks
  // Whoever says nothing of customs, goods or sending is seldom after help with smuggling: the doubt is halved.
  const mark = understanding.isOfSubject(folded) ? refuse : (1 + refuse) / 2
  if (shares.unlawful >= mark) return knowledge.boundaries.get(boundary.unlawful)
  if (shares.elsewhere + shares.everyday < send) return undefined
  return knowledge.boundaries.get(shares.elsewhere >= shares.everyday ? boundary.elsewhere : boundary.everyday)
}

/** What is said at a boundary. */
export function keepOut(boundary: Boundary): Answer {
  switch (boundary.outcome) {
    case 'signposted':
      return {
        outcome: 'signposted',
        why: boundary.why === 'personal-case' ? 'personal-case' : 'other-authority',
        boundary: boundary.id,
      }
    case 'refused':
      return { outcome: 'refused', why: 'unlawful', boundary: boundary.id, rule: boundary.entry ?? '' }
    case 'courtesy':
      return { outcome: 'courtesy', of: courtesyOf(boundary.why), boundary: boundary.id }
    case 'declined':
      return { outcome: 'declined', why: boundary.why === 'noise' ? 'noise' : 'out-of-scope', boundary: boundary.id }
  }
}

const courtesyOf = (why: Boundary['why']) =>
  why === 'greet' || why === 'thank' || why === 'rate' || why === 'source' || why === 'simpler' || why === 'restart'
    ? why
    : 'help'
