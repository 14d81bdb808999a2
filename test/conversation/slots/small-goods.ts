import type { FoundGood } from '../../../src/conversation/slots/reading.ts'

/** A few goods under many names, enough to read messages with. The real table and its finder have tests of their own. */
const NAMES: Record<string, string[]> = {
  cream: ['面霜', '眼霜', 'face cream', 'eye cream', 'cream'],
  serum: ['精华', 'serum'],
  skincare: ['护肤品', 'skincare', 'skincare set'],
  mask: ['面膜', 'face masks', 'face mask'],
  lipstick: ['口红', 'lipstick'],
  perfume: ['香水', 'perfume'],
  supplements: ['维生素', '保健品', 'vitamins', 'supplements'],
  toys: ['毛绒玩具', '玩具', 'toy'],
  diapers: ['纸尿裤', '尿片', 'diapers'],
  formula: ['奶粉', 'infant formula', 'formula'],
  wine: ['红酒', 'red wine', 'wine'],
  whisky: ['威士忌', 'whisky'],
  beer: ['啤酒', 'beer'],
  tea: ['茶叶', 'tea'],
  snacks: ['零食', '饼干', 'snack'],
  clothes: ['衣服', '羽绒服', '大衣', '衫', 'clothes', 'coat', 'jacket'],
  shoes: ['鞋', 'shoes', 'sneakers'],
  bag: ['手袋', '包包', '包', 'handbag', 'bag'],
  watch: ['手表', 'watch', 'watches'],
  phone: ['手机', 'iphone', 'phone'],
  vacuum: ['吸尘器', 'vacuum cleaner'],
  oil: ['葵花籽油', 'sunflower oil'],
}

const HAN = /\p{Script=Han}/u
const byLength = Object.entries(NAMES)
  .flatMap(([good, names]) => names.map((name) => ({ good, name })))
  .toSorted((a, b) => b.name.length - a.name.length)

const standsAlone = (text: string, start: number, end: number): boolean =>
  HAN.test(text.charAt(start)) || (!/[a-z]/.test(text.charAt(start - 1)) && !/[a-z]/.test(text.charAt(end)))

/** Finds the goods of the small table, longest name first, plurals included. */
export function findGoods(folded: string): FoundGood[] {
  const found: FoundGood[] = []
  for (let at = 0; at < folded.length; at++)
    for (const { good, name } of byLength) {
      if (!folded.startsWith(name, at)) continue
      const end = at + name.length + (!HAN.test(name) && folded[at + name.length] === 's' ? 1 : 0)
      if (!standsAlone(folded, at, end)) continue
      found.push({ good, start: at, end })
      at = end - 1
      break
    }
  return found
}

/** The day on which all examples are asked: a Monday. */
export const TODAY = '2026-11-23'

export const options = { today: TODAY, findGoods }
