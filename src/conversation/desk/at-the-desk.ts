import type { Controls } from '../../core/controls.ts'
import type { Day } from '../../core/day.ts'
import type { Desk } from '../../core/desk.ts'
import type { Translate } from '../../core/translate.ts'
import type { Utterance } from '../../core/utterance.ts'
import type { Weights } from '../../search/rank.ts'
import { findAnswer } from '../find-answer.ts'
import { hear } from '../hear.ts'
import { inScript } from '../in-script.ts'
import { nextSession } from '../next-session.ts'
import { phrase, type Worded } from '../phrase.ts'
import type { Session } from '../sessions.ts'
import type { Turn } from '../turn.ts'
import type { Understanding } from '../understanding.ts'
import type { Errand } from './errand.ts'
import { lookUp, serveWish, type WishContext } from './serve-wish.ts'

/** What an errand needs. */
export type AtTheDesk = {
  utterance: Utterance
  session: Session | undefined
  today: Day
  understanding: Understanding
  controls: Controls
  weights: Weights
  translate: Translate
  publicUrl: string | undefined
  desk: Desk
  now: Date
}

/** Does an errand: what is said of it, and what is remembered. Undefined when the service does not keep such things: then the message is answered as any other. */
export async function atTheDesk(
  errand: Errand,
  { utterance, desk, weights, publicUrl, today, controls, ...parts }: AtTheDesk,
): Promise<Omit<Turn, 'counted'> | undefined> {
  const { understanding, session, translate } = parts
  const heard = hear(utterance, session, today, understanding)
  const { locale, asOf: on } = heard
  const context: WishContext = {
    ...parts,
    desk,
    locale,
    asker: { channel: utterance.channel, speaker: utterance.speaker, to: utterance.address },
    base: publicUrl ?? (utterance.channel === 'web' ? '' : undefined),
    aboutWhat(text) {
      const { answer } = findAnswer({ text, on }, understanding, weights)
      const worded = phrase(answer, { ...understanding, on, locale, translate, ownPage: false }, undefined)
      return { entry: worded.entry, topic: worded.topic }
    },
  }
  const served =
    'wish' in errand
      ? await serveWish(errand.wish, context)
      : await lookUp(errand.reference, { ...context, bare: errand.bare })
  if (!served) return undefined
  const said = { ...heard, locale: served.locale ?? locale }
  const { revision } = understanding.knowledge
  const reply = inScript(
    { ...served.worded, locale: said.locale, asOf: on, knowledge: revision },
    understanding.toTraditional,
  )
  const decided = { answer: { outcome: 'courtesy', of: served.of } } as const
  return {
    reply,
    record: { audience: heard.audience, boundary: undefined, text: heard.text },
    session: {
      ...nextSession(session, { heard: said, reply, decided, today }),
      unanswered: session?.unanswered,
      handing: served.handing,
      banner: controls.banner?.id,
    },
  }
}

/** Why nothing was answered that a person could answer. */
const FOR_A_PERSON = new Set<string>(['no-match', 'none-of-these', 'unclear'])
const MOST_BESIDE = 3

/** A reply that came to nothing, with the offer to ask a person. */
export function withPerson(worded: Worded, label: string): Worded {
  if (worded.outcome !== 'declined' || !FOR_A_PERSON.has(worded.why ?? '')) return worded
  return { ...worded, choices: [...worded.choices.slice(0, MOST_BESIDE), { label, utterance: label }] }
}
