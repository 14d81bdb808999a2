import type { Figure } from '../core/figure.ts'
import type { KnowledgeProblem } from './problem.ts'

/**
 * Round numbers that measure, count, time or answer HTTP all over the code, although some figure happens to have the same value. In the
 * folders that know the policy only those of `UNITS` pass.
 */
const TECHNICAL = new Set([
  '100',
  '200',
  '250',
  '400',
  '500',
  '1000',
  '3000',
  '8000',
  '10000',
  '20000',
  '30000',
  '60000',
  '100000',
  '50000',
  '200000',
  '1000000',
])
/** Per cent, grams in a kilogram, 万. */
const UNITS = new Set(['100', '500', '1000', '10000', '1000000'])

/** Where rules of the policy are worked out or told: here a round number is no excuse. */
const OF_POLICY = /(?:^|\/)(?:advisors\/|conversation\/(?:phrase|advise|told|guide))/

/** Folders that cannot know the policy: their import rules keep it from them. Numbers in them measure, time and cut. */
const WITHOUT_POLICY =
  /(?:^|\/)(?:channels|database|demo|eval|handover|http|insights|office|questions|subscriptions|telemetry)\//

/** Days far away that stand for "always" and "never". */
const FAR = /^(?:0001-01-01|2010-01-01|20[4-9]\d-\d\d-\d\d|2[1-9]\d\d-\d\d-\d\d)$/

const NUMBER = /(?<![\w.$#/:-])\d[\d_]*(?:\.\d+)?(?![\w-])/g
const DAY = /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/g
const DOCUMENT_NUMBER = /〔\d{4}〕\s*\d+|\d{4}\s*年\s*第\s*\d+\s*号|\bNo\.\s*\d+\s+of\s+\d{4}/g

/** Small whole numbers index, count and cut texts; telling them from policy is a reviewer's work. */
const TELLING_FROM = 100

/** A source text with its comments, and lines that only show how something is written (usage, hints), blanked; lines keep their numbers. */
function codeOf(text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ')
  return text
    .replace(/\/\*[\s\S]*?\*\//g, blank)
    .replace(/(^|\s)\/\/.*$/gm, blank)
    .replace(/^.*\b(?:usage|Write)\b.*$/gm, blank)
}

const isTelling = (value: string): boolean => value.includes('.') || Number(value) >= TELLING_FROM

/**
 * Policy that stands in the code: a number that is the value of a figure, a day on which a figure changes, the number of a document. Numbers are looked for
 * where policy is known; days and document numbers everywhere. Pure.
 * @param sources path → text of the service's own code
 */
export function checkCode(
  sources: ReadonlyMap<string, string>,
  figures: ReadonlyMap<string, Figure>,
): KnowledgeProblem[] {
  const values = new Map<string, string>()
  const days = new Map<string, string>()
  for (const { id, values: history } of figures.values())
    for (const { value, effective } of history) {
      days.set(effective.from, id)
      if (effective.to !== undefined) days.set(effective.to, id)
      if (value !== undefined && isTelling(String(value)) && !values.has(String(value))) values.set(String(value), id)
    }
  const problems: KnowledgeProblem[] = []
  for (const [file, text] of sources) {
    const allowed = OF_POLICY.test(file) ? UNITS : TECHNICAL
    const report = (line: number, what: string) =>
      problems.push({
        level: 'error',
        file,
        line,
        what,
        hint: 'Policy is data: read it from a figure or the register of documents.',
      })
    codeOf(text)
      .split('\n')
      .forEach((code, index) => {
        for (const [written] of WITHOUT_POLICY.test(file) ? [] : code.replace(DAY, ' ').matchAll(NUMBER)) {
          const number = written.replaceAll('_', '')
          const figure = values.get(number)
          if (figure !== undefined && !allowed.has(number) && !(number.includes('.') && !OF_POLICY.test(file)))
            report(index + 1, `the number ${written} is the value of "${figure}"`)
        }
        for (const [day] of code.matchAll(DAY))
          if (days.has(day) && !FAR.test(day))
            report(index + 1, `on the day ${day} the figure "${days.get(day)}" changes`)
        for (const [number] of code.matchAll(DOCUMENT_NUMBER))
          report(index + 1, `the document number ${number} stands in code`)
      })
  }
  return problems
}
