import type { EffectivePeriod } from '../core/effective-period.ts'
import { valueOn } from '../core/figure.ts'
import type { Wording } from '../core/locale.ts'
import type { Knowledge } from './knowledge.ts'
import { PLACEHOLDER, type Placeholder, parsePlaceholder, placeholdersOf } from './placeholder.ts'
import { type KnowledgeProblem, unknown } from './problem.ts'

type Names = Pick<Knowledge, 'figures' | 'documents' | 'plainNumbers'>

/**
 * Checks a text in both languages: its placeholders resolve, both languages show the same figures, and no policy number
 * stands in the prose itself.
 */
export function checkText(text: Wording, file: string, knowledge: Names, files?: Wording): KnowledgeProblem[] {
  const problems: KnowledgeProblem[] = []
  for (const locale of ['zh-Hans', 'en'] as const) {
    const where = files?.[locale] ?? file
    for (const [written, inside] of text[locale].matchAll(PLACEHOLDER)) {
      const placeholder = parsePlaceholder(inside ?? '')
      if (!placeholder)
        problems.push({
          level: 'error',
          file: where,
          what: `cannot read ${written}`,
          hint: 'The forms are in knowledge/README.md, "Placeholders".',
          about: { text: written },
        })
      else problems.push(...checkPlaceholder(placeholder, written, where, knowledge))
    }
    problems.push(...bareNumbers(text[locale], where, knowledge.plainNumbers))
    const loose = /\{\{|\}\}/.exec(text[locale].replace(PLACEHOLDER, (written) => '#'.repeat(written.length)))
    if (loose)
      problems.push({
        level: 'error',
        file: where,
        what: 'a {{ or }} stands alone',
        hint: 'A placeholder is written {{ like-this }}.',
        about: { text: /^.{1,20}/.exec(text[locale].slice(loose.index))?.[0] ?? '' },
      })
  }
  const shown = (locale: 'zh-Hans' | 'en') =>
    new Set(
      placeholdersOf(text[locale]).flatMap((one) =>
        one?.kind === 'figure' && !one.show.match(/since|until/) ? [`${one.figure}${one.on ? ` @${one.on}` : ''}`] : [],
      ),
    )
  const [chinese, english] = [shown('zh-Hans'), shown('en')]
  const apart = [...chinese.symmetricDifference(english)]
  if (apart.length > 0)
    problems.push({
      level: 'error',
      file: files?.en ?? file,
      what: `the two languages show different figures: ${apart.join(', ')}`,
      hint: 'Both languages of a text name the same figures.',
      about: { text: apart.find((one) => english.has(one)) ?? '{{' },
    })
  return problems
}

function checkPlaceholder(
  placeholder: Placeholder,
  written: string,
  file: string,
  { figures, documents }: Names,
): KnowledgeProblem[] {
  if (placeholder.kind === 'date') return []
  if (placeholder.kind === 'document')
    return documents.has(placeholder.document) ? [] : [unknown(file, written, placeholder.document, documents.keys())]
  const figure = figures.get(placeholder.figure)
  if (!figure) return [unknown(file, written, placeholder.figure, figures.keys())]
  const { on, show } = placeholder
  if (on === undefined) return []
  const value = valueOn(figure, on)
  const wrong = (what: string, hint: string): KnowledgeProblem[] => [
    { level: 'error', file, what: `${written}: ${what}`, hint, about: { text: written } },
  ]
  if (!value)
    return wrong(`"${figure.id}" has no value on ${on}`, 'Choose a day on which it has one, or give it its history.')
  if (show === 'until' && value.effective.to === undefined)
    return wrong('that value has no last day', 'It is still in force: leave `until` out.')
  return []
}

/** Days of a period on which a figure of the text has no value, if any. */
export function daysWithoutValue(
  text: string,
  period: EffectivePeriod,
  { figures }: Names,
): { figure: string; on: string } | undefined {
  for (const placeholder of placeholdersOf(text)) {
    if (placeholder?.kind !== 'figure' || placeholder.on !== undefined) continue
    const figure = figures.get(placeholder.figure)
    if (!figure) continue
    const days = [
      period.from,
      ...(period.to ? [period.to] : []),
      ...figure.values.map(({ effective }) => effective.from),
    ]
    const last = figure.values.findLast(({ value }) => value !== undefined)?.effective.to
    if (last !== undefined && (period.to === undefined || last < period.to))
      return { figure: figure.id, on: `after ${last}` }
    for (const on of days)
      if (on >= period.from && (period.to === undefined || on <= period.to) && !valueOn(figure, on))
        return { figure: figure.id, on }
  }
  return undefined
}

/** Numbers in prose that are no figure: digits, percentages, and Chinese numerals with a unit of policy. */
function bareNumbers(text: string, file: string, plain: ReadonlySet<string>): KnowledgeProblem[] {
  const prose = text
    .replace(PLACEHOLDER, ' ')
    .replace(/`[^`]*`/g, ' ')
    .replace(/^\s*\d+\.\s/gm, ' ')
  const found = new Set<string>()
  for (const [number] of prose.matchAll(/(?<![A-Za-z\d])\d[\d,.]*(?:\d|%)?\s*%?/g)) {
    const written = number.trim().replace(/[.,]$/, '')
    if (!plain.has(written)) found.add(written)
  }
  for (const [number] of prose.matchAll(/[一二三四五六七八九十百千万两]+(?:元|万元|天内|日内|个月内|岁|%|％|倍)/g))
    if (!plain.has(number)) found.add(number)
  return [...found].map((number) => ({
    level: 'error',
    file,
    what: `the number ${number} stands in prose`,
    hint: 'Make it a figure and write {{ its-id }}; a number that is a name belongs in plain-numbers.yaml.',
    about: { text: number },
  }))
}
