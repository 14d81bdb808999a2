import { Big } from 'big.js'
import type { Good } from '../core/good.ts'
import type { Article, Order } from './order.ts'

type Codec<T> = { write: (value: T) => string; read: (text: string) => T }
type Codecs<T> = { [Field in keyof T]-?: Codec<NonNullable<T[Field]>> }

const decimal: Codec<Big> = { write: (value) => value.toFixed(), read: (text) => new Big(text) }
const decimals: Codec<Big[]> = {
  write: (values) => values.map((value) => value.toFixed()).join(' '),
  read: (text) => text.split(' ').map((value) => new Big(value)),
}
const count: Codec<number> = { write: String, read: Number }
const flag: Codec<boolean> = { write: String, read: (text) => text === 'true' }
const word = <T extends string>(): Codec<T> => ({ write: (value) => value, read: (text) => text as T })
const words = <T extends string>(): Codec<T[]> => ({
  write: (values) => values.join(' '),
  read: (text) => text.split(' ').filter((one) => one !== '') as T[],
})
const counted = <Name extends string, T extends { amount: Big } & Record<Name, string>>(name: Name): Codec<T> => ({
  write: (value) => `${value.amount.toFixed()} ${value[name]}`,
  read: (text) => {
    const [amount = '', unit = ''] = text.split(' ')
    return { amount: new Big(amount), [name]: unit } as unknown as T
  },
})
const parcelClass: Codec<Good['parcelClass']> = {
  write: String,
  read: (text) => (text === 'by-threshold' || text === 'unsettled' ? text : (Number(text) as 1 | 2 | 3)),
}

const ARTICLE: Codecs<Article> = {
  good: word(),
  total: decimal,
  each: decimal,
  pieces: count,
  content: counted('unit'),
  vatRate: decimal,
  vat: word(),
  consumptionTax: word(),
  parcelClass,
  list: word(),
  barred: words(),
  tariff: word(),
  hs: word(),
  quantityCap: word(),
}

const ORDER: Codecs<Omit<Order, 'articles'>> = {
  several: flag,
  freight: decimal,
  insurance: decimal,
  openDiscount: decimal,
  voucher: decimal,
  taxIncluded: flag,
  tariffRate: decimal,
  vatRate: decimal,
  consumptionTaxRate: decimal,
  spentThisYear: decimal,
  spentAmounts: decimals,
  from: word(),
  resident: flag,
  dutyFreeShop: decimal,
  foreign: counted('currency'),
  exchangeRate: decimal,
  date: word(),
  assumed: word(),
}

/** An order as the inputs of a receipt: plain text, in one order of names, so that the same order gives the same bytes. */
export function inputsOf({ articles, ...order }: Order): Record<string, string> {
  const inputs: Record<string, string> = { items: String(articles.length) }
  articles.forEach((article, index) => {
    Object.assign(inputs, written(article, ARTICLE, `items.${index + 1}.`))
  })
  return Object.assign(inputs, written(order, ORDER, ''))
}

/** The order that inputs were written from. */
export function orderFrom(inputs: Record<string, string>): Order {
  const articles = Array.from(
    { length: Number(inputs.items) },
    (_, index): Article => readBack(inputs, ARTICLE, `items.${index + 1}.`),
  )
  return { ...readBack(inputs, ORDER, ''), articles }
}

function written<T extends object>(value: T, codecs: Codecs<T>, prefix: string): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const field of Object.keys(codecs) as (keyof T & string)[]) {
    const held = value[field]
    if (held === undefined || held === null) continue
    const text = codecs[field].write(held as NonNullable<typeof held>)
    if (text !== '') texts[prefix + field] = text
  }
  return texts
}

function readBack<T extends object>(inputs: Record<string, string>, codecs: Codecs<T>, prefix: string): T {
  const value: Partial<T> = {}
  for (const field of Object.keys(codecs) as (keyof T & string)[]) {
    const text = inputs[prefix + field]
    if (text !== undefined) value[field] = codecs[field].read(text)
  }
  return value as T
}
