import { Big } from 'big.js'
import type { Distance, Phrase, Step } from '../core/calculation.ts'
import type { Asked, Refused } from './advisor.ts'
import { stopped } from './advisor.ts'
import { litresOf } from './consumption-tax.ts'
import { amount, percent, plain } from './expression.ts'
import { isRefused } from './figures-on.ts'
import type { Article, Valued } from './order.ts'
import { personalRate, personalTax } from './personal-tax.ts'
import { sum, ZERO } from './rounding.ts'
import type { Run } from './run.ts'

/** Drinks that the allowance by volume is for; beer lies below its strength. */
const STRONG: Article['consumptionTax'][] = ['wine', 'spirits', 'yellow-wine']

export const isStrong = ({ article }: Valued): boolean => STRONG.includes(article.consumptionTax)

/** Goods of the table that are tobacco, whatever heading it gives them. */
const TOBACCO = ['cigarettes', 'cigars', 'loose-tobacco', 'e-cigarettes']

/** Tobacco and e-cigarettes, by name or by their headings in the tariff. */
export const isTobacco = ({ good, hs }: Article): boolean =>
  TOBACCO.includes(good ?? '') || /^24|^8543\.40/.test(hs ?? '')

/** The alcohol in a piece of luggage. `free`: within the allowance. */
export type Alcohol = { free: boolean; steps: Step[]; distances: Distance[]; notes: Phrase[]; litres: Big; limit: Big }

/**
 * Alcohol above a strength comes in free up to a volume, outside the value allowance. Beyond it whole bottles are taxed: a bottle cannot be divided.
 */
export function alcohol(bottles: Valued[], unit: Big, run: Run): Alcohol | Asked | Refused {
  const volumes: Big[] = []
  for (const one of bottles) {
    const litres = litresOf(one)
    if (stopped(litres)) return litres
    if (one.article.pieces === undefined) return { kind: 'asked', missing: 'pieces', item: one.item }
    volumes.push(litres)
  }
  const litres = sum(volumes)
  const figures = run.figures.numbers({
    near: 'alcohol-litres-hk-macao',
    far: 'alcohol-litres-general',
    strength: 'alcohol-strength',
    age: 'tobacco-age',
  })
  if (isRefused(figures)) return figures
  const { from } = run.order
  if (from === undefined && litres.gt(figures.near)) return { kind: 'asked', missing: 'from' }
  const near = from !== 'elsewhere'
  const limit = near ? figures.near : figures.far
  const notes = [
    {
      key: 'note.alcohol-conditions',
      values: { strength: percent(figures.strength), age: amount(figures.age) },
    },
  ]
  const distances = [
    {
      figure: near ? 'alcohol-litres-hk-macao' : 'alcohol-litres-general',
      limit,
      left: limit.minus(litres),
      beyond: 'beyond.alcohol-litres',
    },
  ]
  const volume = { label: 'step.litres', expression: volumes.map(plain).join(' + '), amount: litres }
  const found = { distances, notes, litres, limit }
  if (litres.lte(limit)) return { ...found, free: true, steps: [volume] }
  const [only, ...others] = bottles
  if (!only || others.length > 0)
    return {
      kind: 'refused',
      why: 'unsettled',
      verdict: { key: 'verdict.luggage.alcohol-mixed', values: { litres: plain(litres), limit: amount(limit) } },
    }
  const pieces = new Big(String(only.article.pieces))
  const free = limit.times(pieces).div(litres).round(0, Big.roundDown)
  const taxed = pieces.minus(free)
  const rate = personalRate(only, run)
  if (stopped(rate)) return rate
  const base = taxed.eq(pieces) ? only.value : only.value.times(taxed).div(pieces)
  const written = taxed.eq(pieces) ? plain(base) : `${plain(only.value)} × ${plain(taxed)} ÷ ${plain(pieces)}`
  return {
    ...found,
    free: false,
    steps: [
      volume,
      { label: 'step.bottles-taxed', expression: `${plain(pieces)} − ${plain(free)}`, amount: taxed },
      ...rate.steps,
      personalTax(base, rate.rate, unit, only.item, written),
    ],
    notes: [...notes, ...rate.notes],
  }
}

/** The quantities of tobacco a traveller may bring, for the sentence that states them. */
export function tobaccoAllowance(run: Run): Asked | Refused {
  const { from } = run.order
  if (from === undefined) return { kind: 'asked', missing: 'from' }
  const where = from === 'hk-macao' ? 'hk-macao' : 'general'
  const figures = run.figures.numbers({
    cigarettes: `tobacco-cigarettes-${where}`,
    cigars: `tobacco-cigars-${where}`,
    loose: `tobacco-loose-${where}`,
    devices: `e-cigarette-devices-${where}`,
    pods: `e-cigarette-pods-${where}`,
    liquid: `e-cigarette-liquid-${where}`,
    age: 'tobacco-age',
  })
  if (isRefused(figures)) return figures
  const values = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, amount(value ?? ZERO)]))
  return { kind: 'refused', why: 'by-quantity', verdict: { key: 'verdict.luggage.tobacco', values } }
}
