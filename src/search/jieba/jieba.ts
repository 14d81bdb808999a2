import { childOf } from '../../core/letter-tree.ts'
import { type Dictionary, jiebaDictionary } from './packed.ts'
import { cutUnknown } from './unknown-words.ts'

/** Cuts a run of Chinese into words, and names beside each longer word the shorter ones within it. */
export type CutForSearch = (run: string) => string[]

/** Words of ours: a tree of characters, with the frequency of the word that ends there. */
type OwnWords = { children: Map<number, OwnWords>; frequency: number }

/** What jieba takes for Chinese; anything else is cut character by character. */
const CHINESE_OR_NOT =
  /(?<chinese>[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{2ebef}\u{2f800}-\u{2fa1f}]+)|./gsu

/**
 * Makes jieba's cut for search (https://github.com/fxsj/jieba), to the letter as jieba-rs does it: the likeliest way through the words of the dictionary that the run holds, then a hidden
 * Markov model for what stands in no dictionary. Only runs of `\p{Script=Han}` are cut as jieba cuts them.
 * @param words words of ours, which must not be cut apart, and how often each is taken to have been met
 */
export function jieba(words: Iterable<[string, number]>): CutForSearch {
  const dictionary = jiebaDictionary()
  const { own, total } = ownWords(dictionary, words)
  const logTotal = Math.log(total)
  const frequencyOf = (word: string): number => {
    let found = 0
    eachPrefix(dictionary, own, word, 0, (end, frequency) => {
      if (end === word.length) found = frequency
    })
    return found
  }

  /** Where the likeliest word from each place on ends. */
  function likeliestEnds(run: string): Uint32Array {
    const ends = new Uint32Array(run.length + 1)
    const worths = new Float64Array(run.length + 1)
    for (let at = run.length - 1; at >= 0; at--) {
      if (isTrail(run, at)) continue
      let [best, most] = [0, Number.NEGATIVE_INFINITY]
      eachPrefix(dictionary, own, run, at, (end, frequency) => {
        const worth = Math.log(frequency) - logTotal + (worths[end] ?? 0)
        // Of words that are equally likely, the longest.
        if (worth >= most) [best, most] = [end, worth]
      })
      if (best === 0) {
        best = at + characterLength(run, at)
        most = 0 - logTotal + (worths[best] ?? 0)
      }
      ends[at] = best
      worths[at] = most
    }
    return ends
  }

  function cutBlock(block: string, found: string[]): void {
    const ends = likeliestEnds(block)
    let singlesFrom = 0
    const singlesUntil = (end: number) => {
      const singles = block.slice(singlesFrom, end)
      if (singles === '') return
      if (characterLength(singles, 0) === singles.length) found.push(singles)
      else if (frequencyOf(singles) > 0) found.push(...singles)
      else cutUnknown(dictionary.unknown, singles, found)
    }
    for (let at = 0; at < block.length; ) {
      const end = ends[at] ?? block.length
      if (end - at > characterLength(block, at)) {
        singlesUntil(at)
        found.push(block.slice(at, end))
        singlesFrom = end
      }
      at = end
    }
    singlesUntil(block.length)
  }

  return (run) => {
    const found: string[] = []
    for (const { 0: part, groups } of run.matchAll(CHINESE_OR_NOT))
      if (groups?.chinese === undefined) found.push(part)
      else cutBlock(part, found)
    return found.flatMap((word) => {
      const characters = [...word]
      const within: string[] = []
      for (const length of [2, 3])
        if (characters.length > length)
          for (let at = 0; at + length <= characters.length; at++) {
            const part = characters.slice(at, at + length).join('')
            if (frequencyOf(part) > 0) within.push(part)
          }
      return [...within, word]
    })
  }
}

function ownWords(dictionary: Dictionary, words: Iterable<[string, number]>): { own: OwnWords; total: number } {
  const own: OwnWords = { children: new Map(), frequency: 0 }
  let { total } = dictionary
  for (const [word, frequency] of words) {
    let known = 0
    eachPrefix(dictionary, own, word, 0, (end, frequency) => {
      if (end === word.length) known = frequency
    })
    let node = own
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at)
      const child = node.children.get(unit) ?? { children: new Map(), frequency: 0 }
      node.children.set(unit, child)
      node = child
    }
    node.frequency = frequency
    total += frequency - known
  }
  return { own, total }
}

/** Calls back with every word that begins at a place of a text, shortest first: where it ends, and its frequency. */
function eachPrefix(
  dictionary: Dictionary,
  own: OwnWords,
  text: string,
  from: number,
  found: (end: number, frequency: number) => void,
): void {
  let theirs = 0
  let ours: OwnWords | undefined = own
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    theirs = at === from || theirs !== 0 ? childOf(dictionary, theirs, unit) : 0
    ours = ours?.children.get(unit)
    if (theirs === 0 && ours === undefined) return
    const frequency = (ours?.frequency ?? 0) || (theirs === 0 ? 0 : (dictionary.frequencies[theirs] ?? 0))
    if (frequency > 0) found(at + 1, frequency)
  }
}

/** Whether a place is the second half of a character beyond the basic plane. */
const isTrail = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00

const characterLength = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
