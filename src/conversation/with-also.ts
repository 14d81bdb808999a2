import type { EntryId } from '../core/entry.ts'
import type { Worded } from './phrase.ts'
import { askedAs, oneOfEach, told } from './phrase-choices.ts'
import type { PhrasingContext } from './phrase-entry.ts'

/**
 * A reply with what may be meant as well under it: in one sentence with its document, and to be opened. As it was where that is not in force.
 * @param first whether it comes before the reply: a refusal of what may as well be an honest question
 */
export function withAlso(worded: Worded, id: EntryId | undefined, context: PhrasingContext, first = false): Worded {
  const found = id === undefined ? undefined : told(id, context)
  if (id === undefined || found === undefined) return worded
  const { locale, translate } = context
  const { label, utterance } = askedAs(id, '', context)
  const { answer, source } = found
  const sentence =
    source === undefined
      ? translate(locale, 'reply.or-else', { label, answer })
      : translate(locale, 'reply.or-else-source', { label, answer, number: source.number })
  const others = worded.choices.filter((choice) => choice.utterance !== utterance)
  return {
    ...worded,
    text: (first ? [sentence, translate(locale, 'reply.unless'), worded.text] : [worded.text, sentence]).join('\n\n'),
    citations: oneOfEach([...worded.citations, ...(source ? [source] : [])]),
    // A value that was asked back is what is wanted first.
    choices: worded.outcome === 'answered' ? [{ label, utterance }, ...others].slice(0, MOST_CHOICES) : worded.choices,
  }
}
/** Choices under an answer at most, with what may be meant as well. */
const MOST_CHOICES = 4
