import type { CellRow } from './schema.ts'

/** What the roll-ups tell apart, besides time. The order is the order of columns. */
export const FIELDS = [
  'topic',
  'outcome',
  'why',
  'entry',
  'misconception',
  'boundary',
  'channel',
  'locale',
  'audience',
] as const satisfies (keyof CellRow)[]
export type Field = (typeof FIELDS)[number]

/** How much time a sum is over. Weeks are ISO weeks; a span is named by its first day. */
export type Span = 'day' | 'week' | 'month'

/**
 * A cube: the log summed by some fields, for each day, week or month. Whatever is asked is answered from the smallest cubes that
 * have the fields, in the longest spans that fit into the period, so that a year over any of the usual combinations is some ten
 * thousand rows.
 */
export type Cube = { name: string; fields: readonly Field[]; spans: readonly Span[] }

/** The filters that every page has. */
const WHO = ['channel', 'locale', 'audience'] as const
const EVERY: readonly Span[] = ['day', 'week', 'month']

/**
 * From small to large: the first that has the fields and the span is taken. The widest ones leave days to `all`, which is needed
 * for at most the twelve days at the edges of a period. A cube that is added after a release needs a migration that fills it.
 */
export const CUBES: readonly Cube[] = [
  { name: 'who', fields: WHO, spans: EVERY },
  { name: 'outcome', fields: ['outcome', 'why'], spans: EVERY },
  { name: 'topic', fields: ['topic'], spans: EVERY },
  { name: 'misconception', fields: ['topic', 'misconception'], spans: EVERY },
  { name: 'gap', fields: ['topic', 'outcome', 'why', 'boundary'], spans: EVERY },
  { name: 'entry', fields: ['topic', 'entry', 'outcome'], spans: EVERY },
  ...WHO.flatMap((filter): Cube[] => [
    { name: `topic-${filter}`, fields: ['topic', filter], spans: ['week', 'month'] },
    { name: `misconception-${filter}`, fields: ['topic', 'misconception', filter], spans: ['week', 'month'] },
  ]),
  { name: 'outcome-who', fields: ['outcome', 'why', ...WHO], spans: EVERY },
  { name: 'topic-who', fields: ['topic', ...WHO], spans: EVERY },
  { name: 'misconception-who', fields: ['topic', 'misconception', ...WHO], spans: ['week', 'month'] },
  { name: 'gap-who', fields: ['topic', 'outcome', 'why', 'boundary', ...WHO], spans: ['week', 'month'] },
  { name: 'entry-who', fields: ['topic', 'entry', 'outcome', ...WHO], spans: ['week', 'month'] },
  { name: 'all', fields: FIELDS, spans: ['day', 'month'] },
]

/** The value of `cell.cube`. */
export const cubeKey = (cube: Cube, span: Span): string => `${cube.name}/${span}`

/** Every value of `cell.cube`. */
export const CUBE_KEYS: readonly string[] = CUBES.flatMap((cube) => cube.spans.map((span) => cubeKey(cube, span)))

/** The smallest cube that tells these fields apart over this span; undefined where only shorter spans are kept. */
export const smallestCube = (fields: readonly Field[], span: Span): string | undefined => {
  const cube = CUBES.find((one) => one.spans.includes(span) && fields.every((field) => one.fields.includes(field)))
  return cube && cubeKey(cube, span)
}
