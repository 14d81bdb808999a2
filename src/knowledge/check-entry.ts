import { addDays } from '../core/day.ts'
import { inForce } from '../core/effective-period.ts'
import type { Entry, EntryText } from '../core/entry.ts'
import { checkText, daysWithoutValue } from './check-text.ts'
import type { Knowledge } from './knowledge.ts'
import { PLACEHOLDER, placeholdersOf } from './placeholder.ts'
import { type KnowledgeProblem, unknown } from './problem.ts'

/** Options of a check: the day it is made on and the age at which an entry is due for review. */
export type CheckOptions = { today: string; reviewAfterDays: number }

/** Fewest ways of asking that an entry may have in each language. */
const FEWEST_QUESTIONS = 6

/** What is wrong with one entry, seen with everything else that is known. */
export function checkEntry(
  entry: Entry,
  knowledge: Knowledge,
  { today, reviewAfterDays }: CheckOptions,
): KnowledgeProblem[] {
  const problems: KnowledgeProblem[] = []
  const chinese = entry.texts['zh-Hans']
  const { file } = chinese
  const error = (about: KnowledgeProblem['about'], what: string, hint?: string) =>
    problems.push({ level: 'error', file, what, hint, about })
  const refer = (field: string, ids: string[], known: ReadonlyMap<string, unknown>) => {
    for (const id of ids) if (!known.has(id)) problems.push(unknown(file, field, id, known.keys(), undefined, field))
  }
  refer('the folder', [entry.topic], knowledge.topics)
  refer(
    'citations',
    entry.sources.map(({ document }) => document),
    knowledge.documents,
  )
  refer('related', entry.related, knowledge.entries)
  refer('replaces', entry.replaces, knowledge.entries)
  refer('ask', entry.ask, knowledge.contacts)
  if (entry.related.includes(entry.id) || entry.replaces.includes(entry.id))
    error(
      { field: entry.related.includes(entry.id) ? 'related' : 'replaces', text: entry.id },
      'names itself as related or replaced',
      'Name other entries, or none.',
    )
  for (const id of entry.replaces) {
    const older = knowledge.entries.get(id)
    if (older && (older.effective.to === undefined || older.effective.to >= entry.effective.from))
      error(
        { field: 'replaces', text: id },
        `replaces "${id}", which is still in force on ${entry.effective.from}`,
        'Close the older entry with `effective: { …, to: }`.',
      )
  }
  if (entry.reviewed > today)
    error(
      { field: 'reviewed' },
      `reviewed on ${entry.reviewed}, which is still to come`,
      'Write the day on which somebody last compared it with its documents.',
    )
  else if (addDays(entry.reviewed, reviewAfterDays) < today)
    problems.push({
      level: 'warning',
      file,
      what: `was last reviewed on ${entry.reviewed}`,
      hint: 'Compare it with its documents and set `reviewed`.',
      about: { field: 'reviewed' },
    })
  if (entry.confidence === 'uncertain' && entry.ask.length === 0)
    error({ field: 'confidence' }, 'is not settled and names nobody to ask', 'Add `ask:` with ids from contacts.yaml.')

  const whole = (text: EntryText) => [text.title, text.answer, text.detail, text.next].join('\n\n')
  problems.push(
    ...checkText({ 'zh-Hans': whole(chinese), en: whole(entry.texts.en) }, file, knowledge, {
      'zh-Hans': file,
      en: entry.texts.en.file,
    }),
  )
  const gap = daysWithoutValue(whole(chinese), entry.effective, knowledge)
  if (gap)
    error(
      { text: gap.figure },
      `"${gap.figure}" has no value ${gap.on.startsWith('after') ? gap.on : `on ${gap.on}`}, while this text is in force`,
      'Shorten `effective`, or give the figure its history.',
    )
  problems.push(...checkCover(entry, knowledge, file))
  for (const text of Object.values(entry.texts)) problems.push(...checkForm(text))
  return problems
}

