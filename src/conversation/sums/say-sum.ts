import { Big } from 'big.js'
import { amount, money } from '../../advisors/expression.ts'
import type { Phrase } from '../../core/calculation.ts'
import { COUNTED, isPlace } from '../../core/figure-sum.ts'
import { writtenFor } from '../../core/locale.ts'
import { PLACEHOLDER } from '../../knowledge/placeholder.ts'
import { fill } from '../fill.ts'
import type { PhrasingContext } from '../phrase-entry.ts'

const KEY = /^sum:(?<id>[^:]+):(?<index>\d+)$/

/** The verdict of a sum of `knowledge/sums.yaml`, with its places and figures filled; undefined for any other phrase. */
export function saySum({ key, values }: Phrase, context: PhrasingContext): string | undefined {
  const { id, index } = KEY.exec(key)?.groups ?? {}
  const sum = context.knowledge.sums.sums.find((one) => one.id === id)
  const text = sum?.cases[Number(index)]?.verdict[writtenFor(context.locale)]
  if (text === undefined) return undefined
  const shown = text.replace(PLACEHOLDER, (written, inside: string) =>
    isPlace(inside) ? inWords(values[inside] ?? '', context) : written,
  )
  return fill(shown, context)
}

/** An amount with its unit (`24.5 GBP`) as the reader writes it: coins only where there are any. */
function inWords(value: string, { translate, locale }: PhrasingContext): string {
  const [number = '', unit = ''] = value.split(' ')
  const exact = new Big(number)
  if (COUNTED.some((counted) => counted === unit)) return amount(exact)
  const n = exact.eq(exact.round(0)) || !/^[A-Z]{3}$/.test(unit) ? amount(exact) : money(exact)
  const one = locale === 'en' && exact.eq('1') ? translate(locale, `unit.${unit}.one`, { n }) : undefined
  return one === undefined || one === `unit.${unit}.one` ? translate(locale, `unit.${unit}`, { n }) : one
}
