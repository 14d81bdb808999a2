import { formatValue } from '../conversation/format-figure.ts'
import { inForce } from '../core/effective-period.ts'
import type { Figure } from '../core/figure.ts'
import type { FigureHistory, HeldValue } from '../core/reading.ts'
import type { ReadingContext } from './reading-context.ts'

/** The values a figure has had and will have, newest first; undefined where it has had one only. */
export function historyOf(figure: Figure, context: ReadingContext): FigureHistory | undefined {
  const { on, locale, translate, say, write, date } = context
  const values: HeldValue[] = []
  for (const { effective, value } of figure.values) {
    const shown =
      value === undefined ? translate(locale, 'changes.none') : write(formatValue(value, figure, locale, translate))
    const last = values.at(-1)
    // What was only confirmed by another document did not change.
    if (last && last.value === shown) {
      last.until = effective.to && date(effective.to)
      last.now ||= inForce(effective, on)
      continue
    }
    values.push({
      from: effective.from,
      since: date(effective.from),
      until: effective.to && date(effective.to),
      value: shown,
      now: inForce(effective, on),
    })
  }
  return values.length > 1 ? { name: say(figure.name), values: values.reverse() } : undefined
}
