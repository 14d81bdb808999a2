import type { Big } from 'big.js'
import type { Reading } from '../../../src/conversation/slots/reading.ts'
import type { Item } from '../../../src/core/slots.ts'

const isAmount = (value: unknown): value is Big => typeof value === 'object' && value !== null && 'toFixed' in value

const shownItem = ({ good, pieces, content, each, total, vatRate }: Item): string =>
  [
    pieces === undefined ? '' : `${pieces}x`,
    good ?? '',
    content ? `${content.amount.toFixed()}${content.unit}` : '',
    vatRate ? `vat ${vatRate.toFixed()}` : '',
    each ? `@${each.toFixed()}` : '',
    total ? `=${total.toFixed()}` : '',
  ]
    .filter((part) => part !== '')
    .join(' ')

/** A reading in one line: `2x cream 50ml @480 | freight 0 | regime cbec`. `@` is the price of one piece, `=` of all. */
export function shown({ items, hsCodes, foreign, ...slots }: Reading): string {
  const rest = Object.entries(slots)
    .filter(([, value]) => value !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([name, value]) =>
        `${name} ${isAmount(value) ? value.toFixed() : Array.isArray(value) ? value.join('+') : value}`,
    )
  return [
    ...(items.length > 0 ? [items.map(shownItem).join(', ')] : []),
    ...(foreign ? [`foreign ${foreign.amount.toFixed()} ${foreign.currency}`] : []),
    ...rest,
    ...(hsCodes.length > 0 ? [`hs ${hsCodes.join(' ')}`] : []),
  ].join(' | ')
}
