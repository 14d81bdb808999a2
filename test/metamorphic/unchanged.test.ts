import { afterAll, describe, expect, test } from 'vitest'
import { inForce } from '../../src/core/effective-period.ts'
import type { Reply } from '../../src/core/reply.ts'
import { TODAY } from '../content/shipped.ts'
import { talking, understanding } from '../conversation/talking.ts'
import { reordered, type Transformation, transformations } from './transformations.ts'

const { knowledge } = understanding

/** One in so many of the entries' own questions is asked. */
const EVERY = 97

const own = [...knowledge.entries.values()]
  .filter(({ effective }) => inForce(effective, TODAY))
  .flatMap(({ id, texts }) => Object.values(texts).flatMap(({ questions }) => questions.map((text) => ({ id, text }))))
const sample = own.filter((_, index) => index % EVERY === 0)

/** Questions for a sum, each with goods, a price and a way of buying. */
const SUMS = [
  '跨境电商买一个包，3000元，包邮，要交多少税',
  '天猫国际买一件T恤，400元，包邮，交多少税',
  '保税仓发货的葡萄酒一瓶，600元，包邮，税多少',
  '跨境电商买奶粉，一罐200元，运费20元，要交多少税',
  '朋友从日本寄来一盒饼干，价值600元，个人包裹，要交多少税',
  '跨境电商买一个手提包，4800元，包邮，税是多少',
  '保税仓买一双运动鞋，900元，运费50元，要交多少税',
  '天猫国际买维生素一瓶，300元，包邮，要交多少税',
  'handbag 3000 yuan, Tmall Global, free shipping, how much tax',
  'T-shirt 400 yuan, bonded warehouse, free shipping, how much tax',
  'wine one bottle 600 yuan, Tmall Global, free shipping, how much tax do I pay',
  'milk powder 500 yuan, CBEC, shipping 30 yuan, how much tax do I pay',
]

const ask = (text: string): Promise<Reply> => talking('api')(text)

/** Whether a reply leads to an entry: it tells it, or offers it. */
const leadsTo = ({ entry, outcome, choices }: Reply, id: string): boolean =>
  entry === id ||
  (outcome === 'clarified' &&
    choices.some(
      ({ utterance }) =>
        understanding.exact(utterance) === id || utterance === knowledge.entries.get(id)?.texts.en.title,
    ))

/** Least share of questions that a way of writing may leave where they were. */
const BOUNDS: Record<string, number> = { typo: 0.9, 'code mixing': 0.8 }
const BOUND = 0.95
/** Ways of writing amounts, which hardly stand in the entries' questions: they are tried on sums. */
const OF_AMOUNTS = new Set(['thousands with commas', 'numbers in Chinese', 'thousands as k', 'unit'])

const ways: Record<string, Transformation> = transformations(own.map(({ text }) => text))

const report: string[] = []
afterAll(
  () =>
    void process.stdout.write(`Questions that a way of writing leaves where they were:\n  ${report.join('\n  ')}\n`),
)

describe('a question written another way', () => {
  test.each(Object.entries(ways).filter(([name]) => !OF_AMOUNTS.has(name)))(
    '%s: leads to the same entry',
    async (name, transform) => {
      const moved: string[] = []
      let asked = 0
      for (const { id, text } of sample) {
        const other = transform(text)
        if (other === undefined) continue
        // An entry's own question that the search gives to a neighbour is no matter of how it is written.
        if (!leadsTo(await ask(text), id)) continue
        asked++
        if (!leadsTo(await ask(other), id)) moved.push(`${text} → ${other}`)
      }
      expect(asked).toBeGreaterThan(0)
      const share = 1 - moved.length / asked
      report.push(`${name.padEnd(24)}${asked - moved.length} of ${asked}  ${(100 * share).toFixed(1)} %`)
      expect(share, `${name}: ${(100 * share).toFixed(1)} % of ${asked}\n${moved.join('\n')}`).toBeGreaterThanOrEqual(
        BOUNDS[name] ?? BOUND,
      )
    },
  )

  test.each([
    ...Object.entries(ways).filter(([name]) => name !== 'typo' && name !== 'code mixing'),
    ['order', reordered] as const,
  ])('%s: leaves a sum as it was', async (_, transform) => {
    for (const text of SUMS) {
      const other = transform(text)
      if (other === undefined) continue
      const { calculation, outcome } = await ask(text)
      expect(outcome, text).toBe('calculated')
      expect((await ask(other)).calculation?.total, other).toBe(calculation?.total)
    }
  })
})
