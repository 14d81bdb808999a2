import type { Reply } from '../../core/reply.ts'
import type { Translate } from '../../core/translate.ts'
import type { Card } from './card.ts'
import { comparisonCard } from './comparison-card.ts'
import { workingCard } from './working-card.ts'

/** A reply's card, and the words that it does not say. */
export type WithCard = { card: Card; rest: string }

/**
 * The part of a reply that a card shows better: the working of a calculation, or results side by side. Undefined where a reply has none. The
 * card takes the place of its paragraph, so that nothing is said twice and nothing is left out.
 */
export function replyCard(reply: Reply, translate: Translate): WithCard | undefined {
  const blocks = reply.text.split('\n\n')
  const shown = (index: number, card: Card) => ({ card, rest: blocks.filter((_, at) => at !== index).join('\n\n') })
  if (reply.outcome === 'calculated' && reply.calculation) {
    const { calculation, locale } = reply
    const at = blocks.findIndex((block) => isWorking(block, calculation.steps.length))
    if (at < 0) return undefined
    const [title = '', ...lines] = (blocks[at] ?? '').split('\n')
    // A line names its step as people read it, and which of several goods it is about.
    const steps = calculation.steps.map((step, index) => ({ ...step, label: nameIn(lines[index]) ?? step.label }))
    const { total } = calculation
    return shown(
      at,
      workingCard({ steps, ...(total !== undefined && { total }) }, title.replaceAll('*', ''), { locale, translate }),
    )
  }
  if (reply.outcome === 'compared') {
    const at = blocks.findIndex((block) => block.split('\n').every((line) => NAMED.test(line)))
    if (at < 0) return undefined
    const columns = (blocks[at] ?? '').split('\n').map((line) => {
      const [, name = '', found = ''] = NAMED.exec(line) ?? []
      return { name, found }
    })
    return shown(at, comparisonCard(columns))
  }
  return undefined
}

/** A line of a comparison: a name in bold, what was found behind a colon. */
const NAMED = /^- \*\*(.+?)\*\*[:：]\s*(.+)$/

/** What stands before the colon of a line of the working. */
const nameIn = (line = ''): string | undefined => /^- (.+?)(?:：|: )/.exec(line)?.[1]

/** A title, and below it a line for each step. */
const isWorking = (block: string, steps: number): boolean => {
  const [title = '', ...lines] = block.split('\n')
  return steps > 0 && !title.startsWith('- ') && lines.length === steps && lines.every((line) => line.startsWith('- '))
}
