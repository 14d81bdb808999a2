import { Big } from 'big.js'
import type { Figure } from './core/figure.ts'
import { keptIn } from './kept.ts'
import type { KeepKnowledge } from './knowledge/keep.ts'
import type { Knowledge } from './knowledge/knowledge.ts'

/** The code that makes knowledge of files. */
const CODE = ['knowledge', 'core']

/** Figures with each number as text, since `Big` is a class. */
type Written = Omit<Knowledge, 'figures'> & { figures: ReadonlyMap<string, Figure>; numbers: (string | undefined)[] }

/**
 * Keeps sound knowledge on disk, so that a start need not parse and check a thousand files that were sound the last time.
 * @param folder where; the folder of the packages' caches when absent
 */
export function keptKnowledge(folder?: string): KeepKnowledge {
  const kept = keptIn(folder)
  return async (revision, build) => {
    const sources = { code: CODE, texts: [revision] }
    const { value, keep } = kept.take<Written>('knowledge', sources, (read) => 'numbers' in read)
    if (value !== undefined) return { knowledge: read(value), problems: [] }
    const built = await build()
    if (built.knowledge) keep(written(built.knowledge))
    return built
  }
}

function written(knowledge: Knowledge): Written {
  const numbers: Written['numbers'] = []
  const figures = withValues(knowledge.figures, (value) => {
    numbers.push(value instanceof Big ? value.toString() : undefined)
    return value instanceof Big ? undefined : value
  })
  return { ...knowledge, figures, numbers }
}

function read({ numbers, ...knowledge }: Written): Knowledge {
  let at = 0
  const figures = withValues(knowledge.figures, (value) => {
    const number = numbers[at++]
    return number === undefined ? value : new Big(number)
  })
  return { ...knowledge, figures }
}

type Value = Figure['values'][number]['value']

/** Figures with other values, which are asked for in order. */
const withValues = (figures: ReadonlyMap<string, Figure>, other: (value: Value) => Value): Map<string, Figure> =>
  new Map(
    Array.from(figures, ([id, figure]) => [
      id,
      { ...figure, values: figure.values.map((one) => ({ ...one, value: other(one.value) })) },
    ]),
  )
