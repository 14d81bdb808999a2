import type { Answer } from '../core/answer.ts'
import type { Boundary } from '../core/boundary.ts'
import type { Entry, EntryId } from '../core/entry.ts'
import { writtenFor } from '../core/locale.ts'
import type { Choice, Reply } from '../core/reply.ts'
import { OTHER_TOPIC } from '../core/topic.ts'
import { LONGEST_QUESTION } from '../core/utterance.ts'
import { entryOn } from './entry-on.ts'
import { fill } from './fill.ts'
import { formatDay } from './format-figure.ts'
import { phraseCalculation, phraseColumns, reportOf, sayPhrase } from './phrase-calculation.ts'
import { phraseChanges } from './phrase-changes.ts'
import { oneOfEach, phraseChoices, phraseThen } from './phrase-choices.ts'
import { phraseDeadlines, reportOfDates } from './phrase-deadlines.ts'
import { phraseDocuments } from './phrase-document.ts'
import { contacts, documentsBlock, type PhrasingContext, phraseEntry } from './phrase-entry.ts'
import { phraseHistory } from './phrase-history.ts'
import { phraseList } from './phrase-list.ts'
import { phraseRates } from './phrase-rates.ts'
import { explained, explainedTogether, termChoices } from './phrase-term.ts'
import { phraseChecklist, phraseTreeQuestion } from './phrase-tree.ts'
import type { Session } from './sessions.ts'

/** The part of a reply that follows from the answer. */
export type Worded = Pick<
  Reply,
  'outcome' | 'why' | 'topic' | 'entry' | 'misconception' | 'inForce' | 'text' | 'citations' | 'choices' | 'calculation'
>

