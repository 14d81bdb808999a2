import { Big } from 'big.js'
import type { Answer } from '../core/answer.ts'
import { addDays, type Day } from '../core/day.ts'
import type { Figure } from '../core/figure.ts'
import { changesOf, type FigureChange } from '../knowledge/changes.ts'
import { fold } from '../search/fold.ts'
import type { Weights } from '../search/rank.ts'
import { essence } from './essence.ts'
import { figuresMeant } from './figure-asked.ts'
import { type NamedPeriod, namedPeriods } from './named-periods.ts'
import { rankOn } from './rank-question.ts'
import { isHistory } from './told.ts'
import type { Understanding } from './understanding.ts'

/** Asks for a figure on both sides of a change. */
const BOTH_SIDES =
  /前后|[之以]前.{0,10}[之以]后|(?:原来|以前|原先|过去|之前|从前|旧的?).{0,16}(?:现在|如今|目前|后来|今年|新的?)|从(?:多少|几)\S{0,6}(?:提|涨|升|降|减|改|调|变)|\bbefore and after\b|\bbefore\b.{1,60}\b(?:after|since|now)\b|\bfrom what to what\b|\b(?:was|were|used to be)\b.{1,50}\b(?:now|today)\b|\bold and (?:the )?new\b/u
/** Asks for the values themselves, or nothing else. */
const VALUE_ASKED =
  /多少|几|各|分别|前后|以前和现在|\bwhat\b|\bhow (?:much|many)\b|\b(?:both|each|rates?|limits?|allowances?|values?) .{0,40}\bbefore and after\b|^before and after\b/u
const REASON_ASKED = /怎么|咋|为(?:什么|啥|何)|\bwhy\b|\bhow come\b/u
/** Asks which document set a figure. */
const WHICH_DOCUMENT =
  /哪年(?:第?几|哪|的?什么)号|哪(?:一)?[年个份号部条].{0,8}(?:文件|公告|通知|令|法|文|规定)|(?:什么|几号)(?:文件|公告|令|法)|几号文|文号|红头|(?:依据|根据)(?:的)?(?:是)?(?:哪|什么)|\b(?:which|what) (?:\w+ ){0,2}(?:announcements?|documents?|notices?|circulars?|orders?|laws?|regulations?)\b/u
