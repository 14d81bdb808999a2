import type { Citation, Source } from '../core/citation.ts'
import { addDays, type Day } from '../core/day.ts'
import { type EffectivePeriod, inForce } from '../core/effective-period.ts'
import type { Entry } from '../core/entry.ts'
import { type Figure, valueOn } from '../core/figure.ts'
import { type Locale, type WrittenLocale, writtenFor } from '../core/locale.ts'
import { parseNumeral } from '../core/numerals.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { placeholdersOf } from '../knowledge/placeholder.ts'

/** The figures a text shows as of the day asked about (not those it shows as of a day of its own). */
export function figuresIn(text: string, knowledge: Knowledge): Figure[] {
  const found = new Map<string, Figure>()
  for (const placeholder of placeholdersOf(text))
    if (placeholder?.kind === 'figure' && placeholder.on === undefined) {
      const figure = knowledge.figures.get(placeholder.figure)
      if (figure) found.set(figure.id, figure)
    }
  return [...found.values()]
}

/** Values of other days from which on an entry is a history. */
const HISTORY = 3

/** Whether an entry tells how something has been over time: it shows several values as of days of their own. */
export const isHistory = ({ texts }: Entry): boolean =>
  placeholdersOf(`${texts.en.answer}\n${texts.en.detail}`).filter(
    (placeholder) => placeholder?.kind === 'figure' && placeholder.on !== undefined,
  ).length >= HISTORY

const NUMBER = '[（(]?([〇零一二三四五六七八九十百千\\d]+)[）)]?'
const PARTS: [RegExp, string][] = [
  [new RegExp(`第${NUMBER}条`, 'g'), 'Article $'],
  [new RegExp(`第${NUMBER}款`, 'g'), 'paragraph $'],
  [new RegExp(`第${NUMBER}项`, 'g'), 'item $'],
  [new RegExp(`第${NUMBER}章`, 'g'), 'Chapter $'],
  [new RegExp(`附件${NUMBER}`, 'g'), 'Annex $'],
  [new RegExp(`之${NUMBER}`, 'g'), '-$'],
]

/** A clause in the reader's language: the document's own words in Chinese, its number in English (`第三十九条第一款` → `Article 39, paragraph 1`). */
export function clauseIn(clause: string, language: WrittenLocale): string {
  if (language !== 'en') return clause
  let english = clause
  for (const [pattern, name] of PARTS)
    english = english.replace(pattern, (_, number: string) => name.replace('$', String(parseNumeral(number) ?? number)))
  return english
    .replace(/Article (\d+)至Article (\d+)/g, 'Articles $1 to $2')
    .replaceAll('附件', 'Annex')
    .replace(/[、，]/g, ', ')
    .replace(/(\d)(?=Article|paragraph|item|Chapter|Annex)/g, '$1, ')
}

/** The documents behind a statement that are in force on a day, in the reader's language, each once with its clauses. */
export function citationsOn(sources: Source[], on: Day, locale: Locale, knowledge: Knowledge): Citation[] {
  const language = writtenFor(locale)
  const clauses = new Map<string, Set<string>>()
  for (const { document, clause } of sources) {
    const known = clauses.get(document) ?? new Set()
    if (clause) known.add(clause)
    clauses.set(document, known)
  }
  return [...clauses].flatMap(([id, cited]): Citation[] => {
    const document = knowledge.documents.get(id)
    if (!document || !inForce(document.effective, on)) return []
    const { number, title, issuer, url, effective, confidence, note } = document
    return [
      {
        document: id,
        number: number[language],
        title: title[language],
        issuer: issuer[language],
        ...(cited.size > 0 && {
          clause: [...cited].map((clause) => clauseIn(clause, language)).join(language === 'en' ? ', ' : '、'),
        }),
        ...(url !== undefined && { url }),
        effective,
        confidence,
        ...(note && { note: note[language] }),
      },
    ]
  })
}

/** The stretch of days around `on` during which an entry and every figure it shows stay as they are. */
export function periodOf(entry: Entry, figures: Figure[], on: Day): EffectivePeriod {
  let { from, to } = entry.effective
  for (const figure of figures) {
    const held = valueOn(figure, on)?.effective
    if (!held) continue
    if (held.from > from) from = held.from
    if (held.to !== undefined && (to === undefined || held.to < to)) to = held.to
  }
  return to === undefined ? { from } : { from, to }
}

/** The next change that is already known: figures that get another value the day after the period ends, or an entry that takes over. */
export function nextChange(
  entry: Entry,
  figures: Figure[],
  { to }: EffectivePeriod,
  knowledge: Knowledge,
): { on: Day; figures: Figure[]; entry?: Entry | undefined } | undefined {
  if (to === undefined) return undefined
  const on = addDays(to, 1)
  const changing = figures.filter((figure) => valueOn(figure, on)?.effective.from === on)
  const successor = [...knowledge.entries.values()].find(
    (later) => later.replaces.includes(entry.id) && inForce(later.effective, on),
  )
  return { on, figures: changing, entry: successor }
}