/** On every day of its period an entry must be able to name a document that is in force. */
function checkCover(entry: Entry, { documents, figures }: Knowledge, file: string): KnowledgeProblem[] {
  const cited = new Set(entry.sources.map(({ document }) => document))
  for (const text of Object.values(entry.texts))
    for (const placeholder of placeholdersOf(`${text.answer}\n${text.detail}`))
      if (placeholder?.kind === 'figure')
        for (const { sources } of figures.get(placeholder.figure)?.values ?? [])
          for (const { document } of sources) cited.add(document)
  const periods = [...cited].flatMap((id) => documents.get(id)?.effective ?? [])
  const days = [entry.effective.from, ...periods.flatMap(({ to }) => (to ? [addDays(to, 1)] : []))]
  const bare = days.find((on) => inForce(entry.effective, on) && !periods.some((period) => inForce(period, on)))
  if (bare === undefined) return []
  return [
    {
      level: 'error',
      file,
      what: `none of its documents is in force on ${bare}`,
      hint: 'Cite the document of that time too, or shorten `effective`.',
      about: { field: 'citations' },
    },
  ]
}

/** The form of one language's text: enough questions, one-sentence answer, no markup that a channel cannot show. */
function checkForm(text: EntryText): KnowledgeProblem[] {
  const problems: KnowledgeProblem[] = []
  const { file } = text
  if (text.questions.length < FEWEST_QUESTIONS)
    problems.push({
      level: 'error',
      file,
      what: `has ${text.questions.length} questions`,
      hint: `Write at least ${FEWEST_QUESTIONS} ways in which people ask.`,
      about: { field: 'questions' },
    })
  const body = `${text.answer}\n${text.detail}\n${text.next}`.replace(PLACEHOLDER, '0')
  if (/<[a-z/!]/i.test(body))
    problems.push({
      level: 'error',
      file,
      what: 'holds HTML',
      hint: 'Write Markdown: paragraphs, lists, bold, small tables.',
      about: { text: /<[a-z/!]/i.exec(body)?.[0] ?? '' },
    })
  if (/\]\(|https?:\/\//.test(body.replace(/`[^`]*`/g, '')))
    problems.push({
      level: 'error',
      file,
      what: 'holds a link',
      hint: 'Links come from the document register; write an address that people must type between ` marks.',
      about: { text: /\]\(|https?:\/\//.exec(body.replace(/`[^`]*`/g, ''))?.[0] ?? '' },
    })
  if (/^#{1,6} /m.test(body))
    problems.push({
      level: 'error',
      file,
      what: 'holds a heading',
      hint: 'Split the entry or use a list.',
      about: { text: /^#{1,6} /m.exec(body)?.[0] ?? '' },
    })
  const inAnswer = text.answer
    .replace(PLACEHOLDER, '0')
    .split(/[。！？]|[.!?](?=\s|$)/)
    .filter((part) => part.trim()).length
  if (inAnswer > 2)
    problems.push({
      level: 'warning',
      file,
      what: `the answer has ${inAnswer} sentences`,
      hint: 'The first paragraph is one sentence; move the rest below it.',
      about: { text: text.answer },
    })
  const limit = file.endsWith('.en.md')
    ? { of: 40, count: (line: string) => line.split(/\s+/).length, unit: 'words' }
    : { of: 90, count: (line: string) => line.length, unit: 'characters' }
  const lines = `${text.answer}\n${text.detail}\n${text.next}`.split('\n')
  const sentences = lines.flatMap((line) =>
    line
      .replace(PLACEHOLDER, '0')
      .split(/[。！？；|]|[.!?;](?=\s|$)/)
      .map((sentence) => ({ sentence, line })),
  )
  for (const { sentence, line } of sentences) {
    const length = limit.count(sentence.trim())
    if (length > limit.of)
      problems.push({
        level: 'warning',
        file,
        what: `a sentence of ${length} ${limit.unit}: "${sentence.trim().slice(0, 30)}…"`,
        hint: 'Make it two.',
        about: { text: line },
      })
  }
  return problems
}
