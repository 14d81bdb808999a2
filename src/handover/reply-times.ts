import type { ReplyTimes } from '../core/handover.ts'

const HOUR = 60 * 60 * 1000

const quantile = (sorted: number[], share: number): number | undefined =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]

/** How long the office took, and how many still wait. Moments in ISO 8601. */
export function replyTimes(rows: readonly { asked: string; answered: string | null; state: string }[]): ReplyTimes {
  const hours = rows
    .flatMap(({ asked, answered }) => (answered === null ? [] : [(Date.parse(answered) - Date.parse(asked)) / HOUR]))
    .sort((a, b) => a - b)
  const [median, slowTenth] = [quantile(hours, 1 / 2), quantile(hours, 9 / 10)]
  return {
    answered: hours.length,
    waiting: rows.filter(({ state }) => state === 'open' || state === 'claimed').length,
    ...(median !== undefined && { median }),
    ...(slowTenth !== undefined && { slowTenth }),
  }
}
