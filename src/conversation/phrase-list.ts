import type { Citation } from '../core/citation.ts'
import { valueOn } from '../core/figure.ts'
import type { GoodId } from '../core/good.ts'
import { writtenFor } from '../core/locale.ts'
import type { PositiveListLine } from '../core/positive-list.ts'
import type { Choice } from '../core/reply.ts'
import { type MayItComeIn, mayItComeIn } from '../knowledge/may-it-come-in.ts'
import { fill } from './fill.ts'
import { formatDay, formatValue } from './format-figure.ts'
import { contacts, documentsBlock, type PhrasingContext } from './phrase-entry.ts'
import { citationsOn } from './told.ts'

/** Whom to ask where the list is not known. */
const CUSTOMS = 'customs-12360'
/** Lines shown of a heading at most. */
const MOST_LINES = 8

/** Whether goods may come in as retail import: what the list says in its official words, what must be met, and honestly what is not known. */
export function phraseList(
  sought: { good: GoodId } | { code: string },
  context: PhrasingContext,
): { text: string; citations: Citation[]; choices: Choice[] } {
  const { knowledge, on, locale, translate } = context
  const language = writtenFor(locale)
  const kind = 'good' in sought ? knowledge.goods.get(sought.good) : undefined
  const found = mayItComeIn(kind ? { good: kind } : { code: 'code' in sought ? sought.code : '' }, on, knowledge)
  const citations = citationsOn(found.sources, on, locale, knowledge)
  const { good, line, below, remark, barred, quantityCap, entry, version, complete } = found
  const say = (key: string, values: Record<string, string> = {}) => translate(locale, `eligibility.${key}`, values)
  const name = good?.name[language] ?? ''
  const cap = quantityCap === undefined ? undefined : knowledge.figures.get(quantityCap)
  const held = cap && valueOn(cap, on)?.value
  const lineOf = ({ code, name: official, remark: must }: PositiveListLine) =>
    say(must === undefined ? 'line' : 'line-remark', { code, name: official, remark: must ?? '' })
  const doubt = found.list === 'unknown' || found.list === 'conditional' || !complete
  const parts = [
    say(verdictOf(found), {
      name: name || say('code', { code: 'code' in sought ? sought.code : '' }),
      on: formatDay(on, locale),
    }),
    [...(line ? [line] : below.slice(0, MOST_LINES))].map((one) => `- ${lineOf(one)}`).join('\n'),
    [
      'code' in sought && good && say('good', { name }),
      remark && say('remark', { remark: fill(remark[language], context) }),
      cap &&
        held !== undefined &&
        say('cap', { name: cap.name[language], value: formatValue(held, cap, locale, translate) }),
      ...barred.filter((channel) => channel !== 'cbec').map((channel) => say(`barred.${channel}`)),
    ]
      .filter(Boolean)
      .map((one) => `- ${one}`)
      .join('\n'),
    version && !complete && say('incomplete', { from: formatDay(version.effective.from, locale) }),
    documentsBlock(citations, context),
    doubt && translate(locale, 'reply.ask', { whom: contacts([CUSTOMS], context) }),
  ]
  const title = entry === undefined ? undefined : knowledge.entries.get(entry)?.texts[language].title
  return {
    text: parts.filter(Boolean).join('\n\n'),
    citations,
    choices: title === undefined ? [] : [{ label: title, utterance: title }],
  }
}

/** The first sentence: a bar outweighs the list, and before the first list there was none. */
function verdictOf({ list, line, barred, version, below }: MayItComeIn): string {
  if (barred.includes('cbec')) return 'barred'
  if (version === undefined) return 'no-list'
  if (list === 'listed' && line?.remark !== undefined) return 'conditional'
  return list === 'unknown' && below.length > 0 ? 'heading' : list
}
