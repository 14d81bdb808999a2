import type { Good } from '../core/good.ts'
import { childOf, rootsOf, wordTree } from '../core/letter-tree.ts'
import { namesOf } from './check-goods.ts'

/** A good that a text names, and where: `start` and `end` (exclusive) count UTF-16 units of the folded text. */
export type NamedGood = { good: Good; start: number; end: number }

/** Finds the goods that a folded text names, in the order in which they stand. */
export type FindGoods = (text: string) => NamedGood[]

const HAN = /\p{Script=Han}/u
const LETTER = /[\p{L}\p{N}]/u
const DIGIT = /\p{Nd}/u
const SPACE = /[\s-]/
const [A, Z] = [0x61, 0x7a]
const [TAB, RETURN, HYPHEN, LAST_ASCII] = [0x09, 0x0d, 0x2d, 0x7f]
/** No character beyond these is a space. */
const [LAST_SPACE, NO_BREAK] = [0x3000, 0xfeff]
const BLANK = 0x20

/**
 * A name of one Chinese character (包, 茶, 表) is part of too many words: it counts only between one of these words (or nothing, or a mark) …
 */
const BEFORE_SINGLE = new Set('的嘅个只双块条件瓶罐盒袋箱本支把副台杯斤克买带寄送运那种类卖订购')
/** … and one of these. */
const AFTER_SINGLE = new Set('和跟与及要交缴能可吗呢么多怎是算呀啊超会有走用从被免税价咧嘛吧返嘅来回')

/** Before a price, these may stand before it as well: 同对鞋680. */
const BEFORE_PRICED = new Set('对双顶件同和跟及加')

/**
 * Builds the finder of goods, once for a set of knowledge: a tree over all names, walked from every place of the text, so that it takes time in
 * the length of the text alone. The longest name wins, then the first; names do not overlap. Latin names stand between other letters' ends,
 * in the singular or the plural, with spaces or hyphens; the words of `lookalikes` hide the names inside them.
 * @param fold the folding that texts go through before they are handed in; names go through it here
 */
export function createGoodsFinder(
  goods: Iterable<Good>,
  fold: (text: string) => string,
  lookalikes: Iterable<string> = [],
): FindGoods {
  /** What each name means: a good, or (`null`) none. */
  const meant = new Map<string, Good | null>()
  const add = (name: string, good: Good | null) => {
    const folded = fold(name)
      .trim()
      .replace(/[\s-]+/g, ' ')
    if (folded === '') return
    // The first good keeps a name; a lookalike always takes it.
    for (const form of HAN.test(folded) ? [folded] : [folded, plural(folded)])
      if (good === null || !meant.has(form)) meant.set(form, good)
  }
  for (const good of goods) for (const name of namesOf(good)) add(name, good)
  for (const word of lookalikes) add(word, null)
  const tree = wordTree([...meant.keys()])
  const beginnings = beginningsOf(meant.keys())
  const roots = rootsOf(tree)
  const meanings = [...meant.values()]
  meant.clear()

  return (text) => {
    const found: { good: Good | null; start: number; end: number }[] = []
    for (let start = 0; start < text.length; start++) {
      // No name stands within a word.
      if (start > 0 && isLatin(text.charCodeAt(start)) && isLatin(text.charCodeAt(start - 1))) continue
      const root = roots[text.charCodeAt(start)] ?? 0
      if (root === 0) continue
      // Most words of a text begin like no name.
      if (tree.words[root] === 0 && beginnings[pairAt(text, start)] === 0) continue
      let node = 0
      let end = start
      while (end < text.length) {
        const unit = text.charCodeAt(end)
        const space = isSpace(unit)
        node = node === 0 ? (roots[space ? BLANK : unit] ?? 0) : childOf(tree, node, space ? BLANK : unit)
        if (node === 0) break
        end++
        if (space) while (end < text.length && isSpace(text.charCodeAt(end))) end++
        else {
          const good = meanings[(tree.words[node] ?? 0) - 1]
          if (good !== undefined && stands(text, start, end)) found.push({ good, start, end })
        }
      }
    }
    if (found.length === 0) return []
    found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    const taken: typeof found = []
    for (const one of found) if (taken.every(({ start, end }) => one.end <= start || end <= one.start)) taken.push(one)
    return taken
      .sort((a, b) => a.start - b.start)
      .flatMap(({ good, start, end }) => (good === null ? [] : [{ good, start, end }]))
  }
}

/** Where the first two letters of names are marked with 1: see {@link pairAt}. */
function beginningsOf(names: Iterable<string>): Uint8Array {
  const marks = new Uint8Array(0x10000)
  for (const name of names) marks[pairAt(name, 0)] = 1
  return marks
}

/** A number for two letters of a text, the same for all white space; other letters may have the same one. */
function pairAt(text: string, at: number): number {
  const second = text.charCodeAt(at + 1)
  return ((text.charCodeAt(at) << 5) ^ (isSpace(second) ? BLANK : second)) & 0xffff
}

const isLatin = (unit: number): boolean => unit >= A && unit <= Z

/** What parts the words of a name: white space or a hyphen. */
const isSpace = (unit: number): boolean =>
  unit <= LAST_ASCII
    ? unit === BLANK || unit === HYPHEN || (unit >= TAB && unit <= RETURN)
    : (unit <= LAST_SPACE || unit === NO_BREAK) && SPACE.test(String.fromCharCode(unit))

/** 包5001: a price behind it. */
const PRICE = /^\d{2}$/

/** Whether what stands there is a word of its own. */
function stands(text: string, start: number, end: number): boolean {
  const [first, last] = [text.charAt(start), text.charAt(end - 1)]
  const [before, after] = [text.charAt(start - 1), text.charAt(end)]
  if (HAN.test(first) && end - start === 1) {
    const priced = PRICE.test(text.slice(end, end + 2))
    return (
      (before === '' || BEFORE_SINGLE.has(before) || !LETTER.test(before) || (priced && BEFORE_PRICED.has(before))) &&
      (after === '' || AFTER_SINGLE.has(after) || !LETTER.test(after) || priced)
    )
  }
  return !joined(before, first) && !joined(after, last)
}

/** Whether two neighbours belong to one Latin word: two letters or two digits; `15` after `iphone` is another word. */
const joined = (one: string, other: string): boolean =>
  one !== '' &&
  !HAN.test(one) &&
  !HAN.test(other) &&
  LETTER.test(one) &&
  LETTER.test(other) &&
  DIGIT.test(one) === DIGIT.test(other)

/** The English plural of a name: of its last word. */
function plural(name: string): string {
  if (/(?:[^aeiou]|qu)y$/.test(name)) return `${name.slice(0, -1)}ies`
  if (/(?:[lr]f|[^f]fe|oaf|eaf)$/.test(name)) return `${name.replace(/fe?$/, '')}ves`
  return `${name}${/(?:s|x|z|ch|sh)$/.test(name) ? 'es' : 's'}`
}
