import { weekOfDay } from '../../src/insights/weeks.ts'
import type { Cell, Dimension, QuestionCounts, QuestionWords } from '../../src/questions/question-counts.ts'

/** A question as a test writes it down. */
export type Asked = {
  day: string
  asker: string
  topic?: string
  outcome?: string
  why?: string | null
  entry?: string | null
  misconception?: string | null
  channel?: string
  locale?: string
  audience?: string | null
  helpful?: boolean
  text?: string
}

/** The read side of a question log, counted by going through a list: the simplest thing that is right. */
export function counted(log: readonly Asked[]): QuestionCounts {
  const valueIn = (asked: Asked, dimension: Dimension): string | null => {
    if (dimension === 'week') return weekOfDay(asked.day)
    if (dimension === 'month') return asked.day.slice(0, 7)
    if (dimension === 'boundary') return null
    const fallback = { topic: 'quota.annual', outcome: 'answered', channel: 'web', locale: 'zh-Hans' }
    return asked[dimension] ?? (fallback as Partial<Record<Dimension, string>>)[dimension] ?? null
  }
  const within = (days: { from: string; to: string }, narrowed: Record<string, readonly (string | null)[]> = {}) =>
    log.filter(
      (asked) =>
        asked.day >= days.from &&
        asked.day <= days.to &&
        Object.entries(narrowed).every(([dimension, values]) =>
          values.includes(valueIn(asked, dimension as Dimension)),
        ),
    )
  const earlier = new Map<string, number>()
  const repeats = new Set(
    log.filter((asked) => {
      const name = [weekOfDay(asked.day), asked.asker, valueIn(asked, 'topic')].join()
      earlier.set(name, (earlier.get(name) ?? 0) + 1)
      return (earlier.get(name) ?? 0) > 1
    }),
  )
  return {
    async cells(days, by, narrowed) {
      const groups = Map.groupBy(within(days, narrowed), (asked) =>
        JSON.stringify(by.map((dimension) => valueIn(asked, dimension))),
      )
      return [...groups].map(([name, some]): Cell => {
        const values = JSON.parse(name) as (string | null)[]
        const weeks = Map.groupBy(some, ({ day }) => weekOfDay(day))
        return {
          keys: Object.fromEntries(by.map((dimension, index) => [dimension, values[index] ?? null])),
          asked: some.length,
          askers: Math.max(...[...weeks.values()].map((week) => new Set(week.map(({ asker }) => asker)).size)),
          helpful: some.filter(({ helpful }) => helpful === true).length,
          notHelpful: some.filter(({ helpful }) => helpful === false).length,
          again: some.filter((asked) => repeats.has(asked)).length,
        }
      })
    },
    async *words(days, narrowed, most) {
      for (const asked of within(days, narrowed).toReversed().slice(0, most))
        yield {
          text: asked.text ?? '',
          asker: asked.asker,
          week: weekOfDay(asked.day),
          topic: valueIn(asked, 'topic'),
          outcome: valueIn(asked, 'outcome'),
          why: asked.why ?? null,
          locale: valueIn(asked, 'locale'),
        } as QuestionWords
    },
    async [Symbol.asyncDispose]() {},
  }
}
