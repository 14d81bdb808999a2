import { z } from 'zod'
import { day } from '../core/day.ts'
import { effectivePeriod } from '../core/effective-period.ts'
import type { Entry, EntryText } from '../core/entry.ts'
import type { WrittenLocale } from '../core/locale.ts'
import { audiences, confidence, id, source, text } from './fields.ts'
import type { KnowledgeProblem } from './problem.ts'
import { parseYaml } from './yaml.ts'

const translated = z.strictObject({
  title: text,
  questions: z.array(text),
  next: text,
})

const original = translated.extend({
  audiences,
  effective: effectivePeriod,
  reviewed: day,
  citations: z.array(source).min(1, 'an entry names at least one document'),
  related: z.array(id).default([]),
  replaces: z.array(id).default([]),
  confidence: confidence.default('verified'),
  ask: z.array(id).default([]),
})

/** Everything an entry says about itself, apart from its texts; it stands in the simplified Chinese file. */
export type EntryFacts = Omit<Entry, 'id' | 'topic' | 'texts'>

/** One file of an entry, or what is wrong with it. */
export type ParsedEntry = {
  id: string
  topic: string
  locale: WrittenLocale
  text?: EntryText
  facts?: EntryFacts | undefined
  problems: KnowledgeProblem[]
}

const PATH = /^entries\/([^/]+)\/([^/]+)\.(zh-Hans|en)\.md$/

/**
 * Parses `entries/<topic>/<id>.<locale>.md`. The path gives topic, id and locale, so they cannot disagree with it.
 * Returns undefined for a path of another shape.
 */
export function parseEntry(file: string, content: string): ParsedEntry | undefined {
  const [, topic, entryId, locale] = PATH.exec(file) ?? []
  if (topic === undefined || entryId === undefined) return undefined
  const head = { id: entryId, topic, locale: locale as WrittenLocale }
  const [, yaml, body] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(content) ?? []
  if (yaml === undefined || body === undefined)
    return {
      ...head,
      problems: [
        {
          level: 'error',
          file,
          line: 1,
          what: 'no front matter',
          hint: 'An entry begins with a line ---, its fields, and another line ---.',
        },
      ],
    }
  const [answer = '', ...detail] = body.trim().split(/\r?\n[ \t]*\r?\n/)
  const problems: KnowledgeProblem[] = answer.trim()
    ? []
    : [{ level: 'error', file, what: 'no text', hint: 'The first paragraph is the answer in one sentence.' }]
  const textOf = (fields: z.infer<typeof translated>): EntryText => ({
    title: fields.title,
    questions: fields.questions,
    next: fields.next,
    answer: answer.trim(),
    detail: detail.join('\n\n').trim(),
    file,
  })
  if (locale === 'en') {
    const parsed = parseYaml(yaml, file, translated, 2)
    if (!parsed.value) return { ...head, problems: [...problems, ...parsed.problems] }
    return { ...head, text: textOf(parsed.value), problems }
  }
  const parsed = parseYaml(yaml, file, original, 2)
  if (!parsed.value) return { ...head, problems: [...problems, ...parsed.problems] }
  const { title, questions, next, citations, ...facts } = parsed.value
  return { ...head, text: textOf({ title, questions, next }), facts: { ...facts, sources: citations }, problems }
}
