import { Big } from 'big.js'
import { z } from 'zod'
import type { Source } from '../core/citation.ts'
import { addDays, day } from '../core/day.ts'
import type { EffectivePeriod } from '../core/effective-period.ts'
import type { Figure, FigureValue } from '../core/figure.ts'
import { confidence, id, source, wording } from './fields.ts'
import { FORMULAS, type FormulaName } from './formulas.ts'
import type { KnowledgeProblem } from './problem.ts'
import { parseYaml } from './yaml.ts'

Big.strict = true

const value = z
  .strictObject({
    from: day,
    to: day.optional(),
    value: z.union([z.number(), z.string().min(1)]),
    document: id,
    clause: z.coerce.string().optional(),
    also: z.array(source).default([]),
    confidence: confidence.default('verified'),
  })
  .refine(({ from, to }) => to === undefined || from <= to, 'ends before it begins')

const common = {
  name: wording,
  unit: z.string().regex(/^[A-Za-z][A-Za-z-]*$/),
  digits: z.number().int().min(0).max(8).optional(),
}
const typed = z.strictObject({ ...common, values: z.array(value).min(1) })
const computed = z.strictObject({
  ...common,
  formula: z.enum(Object.keys(FORMULAS) as [FormulaName, ...FormulaName[]]),
  inputs: z.record(z.string(), id),
})

/** A figure that is computed from others, before they are known. */
export type ComputedFigure = Omit<Figure, 'values'> & {
  formula: FormulaName
  inputs: Record<string, string>
  file: string
}

export type ParsedFigure = {
  id: string
  figure?: Figure
  computed?: ComputedFigure
  problems: KnowledgeProblem[]
}

/** Units whose values are texts, and the day that a text must make with what is put before it; 29 February is a day of the year. */
const TEXT_UNITS: Record<string, string> = { date: '', 'month-day': '2000-' }

/** Parses `figures/<id>.yaml`. */
export function parseFigure(file: string, content: string): ParsedFigure {
  const figureId = file.replace(/^figures\//, '').replace(/\.yaml$/, '')
  if (/^formula:/m.test(content)) {
    const parsed = parseYaml(content, file, computed)
    if (!parsed.value) return { id: figureId, problems: parsed.problems }
    return { id: figureId, computed: { id: figureId, file, ...parsed.value }, problems: [] }
  }
  const parsed = parseYaml(content, file, typed)
  if (!parsed.value) return { id: figureId, problems: parsed.problems }
  const { name, unit, digits } = parsed.value
  const problems: KnowledgeProblem[] = []
  const at = (index: number, what: string, hint?: string) =>
    problems.push({ level: 'error', file, line: parsed.lineOf(['values', index]), what, hint })

  const values = parsed.value.values.map((row, index): FigureValue => {
    const effective: EffectivePeriod = row.to === undefined ? { from: row.from } : { from: row.from, to: row.to }
    const sources: Source[] = [{ document: row.document, clause: row.clause }, ...row.also]
    const held = { effective, sources, confidence: row.confidence }
    if (row.value === 'none') return { ...held, value: undefined }
    const shape = TEXT_UNITS[unit]
    if (shape !== undefined) {
      if (!day.safeParse(`${shape}${row.value}`).success)
        at(
          index,
          `value: "${row.value}" is no ${unit}`,
          'Write a date as 2026-03-01 and a month-day as "04-30", quoted.',
        )
      return { ...held, value: String(row.value) }
    }
    try {
      return { ...held, value: new Big(String(row.value)) }
    } catch {
      at(index, `value: "${row.value}" is no number`, 'Write 26000, not 26,000; write a rate as a fraction, 0.13.')
      // Any number will do: what is wrong has been said, and the texts that show the figure are not to blame.
      return { ...held, value: new Big('0') }
    }
  })

  values.forEach(({ effective }, index) => {
    const before = values[index - 1]?.effective
    if (!before) return
    if (before.to === undefined || before.to >= effective.from)
      at(
        index,
        `begins on ${effective.from}, before the value above has ended`,
        'Close the older value with `to`: the day before the new one begins.',
      )
    else if (nextDay(before.to) !== effective.from)
      at(
        index,
        `nothing is said about the days from ${nextDay(before.to)} to ${effective.from}`,
        'Close the gap, or declare it with `value: none`.',
      )
  })
  return { id: figureId, figure: { id: figureId, name, unit, digits, values }, problems }
}

const nextDay = (from: string) => addDays(from, 1)
