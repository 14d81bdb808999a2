import type { Day } from '../core/day.ts'
import type { Figure } from '../core/figure.ts'
import { affected } from '../knowledge/changes.ts'
import { fold } from '../search/fold.ts'
import type { Ranked } from '../search/rank.ts'
import { rateFiguresOf } from './phrase-rates.ts'
import { figuresIn } from './told.ts'
import type { Understanding } from './understanding.ts'

/** Entries looked at for the figure that is meant. */
const LOOKED_AT = 8
/** What a figure counts that stands in the detail of an entry, against one in its answer. */
const IN_DETAIL = 0.6
/** Likeness from which on a figure is taken to be meant. */
const LIKELY = 0.35
/** Share of the best one's likeness from which on another is told beside it. */
const BESIDE = 0.85
/** Figures told at most. */
const MOST = 3

const pairs = (text: string): Set<string> =>
  new Set([...text].slice(1).map((character, index) => `${[...text][index]}${character}`))

/** The share of a name's words (pairs of characters in Chinese) that a text holds. */
function named(name: string, text: string): number {
  const han = /\p{Script=Han}/u.test(name)
  const of = (words: string) =>
    han ? pairs(words.replace(/[^\p{Script=Han}\d]/gu, '')) : new Set(words.match(/[a-z]{3,}/g) ?? [])
  const [its, said] = [of(fold(name)), of(text)]
  return its.size === 0 ? 0 : [...its].filter((one) => said.has(one)).length / its.size
}

/**
 * Of some figures those that a question means, the likeliest first: by their names, by the entries that the search finds for it, and by the goods it names. Empty where
 * none is likely.
 * @param usual how much it says for a figure that it is the one of them that most entries tell
 */
export function figuresMeant(
  text: string,
  on: Day,
  figures: readonly Figure[],
  ranked: readonly Ranked[],
  { knowledge, findGoods }: Pick<Understanding, 'knowledge' | 'findGoods'>,
  usual = 0,
): Figure[] {
  const folded = fold(text)
  const goods = findGoods(folded).flatMap(({ good }) => knowledge.goods.get(good) ?? [])
  const ofGoods = new Set(goods.flatMap((good) => rateFiguresOf(good, on)))
  const shown = ranked.slice(0, LOOKED_AT).flatMap(({ id, confidence }) => {
    const words = knowledge.entries.get(id)?.texts['zh-Hans']
    if (!words) return []
    const inAnswer = figuresIn(words.answer, knowledge).map((figure) => ({ figure, weight: confidence }))
    return [
      ...inAnswer,
      ...figuresIn(words.detail, knowledge).map((figure) => ({ figure, weight: confidence * IN_DETAIL })),
    ]
  })
  const uses = (figure: Figure) => affected(knowledge, figure.id).entries.length
  const most = Math.max(1, ...figures.map(uses))
  const scored = figures
    .map((figure) => {
      const found = Math.max(0, ...shown.filter((one) => one.figure === figure).map(({ weight }) => weight))
      const likeness = Math.max(named(figure.name['zh-Hans'], folded), named(figure.name.en, folded))
      return { figure, score: found + likeness + (ofGoods.has(figure.id) ? 1 : 0) + (usual * uses(figure)) / most }
    })
    .filter(({ score }) => score >= LIKELY)
    .toSorted((a, b) => b.score - a.score)
  const best = scored[0]?.score ?? 0
  return scored
    .filter(({ score }) => score >= best * BESIDE)
    .slice(0, MOST)
    .map(({ figure }) => figure)
}
