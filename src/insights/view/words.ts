import type { Day } from '../../core/day.ts'
import type { Locale } from '../../core/locale.ts'
import { type Count, isHidden, isWhole } from '../disclosure/count.ts'
import type { Filters } from '../filters.ts'
import { valueName } from '../reports/names.ts'
import type { Say } from '../reports/report.ts'
import type { Ratio, Share } from '../trends/rate-ratio.ts'
import { mondayOf, sundayOf, type Week } from '../weeks.ts'

/** Writes days and numbers as a language does; made once, for making them takes long. */
const WRITERS = Object.fromEntries(
  (['zh-Hans', 'zh-Hant', 'en'] as const).map((locale) => {
    const tag = locale === 'en' ? 'en-GB' : locale
    return [
      locale,
      {
        day: new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }),
        number: new Intl.NumberFormat(tag),
        percent: new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }),
        factor: new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
        nearly: new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
      },
    ]
  }),
) as Record<
  Locale,
  Record<'number' | 'percent' | 'factor' | 'nearly', Intl.NumberFormat> & { day: Intl.DateTimeFormat }
>

/** A day in words: `2 November 2026`, `2026年11月2日`. */
export const dayInWords = (locale: Locale, day: Day): string => WRITERS[locale].day.format(new Date(`${day}T00:00:00Z`))

/** A number that may be held back: `1,205`, `<5`, `≥30`. */
export function countInWords(locale: Locale, say: Say, count: Count): string {
  if (isHidden(count)) return say('insights.count.hidden', { below: count.below })
  const value = WRITERS[locale].number.format(count.value)
  return isWhole(count) ? value : say('insights.count.part', { value })
}

/** A bound of a ratio: to two places where one would make it 1, for on which side of 1 it lies is what it says. */
function boundInWords(locale: Locale, bound: number): string {
  const { factor, nearly } = WRITERS[locale]
  return (bound.toFixed(1) === '1.0' ? nearly : factor).format(bound)
}

/** A ratio with its interval: `×1.6 (1.2–2.1)`. */
export function ratioInWords(locale: Locale, say: Say, ratio: Ratio | undefined): string {
  if (ratio === undefined) return say('insights.few')
  return say('insights.ratio', {
    low: boundInWords(locale, ratio.low),
    middle: WRITERS[locale].factor.format(ratio.middle),
    high: boundInWords(locale, ratio.high),
  })
}

/** A share with its interval: `62% (58–66%)`. */
export function shareInWords(locale: Locale, say: Say, share: Share | undefined): string {
  if (share === undefined) return say('insights.few')
  const [low, middle, high] = [share.low, share.middle, share.high].map((one) => WRITERS[locale].percent.format(one))
  return say('insights.share', { low: low ?? '', middle: middle ?? '', high: high ?? '' })
}

/** A period in words. */
export const periodInWords = (locale: Locale, say: Say, weeks: readonly Week[]): string =>
  say('insights.period', {
    from: dayInWords(locale, mondayOf(weeks[0] ?? '')),
    to: dayInWords(locale, sundayOf(weeks.at(-1) ?? '')),
  })

/** What a view is narrowed to, in words; empty when it is not. */
export const filtersInWords = (say: Say, filters: Filters): string =>
  (['channel', 'language', 'audience'] as const)
    .flatMap((name) => {
      const value = filters[name]
      return value === undefined
        ? []
        : [say('insights.narrowed', { what: say(`insights.filter.${name}`), value: valueName(say, name, value) })]
    })
    .join(say('insights.list'))

/** How many weeks, in words. */
export const weeksInWords = (say: Say, weeks: number): string =>
  weeks === 1 ? say('insights.week') : say('insights.weeks', { weeks })
