import { money } from '../advisors/expression.ts'
import type { Slots } from '../core/slots.ts'

/** What the wording needs where only some of the goods have no name: what these cost. */
export function unnamedPart({ items }: Slots): { key: '' | '.part'; values: Record<string, string> } {
  const prices = items.flatMap(({ good, total, each, pieces }) => {
    const price = total ?? each?.times(String(pieces ?? 1))
    return good === undefined && price ? [money(price)] : []
  })
  const some = prices.length > 0 && prices.length < items.length
  return some ? { key: '.part', values: { prices: prices.join(' + ') } } : { key: '', values: {} }
}
