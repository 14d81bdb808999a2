import { z } from 'zod'
import { day } from '../core/day.ts'
import type { EffectivePeriod } from '../core/effective-period.ts'
import type { Figure } from '../core/figure.ts'
import { BARRED, CONSUMPTION_TAXES, type Good, LISTINGS, type Listing } from '../core/good.ts'
import { id, source, text, wording } from './fields.ts'
import type { KnowledgeProblem } from './problem.ts'
import { parseYaml } from './yaml.ts'

const words = z.array(text).default([])
const period = { from: day, to: day.optional() }

const vat = z.union([id, z.array(z.strictObject({ ...period, rate: id })).min(1)])
const list = z.union([
  z.enum(LISTINGS),
  z.array(z.strictObject({ ...period, status: z.enum(LISTINGS.filter((status) => status !== 'unknown')) })).min(1),
])

/** What every good of a file may leave to the file's `defaults`. */
const shared = {
  vat,
  'consumption-tax': z.enum(CONSUMPTION_TAXES),
  unit: z.enum(['piece', 'ml', 'g', 'sheet', 'litre']),
  'parcel-class': z.union([z.literal([1, 2, 3]), z.enum(['by-threshold', 'unsettled'])]),
  list,
  barred: z.array(z.enum(BARRED)),
  remark: wording.optional(),
  entry: id.optional(),
  citations: z.array(source),
}
type Shared = z.infer<z.ZodObject<typeof shared>>

const row = z.strictObject({
  id,
  'zh-Hans': text,
  en: text,
  names: z.strictObject({ zh: words, en: words }).default({ zh: [], en: [] }),
  'quantity-cap': id.optional(),
  'not-cosmetics': z.boolean().optional(),
  'usual-content': z.number().int().positive().optional(),
  hs: z
    .string()
    .regex(/^\d{4}(\.\d{2}){0,3}$/, 'write a heading as 3304 and a subheading as 9504.50, quoted')
    .optional(),
  tariff: id.optional(),
  ...z.object(shared).partial().shape,
})

const goodsFile = z.strictObject({
  defaults: z.strictObject({ ...shared, barred: shared.barred.default([]), citations: shared.citations.default([]) }),
  goods: z.array(row).min(1),
})

export type ParsedGoods = {
  /** Each with where it stands: worked out when asked, as only a message wants it. */
  goods: { good: Good; line: () => number | undefined }[]
  problems: KnowledgeProblem[]
}

/**
 * Parses `goods/<kind>.yaml`. What a good does not say it takes from the `defaults` of its file. A single VAT figure holds as long as the figure
 * has values; a single listing holds on the days of `latest`, the positive list in force last.
 */
export function parseGoods(
  file: string,
  content: string,
  { figures, latest }: { figures: ReadonlyMap<string, Figure>; latest: EffectivePeriod | undefined },
): ParsedGoods {
  const parsed = parseYaml(content, file, goodsFile)
  if (!parsed.value) return { goods: [], problems: parsed.problems }
  const { defaults, goods } = parsed.value
  const problems: KnowledgeProblem[] = []
  return {
    goods: goods.map((one, index) => {
      const line = () => parsed.lineOf(['goods', index])
      const all: Shared = { ...defaults, ...dropUndefined(one) }
      const listHistory = listHistoryOf(all.list, latest)
      for (const [field, periods] of [
        ['vat', typeof all.vat === 'string' ? [] : all.vat],
        ['list', typeof all.list === 'string' ? [] : all.list],
      ] as const)
        if (outOfOrder(periods))
          problems.push({
            level: 'error',
            file,
            line: line(),
            what: `${one.id}: ${field}: the periods overlap or are not in order of time`,
            hint: 'Close the older period with `to`: the day before the new one begins.',
          })
      const good: Good = {
        id: one.id,
        name: { 'zh-Hans': one['zh-Hans'], en: one.en },
        names: one.names,
        vat: vatOf(all.vat, figures),
        consumptionTax: all['consumption-tax'],
        unit: all.unit,
        parcelClass: all['parcel-class'],
        list: listHistory.findLast(({ effective }) => effective.to === undefined)?.list ?? 'unknown',
        listHistory,
        remark: all.remark,
        notCosmetics: one['not-cosmetics'],
        usualContent: one['usual-content'],
        quantityCap: one['quantity-cap'],
        barred: all.barred,
        hs: one.hs,
        tariff: one.tariff,
        entry: all.entry,
        sources: all.citations,
      }
      return { good, line }
    }),
    problems,
  }
}

/** Without the fields that a good leaves out, so that they do not cover the defaults. */
const dropUndefined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as {
    [Field in keyof T]: Exclude<T[Field], undefined>
  }

const between = ({ from, to }: { from: string; to?: string | undefined }): EffectivePeriod =>
  to === undefined ? { from } : { from, to }

const outOfOrder = (periods: readonly { from: string; to?: string | undefined }[]): boolean =>
  periods.some(
    ({ from, to }, index) =>
      (to !== undefined && to < from) || (index > 0 && !((periods[index - 1]?.to ?? '9999') < from)),
  )

function vatOf(said: Shared['vat'], figures: ReadonlyMap<string, Figure>): Good['vat'] {
  if (typeof said !== 'string') return said.map(({ rate, ...days }) => ({ effective: between(days), rate }))
  const values = figures.get(said)?.values ?? []
  const from = values[0]?.effective.from
  // An unknown figure is kept, so that the check can say that there is no such figure.
  return from === undefined
    ? [{ effective: { from: '0001-01-01' }, rate: said }]
    : [{ effective: between({ from, to: values.at(-1)?.effective.to }), rate: said }]
}

function listHistoryOf(
  said: Shared['list'],
  latest: EffectivePeriod | undefined,
): { effective: EffectivePeriod; list: Listing }[] {
  if (typeof said !== 'string') return said.map(({ status, ...days }) => ({ effective: between(days), list: status }))
  return said === 'unknown' || !latest ? [] : [{ effective: latest, list: said }]
}