/** Puts an answer into words. The one exhaustive switch over outcomes. */
export function phrase(answer: Answer, context: PhrasingContext, session?: Pick<Session, 'told' | 'entry'>): Worded {
  const { knowledge, locale, translate } = context
  const language = writtenFor(locale)
  const say = (key: string, values?: Record<string, string | number>) => translate(locale, key, values)
  const titleOf = (id: EntryId) => knowledge.entries.get(id)?.texts[language].title ?? ''
  const choiceOf = (id: EntryId): Choice => ({ label: titleOf(id), utterance: titleOf(id) })
  const plain = (text: string, choices: Choice[] = []) => ({ text, citations: [], choices })

  switch (answer.outcome) {
    case 'answered': {
      if ('term' in answer) return { outcome: 'answered', ...explained(answer.term, context) }
      if ('terms' in answer)
        return { outcome: 'answered', topic: answer.topic, ...explainedTogether(answer.terms, context) }
      if ('documents' in answer)
        return { outcome: 'answered', topic: answer.topic, ...phraseDocuments(answer.documents, context) }
      if ('rates' in answer) return { outcome: 'answered', topic: answer.topic, ...phraseRates(answer.rates, context) }
      if ('history' in answer)
        return {
          outcome: 'answered',
          topic: answer.topic,
          ...phraseHistory(answer.history, context, answer.document),
        }
      if ('tree' in answer) return { outcome: 'answered', topic: answer.topic, ...phraseChecklist(answer, context) }
      if ('sought' in answer) return { outcome: 'answered', topic: answer.topic, ...phraseList(answer.sought, context) }
      const entry = knowledge.entries.get(answer.entry) as Entry
      const misconception =
        answer.misconception === undefined ? undefined : knowledge.misconceptions.get(answer.misconception)
      const phrased = phraseEntry(entry, context, {
        misconception,
        about: answer.about,
        beside: answer.beside === undefined ? undefined : entryOn(answer.beside, context.on, knowledge)?.entry,
      })
      return {
        outcome: 'answered',
        topic: misconception?.topic ?? entry.topic,
        entry: entry.id,
        ...(misconception && { misconception: misconception.id }),
        ...phrased,
        choices: [...answer.related.slice(0, 3).map(choiceOf), ...termChoices(entry, context)],
      }
    }
    case 'clarified':
      return {
        outcome: 'clarified',
        // What is likeliest meant is what is counted, so that a question that had to be asked back is not lost to its topic.
        topic: knowledge.entries.get(answer.choices[0] ?? '')?.topic ?? OTHER_TOPIC,
        ...phraseChoices(answer, context),
      }
    case 'signposted':
    case 'refused': {
      const boundary = knowledge.boundaries.get(answer.boundary) as Boundary
      const rule = answer.outcome === 'refused' ? knowledge.entries.get(answer.rule) : undefined
      const stated = rule && phraseEntry(rule, context)
      return {
        outcome: answer.outcome,
        why: answer.why,
        topic: boundary.topic,
        ...(rule && { entry: rule.id }),
        ...(stated?.inForce && { inForce: stated.inForce }),
        text: boundaryText(boundary, context, stated?.text),
        citations: stated?.citations ?? [],
        choices: !rule && boundary.entry ? [choiceOf(boundary.entry)] : [],
      }
    }
    case 'declined':
      return { outcome: 'declined', why: answer.why, topic: OTHER_TOPIC, ...declined(answer, context) }
    case 'courtesy': {
      const told = session?.told
      // Where nothing was told yet, the likeliest of what was offered is meant: what was offered need not be in force on the day.
      const last = entryOn((told ? told.entry : session?.entry) ?? '', context.on, knowledge)?.entry
      if (last && (answer.of === 'source' || answer.of === 'simpler')) {
        const again = phraseEntry(last, context, { brief: true })
        return { outcome: 'courtesy', why: answer.of, topic: last.topic, entry: last.id, ...again, choices: [] }
      }
      if (answer.of === 'source' && told?.citations.length)
        return {
          outcome: 'courtesy',
          why: 'source',
          topic: OTHER_TOPIC,
          text: documentsBlock(told.citations, context),
          citations: told.citations,
          choices: [],
        }
      if (answer.of === 'simpler' && told)
        return { outcome: 'courtesy', why: 'simpler', topic: OTHER_TOPIC, ...plain(told.brief) }
      const boundary = answer.boundary === undefined ? undefined : knowledge.boundaries.get(answer.boundary)
      const text = boundary ? boundaryText(boundary, context) : say(`courtesy.${answer.of}`)
      const examples = ['example.quota', 'example.tax', 'example.parcel'].map((key) => say(key))
      const offers = answer.of === 'greet' || answer.of === 'help' || answer.of === 'restart'
      return {
        outcome: 'courtesy',
        why: answer.of,
        topic: boundary?.topic ?? OTHER_TOPIC,
        ...plain(text, offers ? examples.map((example) => ({ label: example, utterance: example })) : []),
      }
    }
    case 'changed': {
      const subject = answer.entry === undefined ? undefined : knowledge.entries.get(answer.entry)?.topic
      const about = subject === undefined ? undefined : knowledge.topics.get(subject)?.name[language]
      return {
        outcome: 'changed',
        topic: 'policy.change',
        ...(answer.entry !== undefined && { entry: answer.entry }),
        ...phraseChanges({ from: answer.from, to: answer.to, figures: answer.figures, about }, context),
        choices: answer.entry === undefined ? [] : [choiceOf(answer.entry)],
      }
    }
    case 'calculated': {
      if ('dates' in answer)
        return {
          outcome: 'calculated',
          topic: answer.topic,
          ...phraseDeadlines(answer.dates, context),
          choices: [],
          calculation: reportOfDates(answer.dates),
        }
      const misconception =
        answer.misconception === undefined ? undefined : knowledge.misconceptions.get(answer.misconception)
      const { calculation } = answer
      const told = calculation
        ? phraseCalculation(calculation, context)
        : { text: sayPhrase(answer.verdict, context), citations: [] }
      return {
        outcome: 'calculated',
        topic: misconception?.topic ?? answer.topic,
        ...(misconception && { misconception: misconception.id }),
        text: [misconception && fill(misconception.correction[language], context), told.text]
          .filter(Boolean)
          .join('\n\n'),
        citations: told.citations,
        choices: [],
        ...(calculation && { calculation: reportOf(calculation, context) }),
      }
    }
    case 'compared':
      return {
        outcome: 'compared',
        topic: answer.topic,
        ...phraseColumns(answer.verdict, answer.columns, context),
        choices: [],
      }
    case 'asked': {
      if ('tree' in answer) return { outcome: 'asked', topic: answer.topic, ...phraseTreeQuestion(answer, context) }
      if ('matter' in answer)
        return { outcome: 'asked', topic: answer.topic, ...plain(say(`deadline.ask.${answer.matter}`)) }
      const choices = (ASKED_CHOICES[answer.missing] ?? []).map((key) => ({ label: say(key), utterance: say(key) }))
      const question = say(`asked.${answer.missing}`, { item: answer.item ?? 1 })
      if (answer.rates)
        return { outcome: 'asked', topic: answer.topic, ...phraseRates(answer.rates, context, question), choices: [] }
      const known = answer.verdict && phraseColumns(answer.verdict, answer.columns ?? [], context, question)
      return { outcome: 'asked', topic: answer.topic, text: question, citations: [], ...known, choices }
    }
  }
}

