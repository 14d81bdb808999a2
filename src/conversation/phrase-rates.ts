import type { RatesAsked, RateWay } from '../core/answer.ts'
import { inForce } from '../core/effective-period.ts'
import { valueOn } from '../core/figure.ts'
import type { Good } from '../core/good.ts'
import { writtenFor } from '../core/locale.ts'
import type { Reply } from '../core/reply.ts'
import { formatValue } from './format-figure.ts'
import { documentsBlock, type PhrasingContext } from './phrase-entry.ts'
import { citationsOn } from './told.ts'

/** A sentence and the figures it shows, by the names they have in it. */
type Told = { key: string; figures: Record<string, string> }

/** Thresholds from which cosmetics are high-end. */
const THRESHOLDS = { ml: 'cosmetics-threshold-per-ml', sheet: 'cosmetics-threshold-per-sheet' }

/** What a kind of goods bears within the limits of retail import. */
function ofRetailImport({ consumptionTax, parcelClass, vat }: Good, on: string): Told | undefined {
  switch (consumptionTax) {
    case 'none': {
      const rate = vat.find(({ effective }) => inForce(effective, on))?.rate
      if (rate === 'exempt') return { key: 'rate.cbec.exempt', figures: {} }
      if (rate === 'vat-standard-rate') return { key: 'rate.cbec.plain', figures: { rate: 'composite-ordinary' } }
      if (rate === 'vat-reduced-rate') return { key: 'rate.cbec.plain', figures: { rate: 'composite-reduced' } }
      return undefined
    }
    case 'high-end-cosmetics':
      return parcelClass === 3
        ? { key: 'rate.cbec.plain', figures: { rate: 'composite-high-end-cosmetics' } }
        : {
            key: 'rate.cbec.cosmetics',
            figures: { ...THRESHOLDS, high: 'composite-high-end-cosmetics', rate: 'composite-ordinary' },
          }
    case 'spirits':
      return { key: 'rate.cbec.spirits', figures: { rate: 'composite-spirits', litre: 'ct-spirits-per-litre' } }
    case 'beer':
      return { key: 'rate.cbec.beer', figures: { low: 'beer-common-rate-low', high: 'beer-common-rate-high' } }
    case 'yellow-wine':
      return { key: 'rate.cbec.yellow-wine', figures: { litre: 'ct-yellow-wine-per-litre' } }
    case 'watch':
      return undefined
    default:
      return { key: 'rate.cbec.plain', figures: { rate: `composite-${consumptionTax}` } }
  }
}

/** What it bears as a parcel or as luggage. */
function ofPersonalArticles({ consumptionTax, parcelClass }: Good): Told | undefined {
  if (parcelClass === 'unsettled') return undefined
  if (parcelClass !== 'by-threshold')
    return { key: 'rate.personal.plain', figures: { rate: `parcel-rate-class-${parcelClass}` } }
  const rates = { high: 'parcel-rate-class-3', rate: 'parcel-rate-class-2' }
  return consumptionTax === 'watch'
    ? { key: 'rate.personal.watch', figures: { ...rates, threshold: 'watch-threshold' } }
    : { key: 'rate.personal.cosmetics', figures: { ...rates, ...THRESHOLDS } }
}

/** The rates that goods may bear, as retail imports and as personal articles. */
export const rateFiguresOf = (good: Good, on: string): string[] =>
  [ofRetailImport(good, on), ofPersonalArticles(good)].flatMap((told) => {
    const { rate, high } = told?.figures ?? {}
    return [rate, high].filter((figure) => figure !== undefined)
  })

/**
 * The rates of a kind of goods by the ways asked for, a sentence for each, with the documents behind them.
 * @param question what is asked for after them
 */
export function phraseRates(
  { good: id, ways }: RatesAsked,
  context: PhrasingContext,
  question = context.translate(context.locale, 'rate.price'),
): Pick<Reply, 'text' | 'citations' | 'choices'> {
  const { knowledge, on, locale, translate } = context
  const language = writtenFor(locale)
  const good = knowledge.goods.get(id) as Good
  const sources = [...good.sources]
  const sentence = (way: RateWay): string[] => {
    const told = way === 'cbec' ? ofRetailImport(good, on) : ofPersonalArticles(good)
    if (!told) return []
    const values: Record<string, string> = { good: good.name[language] }
    for (const [name, figureId] of Object.entries(told.figures)) {
      const figure = knowledge.figures.get(figureId)
      const held = figure && valueOn(figure, on)
      if (!figure || held?.value === undefined) return []
      values[name] = formatValue(held.value, figure, locale, translate)
      sources.push(...held.sources)
    }
    return [translate(locale, told.key, values)]
  }
  const sentences = ways.flatMap(sentence)
  const tariff = good.tariff === undefined ? undefined : knowledge.figures.get(good.tariff)
  const held = tariff && valueOn(tariff, on)
  if (ways.includes('cbec') && tariff && held?.value !== undefined) {
    sentences.push(translate(locale, 'rate.tariff', { rate: formatValue(held.value, tariff, locale, translate) }))
    sources.push(...held.sources)
  }
  const citations = citationsOn(sources, on, locale, knowledge)
  const titles = [good.entry, 'rate-table', 'parcel-tax-rates'].flatMap(
    (entry) => knowledge.entries.get(entry ?? '')?.texts[language].title ?? [],
  )
  return {
    text: [sentences.join('\n\n'), question, documentsBlock(citations, context)].join('\n\n'),
    citations,
    choices: [...new Set(titles)].map((title) => ({ label: title, utterance: title })),
  }
}
