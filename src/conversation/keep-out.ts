import type { Answer } from '../core/answer.ts'
import type { Boundary } from '../core/boundary.ts'
import { fold } from '../search/fold.ts'
import type { Understanding } from './understanding.ts'

/** Words in a message that can still be a courtesy and nothing else. */
const SHORT = 3

/** Where several boundaries show, the graver one speaks. */
const ORDER: Boundary['outcome'][] = ['refused', 'signposted', 'declined', 'courtesy']

/** The boundary whose words a message holds. A courtesy counts only in a short message. */
export function boundaryIn(text: string, understanding: Understanding): Boundary | undefined {
  const folded = fold(text)
  return understanding.boundaries
    .filter(({ phrases }) => phrases.some((matches) => matches(folded)))
    .map(({ boundary }) => boundary)
    .filter(({ outcome }) => outcome !== 'courtesy' || understanding.terms(text).length <= SHORT)
    .sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome))[0]
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