/** Answers offered as buttons to a question back. */
const ASKED_CHOICES: Record<string, string[]> = {
  resident: ['asked.resident.yes', 'asked.resident.no'],
  from: ['asked.from.hk-macao', 'asked.from.elsewhere'],
  pieces: ['asked.pieces.one', 'asked.pieces.several'],
}

/** What is said at a boundary: what it is about, the rule that this announces, whom to ask. */
function boundaryText(boundary: Boundary, context: PhrasingContext, rule?: string): string {
  const whom = boundary.ask.length > 0 && contacts(boundary.ask, context)
  return [
    fill(boundary.text[writtenFor(context.locale)], context),
    rule,
    whom && context.translate(context.locale, 'reply.ask', { whom }),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function declined(answer: Extract<Answer, { outcome: 'declined' }>, context: PhrasingContext) {
  const { knowledge, on, locale, translate } = context
  const say = (key: string, values?: Record<string, string | number>) => translate(locale, key, values)
  const nothing = { citations: [], choices: [] as Choice[] }
  if (answer.why === 'not-in-force') {
    // Whoever asks about a day without a rule learns what was told until then, and what is told from then on.
    const { last, next } = answer
    const before = last?.to ? phraseThen(answer.entry, 'declined.last-says', { ...context, on: last.to }) : undefined
    const later = next && phraseThen(answer.entry, 'declined.next-says', { ...context, on: next.from })
    const parts = [
      say('declined.not-in-force', {
        title: knowledge.entries.get(answer.entry)?.texts[writtenFor(locale)].title ?? '',
        on: formatDay(on, locale),
      }),
      last && say('declined.last-period', { from: formatDay(last.from, locale), to: formatDay(last.to ?? '', locale) }),
      before?.text,
      next && say('declined.next-period', { from: formatDay(next.from, locale) }),
      later?.text,
    ]
    return {
      ...nothing,
      citations: oneOfEach([...(before?.citations ?? []), ...(later?.citations ?? [])]),
      text: parts.filter(Boolean).join('\n\n'),
      topic: knowledge.entries.get(answer.entry)?.topic ?? OTHER_TOPIC,
      entry: answer.entry,
    }
  }
  if (answer.why === 'switched-off') {
    const reason = answer.reason[writtenFor(locale)]
    const topic = answer.topic === undefined ? undefined : knowledge.topics.get(answer.topic)
    if (topic === undefined) return { ...nothing, text: say('declined.switched-off', { reason }) }
    const subject = topic.name[writtenFor(locale)]
    return { ...nothing, text: say('declined.switched-off-topic', { subject, reason }), topic: topic.id }
  }
  const boundary = answer.boundary === undefined ? undefined : knowledge.boundaries.get(answer.boundary)
  if (boundary) return { ...nothing, text: boundaryText(boundary, context), topic: boundary.topic }
  const examples = ['example.quota', 'example.tax', 'example.parcel'].map((key) => say(key))
  return {
    ...nothing,
    text: say(`declined.${answer.why}`, { most: LONGEST_QUESTION }),
    choices: answer.why === 'error' ? [] : examples.map((example) => ({ label: example, utterance: example })),
  }
}
