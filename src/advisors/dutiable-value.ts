import type { Phrase, Step } from '../core/calculation.ts'
import { bracketed, money, plain } from './expression.ts'
import type { Order, Priced } from './order.ts'
import { ZERO } from './rounding.ts'

/** How the value of an order comes about, and what each item's share of it is. */
export function valueSteps(order: Order, { goods, value, valued }: Priced, label = 'step.dutiable-value'): Step[] {
  const prices = valued.map(({ article: { total, each, pieces }, price }) => {
    if (total !== undefined) return plain(total)
    if (each !== undefined) return pieces === undefined || pieces === 1 ? plain(each) : `${plain(each)} × ${pieces}`
    const { foreign, exchangeRate } = order
    return foreign && exchangeRate ? `${plain(foreign.amount)} × ${plain(exchangeRate)}` : plain(price)
  })
  const added = [order.freight, order.insurance].flatMap((part) => (part?.gt(ZERO) ? [` + ${plain(part)}`] : []))
  const spared = order.openDiscount?.gt(ZERO) ? ` − ${plain(order.openDiscount)}` : ''
  const steps: Step[] = [{ label, expression: `${prices.join(' + ')}${spared}${added.join('')}`, amount: value }]
  if (valued.length === 1 || goods.eq(value)) return steps
  const shares = valued.map(
    ({ price, value: share, item }, index): Step => ({
      label: 'step.item-value',
      expression:
        index < valued.length - 1
          ? `${plain(value)} × ${plain(price)} ÷ ${plain(goods)}`
          : `${plain(value)} − ${bracketed(valued.slice(0, -1).map((other) => plain(other.value)))}`,
      amount: share,
      item,
    }),
  )
  return [...steps, ...shares]
}

/** Says that a voucher lowered nothing. */
export const voucherNotes = ({ voucher }: Order): Phrase[] =>
  voucher?.gt(ZERO) ? [{ key: 'note.voucher', values: { voucher: money(voucher) } }] : []
