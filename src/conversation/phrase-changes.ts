import type { ChangeDay, ChangeLine } from '../core/change-day.ts'
import type { Citation } from '../core/citation.ts'
import type { Day } from '../core/day.ts'
import type { FigureValue } from '../core/figure.ts'
import { writtenFor } from '../core/locale.ts'
import { ALWAYS, affected, type ChangesOfDay, changesBetween, type FigureChange } from '../knowledge/changes.ts'
import { formatDay, formatValue } from './format-figure.ts'
import { documentsBlock, type PhrasingContext } from './phrase-entry.ts'
import { citationsOn } from './told.ts'

/** Puts what changed between two days into words, newest first. */
export function describeChanges(from: Day, to: Day, context: PhrasingContext, only?: ReadonlySet<string>): ChangeDay[] {
  return changesBetween(context.knowledge, from, to, only).map((day) => describeDay(day, context))
}

function describeDay({ on, figures, documents }: ChangesOfDay, context: PhrasingContext): ChangeDay {
  const { knowledge, locale } = context
  const sources = [
    ...figures.flatMap(({ before, after }) => (after ?? before)?.sources ?? []),
    ...documents.map(({ id }) => ({ document: id })),
  ]
  return {
    on,
    date: formatDay(on, locale),
    lines: figures.map((change) => describeFigure(change, context)),
    citations: citationsOn(sources, on, locale, knowledge),
  }
}

function describeFigure({ figure, before, after }: FigureChange, context: PhrasingContext): ChangeLine {
  const { knowledge, locale, translate } = context
  const shown = (held: FigureValue | undefined, none: 'changes.none' | 'changes.new') =>
    held?.value === undefined ? translate(locale, none) : formatValue(held.value, figure, locale, translate)
  const { audiences, entries } = affected(knowledge, figure.id)
  return {
    name: figure.name[writtenFor(locale)],
    before: shown(before, 'changes.new'),
    // A year's tariff runs out without being none: what follows is simply not written yet.
    after: after === undefined ? translate(locale, 'changes.ends') : shown(after, 'changes.none'),
    audiences: [...audiences].map((audience) => translate(locale, `audience.${audience}`)),
    entries: [...entries],
  }
}

/** What began between two days: rules that have been in force ever since they are known here, newest first. */
function beginnings(from: Day, to: Day, context: PhrasingContext, only: ReadonlySet<string>): ChangeDay[] {
  const begun = [...context.knowledge.figures.values()].flatMap((figure): FigureChange[] => {
    const after = figure.values[0]
    const on = after?.effective.from
    return on !== undefined && only.has(figure.id) && from <= on && on <= to
      ? [{ on, figure, before: undefined, after }]
      : []
  })
  return [...Map.groupBy(begun, ({ on }) => on)]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([on, figures]) => describeDay({ on, figures, documents: [] }, context))
}

/** Days of change that a reply shows at most; the page of changes has them all. */
const MOST_DAYS = 8

/** A reply about what changed: old and new side by side, who is affected, since when, with documents. */
export function phraseChanges(
  {
    from,
    to,
    figures,
    about,
  }: { from: Day; to: Day; figures?: readonly string[] | undefined; about?: string | undefined },
  context: PhrasingContext,
): { text: string; citations: Citation[] } {
  const { locale, translate, on } = context
  const say = (key: string, values?: Record<string, string | number>) => translate(locale, key, values)
  const changed = describeChanges(from, to, context, figures && new Set(figures))
  const days = changed.length === 0 && figures ? beginnings(from, to, context, new Set(figures)) : changed
  const period = { from: formatDay(from, locale), to: formatDay(to, locale) }
  const subject = about === undefined ? '' : say('changes.about', { about })
  if (days.length === 0) {
    const older = figures ? describeChanges(ALWAYS, on, context, new Set(figures)).slice(0, 1) : []
    const text = [
      from === to
        ? say('changes.nothing-day', { from: period.from, subject })
        : say('changes.nothing', { ...period, subject }),
      ...older.map((day) => `${say('changes.last')}\n\n${dayText(day, context)}`),
    ].join('\n\n')
    return { text, citations: older.flatMap(({ citations }) => citations) }
  }
  const shown = days.slice(0, MOST_DAYS)
  const parts = [
    from === to
      ? say('changes.intro-day', { from: period.from, subject })
      : say('changes.intro', { ...period, subject }),
    ...shown.map((day) => dayText(day, context)),
  ]
  if (days.length > shown.length) parts.push(say('changes.more', { count: days.length - shown.length }))
  return { text: parts.join('\n\n'), citations: shown.flatMap(({ citations }) => citations) }
}

function dayText({ date, on, lines, citations }: ChangeDay, context: PhrasingContext): string {
  const { locale, translate } = context
  const say = (key: string, values?: Record<string, string | number>) => translate(locale, key, values)
  const heading = say(on > context.on ? 'changes.from-coming' : 'changes.from', { date })
  const rows = lines.map(
    ({ name, before, after, audiences }) => `| ${name} | ${before} | ${after} | ${audiences.join(say('list.and'))} |`,
  )
  const head = [
    `| ${['what', 'before', 'after', 'who'].map((key) => say(`changes.${key}`)).join(' | ')} |`,
    '|---|---|---|---|',
  ]
  return [heading, rows.length > 0 && [...head, ...rows].join('\n'), documentsBlock(citations, context)]
    .filter(Boolean)
    .join('\n\n')
}

/** A day of changes in traditional Chinese, converted from simplified. */
export const converted = (day: ChangeDay, toTraditional: (text: string) => string): ChangeDay => ({
  ...day,
  date: toTraditional(day.date),
  lines: day.lines.map((line) => ({
    ...line,
    name: toTraditional(line.name),
    before: toTraditional(line.before),
    after: toTraditional(line.after),
    audiences: line.audiences.map(toTraditional),
  })),
  citations: day.citations.map((citation) => ({
    ...citation,
    title: toTraditional(citation.title),
    number: toTraditional(citation.number),
    issuer: toTraditional(citation.issuer),
    ...(citation.note !== undefined && { note: toTraditional(citation.note) }),
  })),
})
