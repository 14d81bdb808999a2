import { z } from 'zod'
import { BOUNDS, type Bound, type FigureSum, type SumCase, type SumWork } from '../core/figure-sum.ts'
import { id, text, wording } from './fields.ts'
import { type Meaning, meaningMap } from './parse-lists.ts'

/** What of `sums.yaml` says the work of a case, and how it is read. */
const WORKS = {
  share: id,
  between: z.tuple([id, id]),
  'left-of': id,
  beyond: id,
  'a-day': id,
  each: id,
} as const

const bounds = Object.fromEntries(BOUNDS.map((bound) => [bound, id.optional()])) as Record<
  Bound,
  z.ZodOptional<typeof id>
>

const oneCase = z
  .strictObject({
    ...bounds,
    share: WORKS.share.optional(),
    less: id.optional(),
    between: WORKS.between.optional(),
    'left-of': WORKS['left-of'].optional(),
    beyond: WORKS.beyond.optional(),
    'a-day': WORKS['a-day'].optional(),
    each: WORKS.each.optional(),
    verdict: wording,
  })
  .refine(
    (row) => Object.keys(WORKS).filter((work) => work in row).length <= 1,
    `a case works out one thing: choose one of ${Object.keys(WORKS).join(', ')}`,
  )
  .refine((row) => !('less' in row) || 'share' in row, '`less` goes with `share` only')
  .transform((row): SumCase => {
    const held = BOUNDS.flatMap((bound) => (row[bound] === undefined ? [] : [[bound, row[bound]] as const]))
    return { bounds: Object.fromEntries(held), work: workOf(row), verdict: row.verdict }
  })

type Row = {
  share?: string | undefined
  less?: string | undefined
  between?: [string, string] | undefined
  'left-of'?: string | undefined
  beyond?: string | undefined
  'a-day'?: string | undefined
  each?: string | undefined
}

function workOf({ share, less, between, 'left-of': limit, beyond, 'a-day': rate, each }: Row): SumWork {
  if (share !== undefined) return { kind: 'share', rate: share, less }
  if (between) return { kind: 'between', low: between[0], high: between[1] }
  if (limit !== undefined) return { kind: 'left', limit }
  if (beyond !== undefined) return { kind: 'beyond', limit: beyond }
  if (rate !== undefined) return { kind: 'a-day', rate }
  if (each !== undefined) return { kind: 'each', amount: each }
  return { kind: 'said' }
}

const sum = z
  .strictObject({
    id,
    topic: id,
    entry: id,
    asks: z.array(text).min(1),
    base: text,
    beside: id.optional(),
    'needs-beside': z.boolean().optional(),
    adds: z.boolean().optional(),
    'value-up-to': id.optional(),
    cases: z.array(oneCase).min(1),
  })
  .transform(
    ({ base, beside, 'needs-beside': needed, adds, 'value-up-to': upTo, ...rest }): FigureSum => ({
      ...rest,
      base: { unit: base, beside, needed, adds },
      value: upTo === undefined ? undefined : { upTo },
    }),
  )

/** Sums of a figure and what was said, and the words that ask for them. */
export type Sums = { words: Record<string, Meaning>; sums: FigureSum[] }

/** `sums.yaml` */
export const sumList: z.ZodType<Sums> = z.strictObject({ words: meaningMap.default({}), sums: z.array(sum) })

/** Without the file no sum is known. */
export const NO_SUMS: Sums = { words: {}, sums: [] }