/** Numbers with what they count, of which the number of a document and a year are none. */
const NUMBER =
  /(?<![\d.〔[(])(?<number>\d[\d,]*(?:\.\d+)?)(?![\d.,]*\d)(?:\s?(?:到|至|和|\/|-|to|and|or)\s?\d+(?=[\s-]*(?<shared>天|日|days?|%)))?[\s-]*(?<unit>%|个百分点|percent|天|日(?!\d)|days?|个?月|months?|年(?!的|\d)|years?|岁|元|块|yuan|rmb|cny|美元|美金|刀|dollars?|usd)?(?!\s?号|〕|\]|\/)/gu
const UNITS: [unit: string, words: RegExp][] = [
  ['rate', /^(?:%|个百分点|percent)$/],
  ['days', /^(?:天|日|days?)$/],
  ['months', /^(?:个?月|months?)$/],
  ['years', /^(?:年|years?)$/],
  ['age', /^岁$/],
  ['CNY', /^(?:元|块|yuan|rmb|cny)$/],
  ['USD', /^(?:美元|美金|刀|dollars?|usd)$/],
]
/** What is for the table of changes. */
const CHANGES = /变化|\bchang/u
/** Days that changed are for the entries that tell why. */
const DAYS = new Set(['date', 'month-day'])
/** Units that are said along with a number, or not meant. */
const SAID_ALONG = new Set([
  'rate',
  'days',
  'months',
  'years',
  'age',
  ...'AED AUD CAD EUR GBP JPY MYR NZD PHP RON SAR SGD THB VND'.split(' '),
])
/** Units of which many figures have the same value. */
const COMMON = new Set<string | undefined>(['rate', 'days', 'months', 'years', 'age'])
const YEAR = /^(?:19|20)\d\d$/

/** Whether a change has a value on both of its sides. */
const isWhole = ({ before, after }: FigureChange): boolean => before?.value !== undefined && after?.value !== undefined
const within = (on: Day, { from, to }: NamedPeriod): boolean => addDays(from, -1) <= on && on <= addDays(to, 1)

/**
 * A question for a figure before and after a change, or for the document that set it: told from the figure's own history. Undefined where no figure is meant, where
 * none changed at the time that is named, or where an entry that tells a whole history is found.
 */
export function historyAsked(
  text: string,
  { today, sum }: { today: Day /** Whether it asks for a sum. */; sum: boolean },
  understanding: Understanding,
  weights: Weights,
): Extract<Answer, { outcome: 'answered' }> | undefined {
  const folded = fold(text)
  const sides = !sum && BOTH_SIDES.test(folded) && VALUE_ASKED.test(folded) && !REASON_ASKED.test(folded)
  const document = WHICH_DOCUMENT.test(folded) && !/多少|几多|\bhow (?:much|many)\b/u.test(folded)
  if ((!sides && !document) || CHANGES.test(folded)) return undefined
  const figures = [...understanding.knowledge.figures.values()]
  const ranking = () => rankOn(essence(text), today, understanding, weights).ranked
  if (document) {
    const ranked = ranking()
    const set = valuesSaid(withoutDays(folded, today)).flatMap((said) => {
      const holding = figures.filter((figure) => stretchOf(figure, said) !== undefined)
      const [meant] = figuresMeant(
        text,
        today,
        holding,
        ranked,
        understanding,
        COMMON.has(said.unit) ? USUAL_TIME : USUAL,
      )
      const on = meant && stretchOf(meant, said)
      return meant && on !== undefined ? [{ figure: meant.id, on }] : []
    })
    const [first, ...others] = [...new Map(set.map((one) => [one.figure, one])).values()]
    return first && { outcome: 'answered', topic: 'policy.source', history: [first, ...others], document: true }
  }
  const periods = namedPeriods(folded, today).filter(({ relative, yearless }) => !relative && !yearless)
  const changed = figures.flatMap((figure) => {
    const change = changesOf(figure).findLast(
      (one) =>
        isWhole(one) &&
        !DAYS.has(figure.unit) &&
        (periods.length === 0 || periods.some((period) => within(one.on, period))),
    )
    return change ? [{ figure, on: change.on }] : []
  })
  if (changed.length === 0) return undefined
  const ranked = ranking()
  const [best] = ranked
  const told = understanding.knowledge.entries.get(best?.id ?? '')
  // Among all figures, so that none is told for another that has no such change.
  const [likeliest, ...rest] = figuresMeant(text, today, figures, ranked, understanding)
  const meant = [likeliest, ...rest].flatMap((one) => changed.filter(({ figure }) => figure === one))
  const [first, ...others] = meant
  if (first === undefined || first.figure !== likeliest || told === undefined) return undefined
  if (others.length > 0 && isHistory(told) && (best?.confidence ?? 0) >= CLEAR) return undefined
  const asked = ({ figure, on }: { figure: Figure; on: Day }) => ({ figure: figure.id, on })
  return { outcome: 'answered', topic: told.topic, history: [asked(first), ...others.map(asked)] }
}
/** Whoever names a number alone means the figure that most is told about: `哪号文件定的5000`. */
const [USUAL, USUAL_TIME] = [0.4, 0.15]
/** Confidence from which on an entry with a history of its own is told instead. */
const CLEAR = 0.6

/** A text without the days and years it names, which are no values. */
const withoutDays = (folded: string, today: Day): string =>
  namedPeriods(folded, today).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    folded,
  )
/** Digits from which on a number is a value though nothing is said to be counted by it. */
const BARE = 3

/** A number said, as a figure would hold it. */
type Said = { value: Big; unit: string | undefined }

function valuesSaid(folded: string): Said[] {
  return [...folded.matchAll(NUMBER)].flatMap(({ groups }) => {
    const [number = '', written] = [groups?.number?.replaceAll(',', ''), groups?.unit ?? groups?.shared]
    const unit = written === undefined ? undefined : UNITS.find(([, words]) => words.test(written))?.[0]
    if (unit === undefined && number.length < BARE) return []
    if (YEAR.test(number) && (unit === undefined || unit === 'years')) return []
    return [{ value: unit === 'rate' ? new Big(number).div('100') : new Big(number), unit }]
  })
}

/** The first day of the last time a figure had a value; undefined where it never had it. */
const stretchOf = ({ unit, values }: Figure, said: Said): Day | undefined =>
  (said.unit === undefined ? !SAID_ALONG.has(unit) : said.unit === unit)
    ? values.findLast(({ value }) => value instanceof Big && value.eq(said.value))?.effective.from
    : undefined
