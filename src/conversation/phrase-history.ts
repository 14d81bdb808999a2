import { addDays, type Day } from '../core/day.ts'
import { type EffectivePeriod, inForce } from '../core/effective-period.ts'
import type { Figure, FigureId, FigureValue } from '../core/figure.ts'
import { writtenFor } from '../core/locale.ts'
import type { OfficialDocument } from '../core/official-document.ts'
import type { Reply } from '../core/reply.ts'
import { formatDay, formatValue } from './format-figure.ts'
import { documentsBlock, type PhrasingContext } from './phrase-entry.ts'
import { citationsOn } from './told.ts'

/** A figure and the day of the change that is asked about; its last value when absent. */
type Asked = { figure: FigureId; on?: Day | undefined }
/** A stretch of days during which a figure has one value, whatever became of the documents behind it. */
type Stretch = EffectivePeriod & {
  value: NonNullable<FigureValue['value']>
  set: FigureValue /** What it rests on at the end. */
  last: FigureValue
}

/** Figures with their history: the change that is asked about, or the document that set a value, in the first sentence; then all values with their days. */
export function phraseHistory(
  asked: readonly Asked[],
  context: PhrasingContext,
  byDocument = false,
): Pick<Reply, 'text' | 'citations' | 'choices'> {
  const { knowledge, on, locale, translate } = context
  const told = asked.flatMap(({ figure: id, on: at }) => {
    const figure = knowledge.figures.get(id)
    const stretches = figure ? stretchesOf(figure) : []
    return figure && stretches.length > 0 ? [{ figure, stretches, on: at }] : []
  })
  const lines = told.map((one) => (byDocument ? setBy(one, context) : bothSides(one, context)))
  const tables = told.flatMap(({ figure, stretches }) =>
    stretches.length < SEVERAL
      ? []
      : [
          [
            translate(locale, 'history.all', { name: figure.name[writtenFor(locale)] }),
            ...stretches.map(
              (stretch) =>
                `- ${period(stretch, context)}${translate(locale, 'list.colon')}${shown(stretch, figure, context)}`,
            ),
          ].join('\n'),
        ],
  )
  const citations = told
    .flatMap(({ stretches }) =>
      stretches
        .toReversed()
        .flatMap(({ set, last, from }) => [
          ...citationsOn(set.sources, from, locale, knowledge),
          ...citationsOn(last.sources, last.effective.to ?? on, locale, knowledge),
        ]),
    )
    .filter((one, index, all) => all.findIndex(({ document }) => document === one.document) === index)
  return {
    text: [lines.join('\n'), ...tables, documentsBlock(citations, context)].filter(Boolean).join('\n\n'),
    citations,
    choices: [],
  }
}
/** Values from which on all of them are listed. */
const SEVERAL = 3

function stretchesOf({ values }: Figure): Stretch[] {
  const found: Stretch[] = []
  for (const set of values) {
    if (set.value === undefined) continue
    const last = found.at(-1)
    if (last && String(last.value) === String(set.value) && last.to === addDays(set.effective.from, -1)) {
      const { to, ...rest } = last
      found[found.length - 1] = { ...rest, last: set, ...(set.effective.to !== undefined && { to: set.effective.to }) }
    } else found.push({ ...set.effective, value: set.value, set, last: set })
  }
  return found
}

const shown = ({ value }: Stretch, figure: Figure, { locale, translate }: PhrasingContext): string =>
  formatValue(value, figure, locale, translate)

const period = ({ from, to }: EffectivePeriod, { locale, translate }: PhrasingContext): string =>
  translate(locale, to === undefined ? 'history.from' : 'history.between', {
    from: formatDay(from, locale),
    to: to === undefined ? '' : formatDay(to, locale),
  })

type Told = { figure: Figure; stretches: Stretch[]; on?: Day | undefined }

/** The values before and after a change, with its day. */
function bothSides({ figure, stretches, on }: Told, context: PhrasingContext): string {
  const { locale, translate } = context
  const at = on === undefined ? -1 : stretches.findIndex(({ from }) => from === on)
  const after = stretches.at(at)
  const before = stretches.at(at - 1)
  if (!after || !before || after === before) return ''
  return translate(locale, 'history.both', {
    name: figure.name[writtenFor(locale)],
    before: shown(before, figure, context),
    until: formatDay(before.to ?? addDays(after.from, -1), locale),
    after: shown(after, figure, context),
    from: formatDay(after.from, locale),
  })
}

/** The document that set the value in force, or the last one, and what it was before. */
function setBy({ figure, stretches, on: since }: Told, context: PhrasingContext): string {
  const { knowledge, on, locale, translate } = context
  const language = writtenFor(locale)
  const at = Math.max(
    stretches.findLastIndex(({ from }) => from <= (since ?? on)),
    0,
  )
  const [now, before] = [stretches[at], at > 0 ? stretches[at - 1] : undefined]
  const document = knowledge.documents.get(now?.set.sources[0]?.document ?? '')
  if (!now || !document) return ''
  const nameOf = ({ number, title }: OfficialDocument) =>
    number[language] === title[language]
      ? number[language]
      : translate(locale, 'citation.name', { title: title[language], number: number[language] })
  const latest = now.last.sources
    .flatMap((source) => knowledge.documents.get(source.document) ?? [])
    .find(({ effective }) => inForce(effective, on))
  const told = translate(locale, before ? 'history.set-changed' : 'history.set', {
    document: nameOf(document),
    name: figure.name[language],
    value: shown(now, figure, context),
    from: formatDay(now.from, locale),
    before: before ? shown(before, figure, context) : '',
  })
  if (latest === undefined || inForce(document.effective, on)) return told
  return `${told}${language === 'en' ? ' ' : ''}${translate(locale, 'history.carried', { document: nameOf(latest) })}`
}
