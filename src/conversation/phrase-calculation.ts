import type { Calculation, Distance, Phrase, Step } from '../core/calculation.ts'
import type { Citation } from '../core/citation.ts'
import { valueOn } from '../core/figure.ts'
import { writtenFor } from '../core/locale.ts'
import type { CalculationReport } from '../core/reply.ts'
import { formatDay, formatValue, formatWhen } from './format-figure.ts'
import { documentsBlock, type PhrasingContext } from './phrase-entry.ts'
import { saySum } from './sums/say-sum.ts'
import { citationsOn } from './told.ts'

const DAYS = new Set(['day', 'from', 'to', 'on'])

/** Names under which a phrase names a way of buying. */
const CHANNELS = new Set(['channel', 'other'])

/** Remarks that belong beside the result: what was assumed, and what does not lower it. */
const isFirst = ({ key }: Phrase): boolean =>
  key.startsWith('note.assumed.') || key === 'note.traveller-assumed' || key === 'note.voucher'

/** Remarks that a line of a comparison does without. */
const isAside = ({ key }: Phrase): boolean =>
  /^note\.(?:channel\..+\.(?:time|risk)|quota-unknown|list-unknown|luggage-own-use)$/.test(key)

/** A sentence of an advisor in words: days and figures in it are written as the reader writes them. */
export function sayPhrase(phrase: Phrase, context: PhrasingContext): string {
  const { key, values } = phrase
  const { knowledge, on, locale, translate } = context
  const summed = saySum(phrase, context)
  if (summed !== undefined) return summed
  const shown: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) {
    const figure = name === 'figure' ? knowledge.figures.get(value) : undefined
    const held = figure && valueOn(figure, on)?.value
    if (figure && held !== undefined) {
      shown[name] = formatValue(held, figure, locale, translate)
      shown.name = figure.name[writtenFor(locale)]
    } else if (figure) shown[name] = figure.name[writtenFor(locale)]
    else if (name === 'when') shown[name] = formatWhen(value, locale)
    else if (CHANNELS.has(name)) shown[name] = lowered(translate(locale, `regime.${value}`))
    else shown[name] = DAYS.has(name) && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value, locale) : value
  }
  return raised(translate(locale, key, shown))
}

/** The name of a channel, or a sentence, within a sentence. */
export const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
/** A sentence that begins with such a name. */
const raised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A calculation with its working: the verdict first, then the steps, what is near, what else to know, the documents. */
export function phraseCalculation(
  calculation: Calculation,
  context: PhrasingContext,
): { text: string; citations: Citation[] } {
  const { knowledge, on, locale, translate } = context
  const citations = citationsOn(calculation.sources, on, locale, knowledge)
  const say = (note: Phrase) => sayPhrase(note, context)
  const notes = calculation.notes.filter((note) => !isFirst(note)).map((note) => `- ${say(note)}`)
  const near = calculation.distances.flatMap((distance) => nearness(distance, context) ?? [])
  const parts = [
    say(calculation.verdict),
    calculation.notes.filter(isFirst).map(say).join('\n'),
    working(calculation.steps, context),
    [...near, ...notes].join('\n'),
    translate(locale, 'reply.as-of', { on: formatDay(on, locale) }),
    documentsBlock(citations, context),
    translate(locale, 'reply.estimate'),
  ]
  return { text: parts.filter(Boolean).join('\n\n'), citations }
}

/** Money with two decimals and groups of three digits. */
const grouped = (money: string) => money.replace(/\B(?=(\d{3})+(?!\d)(?=\.))/g, ',')

function working(steps: Step[], { locale, translate }: PhrasingContext): string {
  if (steps.length === 0) return ''
  const lines = steps.map(({ label, expression, amount, item }) => {
    const name = translate(locale, label) + (item === undefined ? '' : translate(locale, 'calculation.item', { item }))
    const shown = grouped(amount.toFixed(2))
    const bare = /^[\d.]+$/.test(expression)
    return translate(locale, bare ? 'calculation.value' : 'calculation.step', { name, expression, amount: shown })
  })
  return [translate(locale, 'calculation.working'), ...lines.map((line) => `- ${line}`)].join('\n')
}

/** How close a result is to the next threshold, and what happens past it. */
function nearness(
  { figure: id, left, beyond }: Distance,
  { knowledge, locale, translate }: PhrasingContext,
): string | undefined {
  const figure = knowledge.figures.get(id)
  if (!figure || left.lt('0')) return undefined
  return `- ${translate(locale, 'calculation.distance', {
    name: figure.name[writtenFor(locale)],
    left: formatValue(left, figure, locale, translate),
    beyond: translate(locale, beyond),
  })}`
}

/**
 * Results side by side, to be read on a telephone: the verdict, a short line for each with what holds of it alone, then what holds of all.
 * @param question what is asked back, after the results
 */
export function phraseColumns(
  verdict: Phrase,
  columns: Calculation[],
  context: PhrasingContext,
  question = '',
): { text: string; citations: Citation[] } {
  const { knowledge, on, locale, translate } = context
  const citations = citationsOn(
    columns.flatMap(({ sources }) => sources),
    on,
    locale,
    knowledge,
  )
  const say = (note: Phrase) => sayPhrase(note, context)
  const told = columns.map(({ notes }) => notes.filter((note) => !isAside(note)).map(say))
  const times = Map.groupBy(
    told.flatMap((notes) => [...new Set(notes)]),
    (note) => note,
  )
  const shared = [...times].flatMap(([note, all]) => (all.length > 1 ? [note] : []))
  const titles = columns.map((column) => titleOf(column, context))
  const alike = titles.length > 1 && new Set(titles).size === 1
  const lines = columns.map((column, index) => {
    const own = (told[index] ?? []).filter((note) => !shared.includes(note)).join(' ')
    const title = alike ? '' : `**${titles[index]}**${translate(locale, 'list.colon')}`
    return `- ${title}${say(column.verdict)}${own ? ` ${own}` : ''}`
  })
  const parts = [
    say(verdict),
    lines.join('\n'),
    shared.join('\n'),
    question,
    columns.length > 0 && translate(locale, 'reply.as-of', { on: formatDay(on, locale) }),
    documentsBlock(citations, context),
    columns.length > 0 && translate(locale, 'reply.estimate'),
  ]
  return { text: parts.filter(Boolean).join('\n\n'), citations }
}

/** What a column is of: a channel, or one of two ways in which a result may go. */
function titleOf(
  { advisor, inputs: { regime, assumed } }: Calculation,
  { locale, translate }: PhrasingContext,
): string {
  if (regime !== undefined) return translate(locale, `regime.${regime}`)
  return translate(locale, assumed === undefined ? `advisor.${advisor}` : `way.${assumed}`)
}

/** A calculation as it travels over the API: amounts as decimal text, lines in the reader's language. */
export function reportOf(
  calculation: Calculation,
  { knowledge, locale, translate }: PhrasingContext,
): CalculationReport {
  return {
    advisor: calculation.advisor,
    inputs: calculation.inputs,
    steps: calculation.steps.map(({ label, expression, amount }) => ({
      label: translate(locale, label),
      expression,
      amount: amount.toFixed(2),
    })),
    ...(calculation.total !== undefined && { total: calculation.total.toFixed(2) }),
    distances: calculation.distances.map(({ figure, limit, left }) => ({
      label: knowledge.figures.get(figure)?.name[writtenFor(locale)] ?? figure,
      limit: limit.toFixed(),
      left: left.toFixed(),
    })),
    receipt: calculation.receipt,
  }
}
