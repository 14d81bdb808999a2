import { Big } from 'big.js'
import type { Receipt } from '../core/calculation.ts'
import type { Source } from '../core/citation.ts'
import type { Day } from '../core/day.ts'
import { type EffectivePeriod, inForce } from '../core/effective-period.ts'
import type { Figure, FigureId } from '../core/figure.ts'
import type { Refused } from './advisor.ts'

/** The periods with a value nearest to a day that has none. */
type Around = { last?: EffectivePeriod | undefined; next?: EffectivePeriod | undefined }

/** A figure on a day: its value as decimal text, `none` where there is none by declaration, no `value` where nothing is known. */
type Held = Around & { value?: string; sources: Source[] }

/** Where values of figures come from: the knowledge, or a receipt. */
export type FigureSource = (id: FigureId) => Held

/** The values in force on a day. */
export const figuresOn =
  (figures: ReadonlyMap<FigureId, Figure>, on: Day): FigureSource =>
  (id) => {
    const values = figures.get(id)?.values ?? []
    const held = values.find(({ effective }) => inForce(effective, on))
    if (held?.value !== undefined)
      return { value: typeof held.value === 'string' ? held.value : held.value.toFixed(), sources: held.sources }
    const valued = values.filter(({ value }) => value !== undefined)
    const last = valued.findLast(({ effective }) => effective.to !== undefined && effective.to < on)?.effective
    const next = valued.find(({ effective }) => effective.from > on)?.effective
    return { ...(held && { value: 'none' }), sources: held?.sources ?? [], last, next }
  }

/** The values a receipt holds, whatever the knowledge says by now. */
export const figuresOfReceipt =
  ({ figures }: Receipt): FigureSource =>
  (id) => {
    const held = figures[id]
    if (!held) return { sources: [] }
    const { value, document, clause, also = [] } = held
    return { value, sources: [clause === undefined ? { document } : { document, clause }, ...also] }
  }

/** Reads figures and remembers which ones, for the receipt and the sources. */
export type Figures = {
  /** The number in force, or a typed refusal; never a fallback. */
  number(id: FigureId): Big | Refused
  /** Several at once: the numbers under the caller's names, or the first refusal. */
  numbers<Name extends string>(wanted: Record<Name, FigureId>): Record<Name, Big> | Refused
  /** The number, or undefined where the figure declares that there is none on the day (a rule that did not exist yet). */
  declared(id: FigureId): { value: Big | undefined } | Refused
  /** The number, or undefined where the day has none; for remarks that can be left out. */
  optional(id: FigureId): Big | undefined
  /** A `date` or `month-day`, or undefined where the day has none. */
  text(id: FigureId): string | undefined
  /** Where another working may read, so that this one remembers it too. */
  source: FigureSource
  used(): Receipt['figures']
  sources(): Source[]
}

export const isRefused = (value: object): value is Refused => 'kind' in value && value.kind === 'refused'

export function readFigures(source: FigureSource, on: Day): Figures {
  const read = new Map<FigureId, Held & { value: string }>()
  const remembering: FigureSource = (id) => {
    const held = source(id)
    if (held.value !== undefined) read.set(id, { ...held, value: held.value })
    return held
  }
  const look = (id: FigureId) => remembering(id).value
  const valueIn = (id: FigureId): string | undefined => {
    const value = look(id)
    return value === 'none' ? undefined : value
  }
  const number = (id: FigureId): Big | Refused => {
    const value = valueIn(id)
    return value === undefined ? noFigure(id, on, source(id)) : new Big(value)
  }
  return {
    number,
    numbers: <Name extends string>(wanted: Record<Name, FigureId>) => {
      const values = {} as Record<Name, Big>
      for (const [name, id] of Object.entries(wanted) as [Name, FigureId][]) {
        const value = number(id)
        if (isRefused(value)) return value
        values[name] = value
      }
      return values
    },
    declared: (id) => {
      const value = look(id)
      if (value === undefined) return noFigure(id, on, source(id))
      return { value: value === 'none' ? undefined : new Big(value) }
    },
    optional: (id) => {
      const value = valueIn(id)
      return value === undefined ? undefined : new Big(value)
    },
    text: valueIn,
    source: remembering,
    used: () =>
      Object.fromEntries([...read].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, held]) => [id, kept(held)])),
    sources: () => {
      const all = [...read.values()].flatMap(({ sources }) => sources.map(bare))
      return [...new Map(all.map((one) => [`${one.document}\n${one.clause ?? ''}`, one])).values()]
    },
  }
}

/** A source without fields that hold nothing, so that it is the same before and after it was written down. */
const bare = ({ document, clause }: Source): Source => (clause === undefined ? { document } : { document, clause })

function kept({ value, sources }: Held & { value: string }): Receipt['figures'][FigureId] {
  const [first = { document: '' }, ...also] = sources.map(bare)
  return {
    value,
    document: first.document,
    ...(first.clause !== undefined && { clause: first.clause }),
    ...(also.length > 0 && { also }),
  }
}

function noFigure(figure: FigureId, on: Day, { last, next }: Around): Refused {
  return {
    kind: 'refused',
    why: 'no-figure',
    verdict: { key: 'verdict.no-figure', values: { figure, day: on } },
    figure,
    ...(last && { last }),
    ...(next && { next }),
  }
}
