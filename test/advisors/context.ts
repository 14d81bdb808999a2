import { Big } from 'big.js'
import type { Context } from '../../src/advisors/advisor.ts'
import type { Day } from '../../src/core/day.ts'
import type { Figure } from '../../src/core/figure.ts'
import type { Good } from '../../src/core/good.ts'
import type { Item, Slots } from '../../src/core/slots.ts'
import { parseFigure } from '../../src/knowledge/parse-figure.ts'
import { readFolder } from '../../src/knowledge/read.ts'

Big.strict = true

export const TODAY = '2026-11-23'

/** The shipped figures, all but those that are computed from others, which no advisor reads. */
export const figures: ReadonlyMap<string, Figure> = await shippedFigures('knowledge')

async function shippedFigures(folder: string): Promise<Map<string, Figure>> {
  const shipped = new Map<string, Figure>()
  for (const [file, text] of await readFolder(folder)) {
    if (!file.startsWith('figures/')) continue
    const { id, figure, problems } = parseFigure(file, text)
    if (problems.length > 0) throw new Error(problems.map(({ what }) => `${file}: ${what}`).join('\n'))
    if (figure) shipped.set(id, figure)
  }
  return shipped
}

const since2016 = { from: '2016-04-08' }
const good = (id: string, facts: Partial<Good> = {}): Good => ({
  id,
  name: { 'zh-Hans': id, en: id },
  names: { zh: [], en: [] },
  vat: [{ effective: since2016, rate: 'vat-standard-rate' }],
  consumptionTax: 'none',
  unit: 'piece',
  parcelClass: 2,
  list: 'listed',
  barred: [],
  sources: [],
  ...facts,
})

/** Kinds of goods made for the tests; the shipped table is another matter. */
const goods = new Map(
  [
    good('bag'),
    good('milk-powder', { parcelClass: 1 }),
    good('shirt', { tariff: 'tariff-example' }),
    good('serum', { consumptionTax: 'high-end-cosmetics', parcelClass: 'by-threshold', unit: 'ml' }),
    good('wine', { consumptionTax: 'wine', parcelClass: 3, unit: 'ml', hs: '2204' }),
    good('whisky', { consumptionTax: 'spirits', parcelClass: 3, unit: 'litre', hs: '2208' }),
    good('beer', { consumptionTax: 'beer', parcelClass: 3, unit: 'litre', hs: '2203' }),
    good('yellow-wine', { consumptionTax: 'yellow-wine', parcelClass: 3, unit: 'litre' }),
    good('golf-club', { consumptionTax: 'golf', parcelClass: 3 }),
    good('pearl', { consumptionTax: 'jewellery', parcelClass: 3 }),
    good('watch', { consumptionTax: 'watch', parcelClass: 'by-threshold' }),
    good('raw-nuts', { vat: [{ effective: since2016, rate: 'vat-reduced-rate' }], parcelClass: 1 }),
    good('condoms', { vat: [{ effective: since2016, rate: 'vat-contraceptives' }] }),
    good('tea', { vat: [{ effective: since2016, rate: 'unsettled' }], parcelClass: 1 }),
    good('book', { vat: [{ effective: since2016, rate: 'exempt' }], parcelClass: 1 }),
    good('seafood', { barred: ['cbec-direct', 'parcel', 'luggage'], parcelClass: 1 }),
    good('doubtful', { list: 'unknown' }),
    good('gadget', { parcelClass: 'unsettled' }),
    good('rice', {
      vat: [{ effective: since2016, rate: 'vat-reduced-rate' }],
      parcelClass: 1,
      quantityCap: 'grain-cap',
    }),
    good('cigarettes', { list: 'not-listed', parcelClass: 3, hs: '2402.20', barred: ['cbec'] }),
    good('meat', { barred: ['parcel', 'luggage'], parcelClass: 1 }),
  ].map((one) => [one.id, one]),
)

export const on = (day: Day = TODAY): Context => ({ figures, goods, on: day, knowledge: 'abc123' })

export const big = (text: string | number): Big => new Big(String(text))

/** Slots as one would say them: amounts as text, one item or several. */
type Said = {
  [Field in keyof Omit<Slots, 'items' | 'hsCodes'>]?: Slots[Field] extends Big | undefined ? string : Slots[Field]
}
type SaidItem = { good?: string; total?: string; each?: string; pieces?: number; content?: string }

const AMOUNTS = [
  'freight',
  'insurance',
  'openDiscount',
  'voucher',
  'tariffRate',
  'vatRate',
  'consumptionTaxRate',
  'spentThisYear',
  'dutyFreeShop',
  'exchangeRate',
] as const

export function said(items: SaidItem | SaidItem[], more: Said = {}): Slots {
  const slots: Record<string, unknown> = { ...more, hsCodes: [] }
  for (const name of AMOUNTS) if (more[name] !== undefined) slots[name] = big(more[name] as string)
  slots.items = [items].flat().map(item)
  return slots as Slots
}

function item({ total, each, content, ...rest }: SaidItem): Item {
  const [amount = '', unit] = content?.split(' ') ?? []
  return {
    ...rest,
    ...(total !== undefined && { total: big(total) }),
    ...(each !== undefined && { each: big(each) }),
    ...(unit !== undefined && { content: { amount: big(amount), unit: unit as 'ml' | 'g' | 'sheet' } }),
  }
}
