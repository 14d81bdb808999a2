import type { Figure, FigureId } from '../core/figure.ts'
import {
  ANY_CURRENCY,
  COUNTED,
  FILLED,
  type FigureSum,
  figuresOfCase,
  isPlace,
  type Place,
  type SumCase,
} from '../core/figure-sum.ts'
import type { Wording } from '../core/locale.ts'
import { checkMeanings } from './check-phrases.ts'
import { checkText } from './check-text.ts'
import type { Knowledge } from './knowledge.ts'
import { PLACEHOLDER } from './placeholder.ts'
import { type KnowledgeProblem, unknown } from './problem.ts'

/** Units of figures by which a base is multiplied. */
const FACTORS = ['rate', 'count']
const isCurrency = (unit: string): boolean => /^[A-Z]{3}$/.test(unit)
const isCounted = (unit: string): boolean => COUNTED.some((one) => one === unit)

/** The rules across files for `sums.yaml`: every name leads somewhere, units go together, and no sum rests on what is not settled. */
export function checkSums(knowledge: Knowledge): KnowledgeProblem[] {
  const { words, sums } = knowledge.sums
  const seen = new Set<string>()
  return sums.flatMap((sum) => {
    const file = `sums.yaml (${sum.id})`
    const problems = checkSum(sum, file, knowledge)
    if (seen.has(sum.id)) problems.push(wrong(file, `id "${sum.id}" is used twice`, 'Ids are unique; choose another.'))
    seen.add(sum.id)
    const besides = sum.base.beside === undefined ? [] : [`@${sum.base.beside}`]
    problems.push(...checkMeanings([...sum.asks, ...besides], file, { ...knowledge.meanings, ...words }))
    return problems
  })
}

function checkSum(sum: FigureSum, file: string, knowledge: Knowledge): KnowledgeProblem[] {
  const problems: KnowledgeProblem[] = []
  const { unit } = sum.base
  if (!isCurrency(unit) && !isCounted(unit) && unit !== ANY_CURRENCY)
    problems.push(
      wrong(
        file,
        `base: "${unit}" is nothing that can be said`,
        `Write a currency (CNY, GBP), ${ANY_CURRENCY}, or what is counted: ${COUNTED.join(', ')}.`,
      ),
    )
  if (!knowledge.topics.has(sum.topic)) problems.push(unknown(file, 'topic', sum.topic, knowledge.topics.keys()))
  if (!knowledge.entries.has(sum.entry)) problems.push(unknown(file, 'entry', sum.entry, knowledge.entries.keys()))
  if (sum.asks.some((phrase) => phrase.split(/\s+/).every((word) => word.startsWith('!'))))
    problems.push(wrong(file, 'asks: a phrase only says what must not occur', 'Say what must occur as well.'))
  const named = [...(sum.value ? [sum.value.upTo] : []), ...sum.cases.flatMap(figuresOfCase)]
  for (const id of new Set(named)) {
    const figure = knowledge.figures.get(id)
    if (!figure) problems.push(unknown(file, 'figure', id, knowledge.figures.keys()))
    else if (figure.values.every(({ confidence }) => confidence === 'uncertain'))
      problems.push(
        wrong(
          file,
          `"${id}" is not settled: nothing is worked out with it`,
          'Leave the sum out; the entry tells it.',
          id,
        ),
      )
  }
  for (const one of sum.cases) problems.push(...checkCase(one, unit, file, knowledge))
  return problems
}

function checkCase(one: SumCase, base: string, file: string, { figures, ...knowledge }: Knowledge): KnowledgeProblem[] {
  const problems: KnowledgeProblem[] = []
  const expect = (id: FigureId | undefined, fits: (figure: Figure) => boolean, hint: string) => {
    const figure = id === undefined ? undefined : figures.get(id)
    if (figure && !fits(figure))
      problems.push(
        wrong(file, `"${figure.id}" is a figure in ${figure.unit}, which does not fit here`, hint, figure.id),
      )
  }
  const ofBase = ({ unit }: Figure) => unit === base
  for (const id of Object.values(one.bounds)) expect(id, ofBase, `A bound is in the unit of the base: ${base}.`)
  const { work } = one
  const factor = ({ unit }: Figure) => FACTORS.includes(unit)
  if (work.kind === 'share' || work.kind === 'a-day')
    expect(work.rate, factor, 'A share is a rate, or a count of times.')
  if (work.kind === 'share') expect(work.less, ofBase, `What is taken off is in the unit of the base: ${base}.`)
  if (work.kind === 'between')
    for (const id of [work.low, work.high]) expect(id, factor, 'A share is a rate, or a count of times.')
  if (work.kind === 'left' || work.kind === 'beyond')
    expect(work.limit, ofBase, `A limit is in the unit of the base: ${base}.`)
  if (work.kind === 'each') expect(work.amount, ({ unit }) => isCurrency(unit), 'What each costs is money.')
  if ((work.kind === 'each') !== isCounted(base) && work.kind !== 'said')
    problems.push(wrong(file, 'only what is counted has an amount for each', 'Use `each` with a base that is counted.'))
  problems.push(...checkPlaces(one, file))
  problems.push(...checkText(withoutPlaces(one.verdict), file, { figures, ...knowledge }))
  return problems
}

const withoutPlaces = (verdict: Wording): Wording => ({
  'zh-Hans': withoutPlacesIn(verdict['zh-Hans']),
  en: withoutPlacesIn(verdict.en),
})
const withoutPlacesIn = (text: string): string =>
  text.replace(PLACEHOLDER, (written, inside: string) => (isPlace(inside) ? '' : written))

function checkPlaces({ work, verdict }: SumCase, file: string): KnowledgeProblem[] {
  const filled: readonly Place[] = ['base', ...FILLED[work.kind]]
  const places = (text: string) =>
    new Set([...text.matchAll(PLACEHOLDER)].flatMap(([, inside = '']) => (isPlace(inside) ? [inside] : [])))
  const [chinese, english] = [places(verdict['zh-Hans']), places(verdict.en)]
  const problems = [...chinese.union(english)]
    .filter((place) => !filled.includes(place))
    .map((place) =>
      wrong(file, `{{ ${place} }} is not worked out here`, `A ${work.kind} fills ${filled.join(', ')}.`, place),
    )
  const apart = [...chinese.symmetricDifference(english)]
  if (apart.length > 0)
    problems.push(
      wrong(file, `the two languages show different results: ${apart.join(', ')}`, 'Both show the same.', apart[0]),
    )
  return problems
}

const wrong = (file: string, what: string, hint: string, text?: string): KnowledgeProblem => ({
  level: 'error',
  file,
  what,
  hint,
  ...(text !== undefined && { about: { text } }),
})
