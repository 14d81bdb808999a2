import type { Locale } from '../../core/locale.ts'
import type { CalculationReport } from '../../core/reply.ts'
import type { Translate } from '../../core/translate.ts'
import { type Card, type Element, words } from './card.ts'

/** Two decimals and groups of three digits. */
const grouped = (money: string): string => money.replace(/\B(?=(\d{3})+(?!\d)(?=\.))/g, ',')

/** A sum of money at the right of what it is for. */
const row = (left: Element[], amount: string, more: Record<string, unknown> = {}): Element => ({
  type: 'ColumnSet',
  ...more,
  columns: [
    { type: 'Column', width: 'stretch', items: left },
    {
      type: 'Column',
      width: 'auto',
      verticalContentAlignment: 'bottom',
      items: [words(amount, { horizontalAlignment: 'right', weight: 'bolder' })],
    },
  ],
})

/** The working of a calculation: a row for each step, the total below a line. */
export function workingCard(
  { steps, total }: Pick<CalculationReport, 'steps' | 'total'>,
  title: string,
  { locale, translate }: { locale: Locale; translate: Translate },
): Card {
  const money = (amount: string) => translate(locale, 'channel.amount', { amount: grouped(amount) })
  const rows = steps.map(({ label, expression, amount }) => {
    const bare = /^[\d.]+$/.test(expression)
    return row(
      [words(label), ...(bare ? [] : [words(expression, { isSubtle: true, size: 'small', spacing: 'none' })])],
      money(amount),
    )
  })
  const last =
    total === undefined
      ? []
      : [row([words(translate(locale, 'channel.total'), { weight: 'bolder' })], money(total), { separator: true })]
  return { body: [words(title, { weight: 'bolder', size: 'medium' }), ...rows, ...last] }
}
