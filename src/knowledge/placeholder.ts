import { type Day, day } from '../core/day.ts'
import type { FigureId } from '../core/figure.ts'
import type { DocumentId } from '../core/official-document.ts'

/** What stands between `{{` and `}}` in a text. */
export type Placeholder =
  | { kind: 'figure'; figure: FigureId; on?: Day | undefined; show: 'value' | 'number' | 'since' | 'until' }
  | { kind: 'document'; document: DocumentId; show: 'number' | 'since' }
  | { kind: 'date'; date: Day }

/** Every placeholder of a text. */
export const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g

const FIGURE = /^([a-z0-9][a-z0-9.-]*)(?:\s+@(\d{4}-\d{2}-\d{2}))?(?:\s+(number|since|until))?$/
const DOCUMENT = /^doc\s+([a-z0-9][a-z0-9.-]*)(?:\s+(since))?$/
const DATE = /^date\s+(\d{4}-\d{2}-\d{2})$/

const isDay = (text: string): boolean => day.safeParse(text).success

/** Reads the inside of a placeholder; undefined when it is none of the forms in knowledge/README.md. */
export function parsePlaceholder(inside: string): Placeholder | undefined {
  const date = DATE.exec(inside)?.[1]
  if (date !== undefined) return isDay(date) ? { kind: 'date', date } : undefined
  const document = DOCUMENT.exec(inside)
  if (document?.[1]) return { kind: 'document', document: document[1], show: document[2] ? 'since' : 'number' }
  const figure = FIGURE.exec(inside)
  if (!figure?.[1] || (figure[2] !== undefined && !isDay(figure[2]))) return undefined
  return { kind: 'figure', figure: figure[1], on: figure[2], show: (figure[3] as 'number' | undefined) ?? 'value' }
}

/** The placeholders of a text; `undefined` stands for one that cannot be read. */
export const placeholdersOf = (text: string): (Placeholder | undefined)[] =>
  [...text.matchAll(PLACEHOLDER)].map(([, inside]) => parsePlaceholder(inside ?? ''))
