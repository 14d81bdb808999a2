import type { Answer } from '../core/answer.ts'
import type { Citation } from '../core/citation.ts'
import type { EntryId } from '../core/entry.ts'
import { writtenFor } from '../core/locale.ts'
import type { Choice } from '../core/reply.ts'
import { entryOn } from './entry-on.ts'
import { entryParts, type PhrasingContext } from './phrase-entry.ts'

/**
 * A question back: what may be meant, each with its answer in one sentence and the document behind it, so that whoever finds theirs need not ask again;
 * and at the end, that it is none of these.
 */
export function phraseChoices(
  { choices: ids, nearest }: Extract<Answer, { outcome: 'clarified' }>,
  context: PhrasingContext,
): { text: string; citations: Citation[]; choices: Choice[] } {
  const { locale, translate } = context
  const none = { label: translate(locale, 'choice.none'), utterance: translate(locale, 'choice.none') }
  const offered = ids.map((id, index) => ({ ...askedAs(id, nearest?.[index] ?? '', context), told: told(id, context) }))
  const lines = offered.map(({ label, told }) => {
    if (told === undefined) return label
    const { answer, source } = told
    if (source === undefined) return translate(locale, 'reply.choice', { label, answer })
    return translate(locale, 'reply.choice-source', { label, answer, number: source.number })
  })
  const numbered = [...lines, none.label].map((line, index) => `${index + 1}. ${line}`)
  const sources = offered.flatMap(({ told }) => told?.source ?? [])
  return {
    text: `${translate(locale, 'reply.clarify')}\n\n${numbered.join('\n')}`,
    citations: oneOfEach(sources),
    choices: [...offered.map(({ label, utterance }) => ({ label, utterance })), none],
  }
}

/** Each document once. */
export const oneOfEach = (citations: Citation[]): Citation[] => [
  ...new Map(citations.map((one) => [one.document, one])).values(),
]

/** What an entry says on another day than the one asked about, in whole with its document, for it often tells what was before; empty where it says nothing then. */
export function phraseThen(
  id: EntryId,
  key: 'declined.last-says' | 'declined.next-says',
  context: PhrasingContext,
): { text: string; citations: Citation[] } {
  const entry = entryOn(id, context.on, context.knowledge)?.entry
  if (entry === undefined) return { text: '', citations: [] }
  const { answer, detail, citations } = entryParts(entry, context)
  const [source] = citations
  if (source === undefined) return { text: '', citations: [] }
  const said = context.translate(context.locale, key, { answer, number: source.number })
  return { text: [said, detail].filter(Boolean).join('\n\n'), citations }
}

/** An entry's answer in one sentence on the day, with the first of its documents; undefined where nothing is in force. */
export function told(
  id: EntryId,
  context: PhrasingContext,
): { answer: string; source: Citation | undefined } | undefined {
  const entry = entryOn(id, context.on, context.knowledge)?.entry
  if (entry === undefined) return undefined
  const { answer, citations } = entryParts(entry, context, { brief: true })
  return { answer: answer.replace(/\s*\n\s*/g, ' '), source: citations[0] }
}

/** A way of asking that reads well on a button: a whole question of a fitting length, not a few words to search by. */
const READS_WELL = {
  'zh-Hans':
    /^(?=.*(?:吗|多少|怎么|什么|哪|能不能|可不可以|要不要|为什么))[^\s嘅喺嚟咗冇嗰啲咁哋唔佢睇嘢噉乜咩幾几]{6,22}$/u,
  en: /^(?:can|do|does|is|are|how|what|when|where|why|which|who|must|may|should|will) [\w ,'’-]{12,56}$/iu,
} as const

/** An entry as a choice, in the words that came nearest to the reader's, where they are of the language and short; otherwise by its title. */
export function askedAs(id: EntryId, nearest: string, { knowledge, locale }: PhrasingContext): Choice {
  const language = writtenFor(locale)
  const text = knowledge.entries.get(id)?.texts[language]
  const title = text?.title ?? ''
  const fits = text?.questions.includes(nearest) === true && READS_WELL[language].test(nearest)
  return { label: fits ? nearest : title, utterance: title }
}
