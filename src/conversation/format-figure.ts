import { Big } from 'big.js'
import type { Day } from '../core/day.ts'
import type { Figure } from '../core/figure.ts'
import type { Locale } from '../core/locale.ts'
import type { Translate } from '../core/translate.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** A day as people write it: 2019年1月1日, 1 January 2019. */
export function formatDay(on: Day, locale: Locale): string {
  const [year, month, date] = on.split('-').map(Number)
  return locale === 'en' ? `${date} ${MONTHS[(month ?? 1) - 1]} ${year}` : `${year}年${month}月${date}日`
}

/** A day or a month (`2026-07`) within a sentence: 2026年7月, in July 2026, on 1 July 2026. */
export function formatWhen(when: string, locale: Locale): string {
  const [year, month, date] = when.split('-').map(Number)
  if (date !== undefined) return locale === 'en' ? `on ${formatDay(when, locale)}` : formatDay(when, locale)
  return locale === 'en' ? `in ${MONTHS[(month ?? 1) - 1]} ${year}` : `${year}年${month}月`
}

/** A number with groups of three digits, without trailing zeros beyond what was given. */
export function formatNumber(value: Big): string {
  const [whole = '0', fraction] = value.toFixed().split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

const HUNDRED = new Big('100')

/** A figure's value in words: with its unit, or the bare number. */
export function formatValue(
  value: Big | string,
  { unit, digits }: Pick<Figure, 'unit' | 'digits'>,
  locale: Locale,
  translate: Translate,
  show: 'value' | 'number' = 'value',
): string {
  if (typeof value === 'string') {
    if (unit === 'date') return formatDay(value, locale)
    const [month, date] = value.split('-').map(Number)
    return locale === 'en' ? `${date} ${MONTHS[(month ?? 1) - 1]}` : `${month}月${date}日`
  }
  if (unit === 'rate') {
    const percent = value.times(HUNDRED).round(digits ?? 2, Big.roundHalfUp)
    return show === 'number' ? percent.toFixed() : `${percent.toFixed()}%`
  }
  const rounded = digits === undefined ? value : value.round(digits, Big.roundHalfUp)
  const number = formatNumber(rounded)
  if (show === 'number' || unit === 'count') return number
  // The third Wednesday of a month: which one of several.
  if (unit === 'nth') return translate(locale, `unit.nth.${number}`)
  const key = locale === 'en' && value.eq('1') ? `unit.${unit}.one` : `unit.${unit}`
  const words = translate(locale, key, { n: number })
  return words === key ? translate(locale, `unit.${unit}`, { n: number }) : words
}
