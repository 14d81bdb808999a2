import { basename } from 'node:path'
import { auroc } from './auroc.ts'
import type { Verdict } from './judge.ts'
import type { Judged } from './run.ts'
import { SUBSTANCES, substanceOf } from './substance.ts'

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

/** Pairs of topics shown as confused at most. */
const MOST_CONFUSIONS = 12

/** Whether the topic the reply was logged under is the one the question is about. A question asked back counts under the likeliest choice. */
export const topicRight = ({ question, reply }: Judged): boolean => question.topic === reply.topic

const inScope = ({ question }: Judged): boolean => question.expect === undefined

const count = (list: Judged[], verdict: Verdict): number => list.filter((one) => one.verdict === verdict).length

/** A table of verdicts by some property of the questions. */
export function table(results: Judged[], heading: string, by: (one: Judged) => string): string {
  const groups = new Map<string, Judged[]>()
  for (const one of results) groups.set(by(one), [...(groups.get(by(one)) ?? []), one])
  const rows = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, list]) => {
      const [right, clarified] = [count(list, 'right'), count(list, 'clarified')]
      return `| ${name} | ${list.length} | ${right} | ${clarified} | ${count(list, 'declined')} | ${count(list, 'wrong')} | ${share(right + clarified, list.length)} |`
    })
  return [
    `| ${heading} | asked | right | clarified | declined | wrong | right or clarified |`,
    '|---|---:|---:|---:|---:|---:|---:|',
    ...rows,
  ].join('\n')
}

/** The figures that decide, of a set of judged questions. Shares lie between 0 and 1. */
export type Totals = {
  inScope: number
  right: number
  clarified: number
  declined: number
  wrong: number
  /** Logged under the right topic. */
  topic: number
  outOfScope: number
  keptOut: number
  auroc: number
}

/** Sums judged questions up. */
export function totals(judged: Judged[]): Totals {
  const inside = judged.filter(inScope)
  const outside = judged.filter((one) => !inScope(one))
  const part = (verdict: Verdict) => count(inside, verdict) / Math.max(1, inside.length)
  return {
    inScope: inside.length,
    right: part('right'),
    clarified: part('clarified'),
    declined: part('declined'),
    wrong: part('wrong'),
    topic: inside.filter(topicRight).length / Math.max(1, inside.length),
    outOfScope: outside.length,
    keptOut: count(outside, 'right') / Math.max(1, outside.length),
    auroc: auroc(judged.map((one) => ({ score: one.scope, positive: inScope(one) }))),
  }
}

/** Totals of several sets beside one another. */
export function sideBySide(columns: Record<string, Totals>): string {
  const names = Object.keys(columns)
  const row = (label: string, value: (one: Totals) => string) =>
    `| ${label} | ${Object.values(columns).map(value).join(' | ')} |`
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`
  return [
    `| | ${names.join(' | ')} |`,
    `|---|${names.map(() => '---:|').join('')}`,
    row('in scope', (one) => String(one.inScope)),
    row('right', (one) => percent(one.right)),
    row('right after one choice', (one) => percent(one.clarified)),
    row('right, at most one choice', (one) => percent(one.right + one.clarified)),
    row('declined', (one) => percent(one.declined)),
    row('confidently wrong', (one) => percent(one.wrong)),
    row('topic right', (one) => percent(one.topic)),
    row('out of scope', (one) => String(one.outOfScope)),
    row('kept out as expected', (one) => (one.outOfScope === 0 ? '–' : percent(one.keptOut))),
    row('AUROC, in scope against out', (one) => (Number.isNaN(one.auroc) ? '–' : one.auroc.toFixed(3))),
  ].join('\n')
}

/** Of the questions about amounts, rates, dates and prohibitions, how many that were answered at all were answered right. */
export function substances(judged: Judged[]): string {
  const rows = SUBSTANCES.map((substance) => {
    const answered = judged.filter(
      (one) => inScope(one) && substanceOf(one.question) === substance && one.verdict !== 'declined',
    )
    const right = answered.length - count(answered, 'wrong')
    return `| ${substance} | ${answered.length} | ${right} | ${share(right, answered.length)} |`
  })
  return ['| about | answered | right | share |', '|---|---:|---:|---:|', ...rows].join('\n')
}

/** The pairs of topics most often taken for one another: the question's, and the one it was logged under. */
export function confusions(judged: Judged[]): string {
  const pairs = new Map<string, number>()
  for (const one of judged)
    if (inScope(one) && !topicRight(one)) {
      const pair = `${one.question.topic} → ${one.reply.topic}`
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
  const rows = [...pairs]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_CONFUSIONS)
    .map(([pair, times]) => `| ${pair} | ${times} |`)
  return ['| topic → logged as | times |', '|---|---:|', ...rows].join('\n')
}

/** Everything about a run, as Markdown. */
export const fullReport = (judged: Judged[]): string =>
  [
    table(judged, 'file', ({ file }) => file),
    table(judged, 'language', ({ question }) => question.lang),
    table(judged, 'kind', ({ question }) => question.kind),
    table(judged.filter(inScope), 'topic', ({ question }) => question.topic ?? ''),
    substances(judged),
    confusions(judged),
  ].join('\n\n')

/** The name a file of questions goes by in reports: its folder and itself. */
export const nameOf = (path: string): string => `${basename(path.replace(/\/[^/]*$/, ''))}/${basename(path)}`
