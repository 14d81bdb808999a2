import type { Answer, BoundaryId } from '../core/answer.ts'
import type { Boundary } from '../core/boundary.ts'
import type { Intent } from '../intent/intent.ts'
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

/** A message as it is judged: pinyin typed as letters by the characters it was read as. */
function inCharacters(text: string, understanding: Understanding): string {
  const { text: read } = understanding.reading(text)
  return HAN.test(read) && !HAN.test(fold(text)) ? read : text
}

/** The boundary whose words a message holds. A courtesy counts only in a short message. */
export function boundaryIn(text: string, understanding: Understanding): Boundary | undefined {
  const messages = apart(fold(inCharacters(text, understanding)))
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

/** What a message wants. */
const intentOf = (text: string, understanding: Understanding): Intent =>
  understanding.intents.of(inCharacters(text, understanding))

/** Share from which on a message is about our subject for certain. */
const OURS = 0.97

/** Whether a message is so surely about our subject that a word of another's business in it counts for nothing. */
export const isOurs = (text: string, understanding: Understanding): boolean =>
  intentOf(text, understanding).shares.ours >= OURS

/** Share from which on the words of an unlawful wish are an honest question's beyond doubt: of unlawful ones that the model has not seen none reaches it. */
const HONEST = 0.99

/** Whether a message is an honest question beyond doubt, whatever words it holds. */
export const isHonest = (text: string, understanding: Understanding): boolean =>
  intentOf(text, understanding).shares.ours >= HONEST

/** The boundary a message belongs behind by what it wants, as the model of intents has learned it; undefined where that is not clear enough. */
export function boundaryMeant(text: string, understanding: Understanding): Boundary | undefined {
  const { intents, knowledge } = understanding
  const { shares, boundary } = intentOf(text, understanding)
  const { refuse, send } = intents.marks
  // Whoever says nothing of customs, goods or sending is seldom after help with smuggling: the doubt is halved.
  const mark = understanding.isOfSubject(fold(text)) ? refuse : (1 + refuse) / 2
  const outside = shares.elsewhere + shares.everyday
  // What is likelier another's business is no plan.
  if (shares.unlawful >= mark && shares.unlawful > outside) return knowledge.boundaries.get(boundary.unlawful)
  if (outside < send) return undefined
  return knowledge.boundaries.get(elsewhereOf({ shares, boundary }))
}

/** The boundary of orders to the service itself: to drop its rules, to be somebody else, to take a new rule for true. */
export const ORDERS: BoundaryId = 'orders-to-the-service'

/** The boundary of a message that tells the service to drop its rules: whoever does so and speaks of our subject is seldom after an honest answer, so half the share is enough to refuse. */
export function boundaryUnbound(text: string, understanding: Understanding): Boundary | undefined {
  const { shares, boundary } = intentOf(text, understanding)
  const { refuse } = understanding.intents.marks
  const plans = shares.unlawful >= refuse / 2 && shares.unlawful > shares.elsewhere + shares.everyday
  const refused = plans && understanding.isOfSubject(fold(text))
  return understanding.knowledge.boundaries.get(refused ? boundary.unlawful : ORDERS)
}

/** What the search makes of a message it is not sure about: it would ask back, tell what is none too likely to be meant, or tell nothing. */
export type Doubt = 'asks-back' | 'guesses' | 'tells-nothing'

/**
 * The boundary of a message that the search is in doubt about: less is enough to see what is wanted. Where it tells nothing, only help with something unlawful is worth naming; where it
 * guesses, only what is likelier another's business than ours: the guess is a rule, which harms nobody and is what an honest question in such words is after.
 */
export function boundaryInDoubt(text: string, doubt: Doubt, understanding: Understanding): Boundary | undefined {
  const { intents, knowledge } = understanding
  const { shares, boundary } = intentOf(text, understanding)
  const { refuse, send } = intents.marks.doubtful
  const outside = shares.elsewhere + shares.everyday
  const unlawful = shares.unlawful >= refuse && shares.unlawful > outside && understanding.isOfSubject(fold(text))
  if (unlawful) return doubt === 'guesses' ? undefined : knowledge.boundaries.get(boundary.unlawful)
  if (doubt === 'tells-nothing' || outside < send || (doubt === 'guesses' && outside <= shares.ours)) return undefined
  return knowledge.boundaries.get(elsewhereOf({ shares, boundary }))
}

const elsewhereOf = ({ shares, boundary }: Intent): BoundaryId =>
  shares.elsewhere >= shares.everyday ? boundary.elsewhere : boundary.everyday

/** Share below which a message that seems to want something unlawful may as well ask an honest question in such words. */
const PLAIN = 0.7

/** Whether a message says plainly that it wants help with something unlawful. */
export const isPlain = (text: string, understanding: Understanding): boolean =>
  intentOf(text, understanding).shares.unlawful >= PLAIN

/**
 * What is said at a boundary.
 * @param perhaps whether it may as well be an honest question
 */
export function keepOut(boundary: Boundary, perhaps = false): Answer {
  switch (boundary.outcome) {
    case 'signposted':
      return {
        outcome: 'signposted',
        why: boundary.why === 'personal-case' ? 'personal-case' : 'other-authority',
        boundary: boundary.id,
      }
    case 'refused':
      return {
        outcome: 'refused',
        why: 'unlawful',
        boundary: boundary.id,
        rule: boundary.entry ?? '',
        ...(perhaps && { perhaps }),
      }
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
