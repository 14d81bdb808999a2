import { childOf, type LetterTree, rootsOf, wordTree } from '../../core/letter-tree.ts'
import { type Dictionary, jiebaDictionary } from './packed.ts'
import { cutUnknown } from './unknown-words.ts'

/** Cuts a run of Chinese into words, and names beside each longer word the shorter ones within it. */
export type CutForSearch = (run: string) => string[]

/** Words of ours: a tree of characters, with the frequency of the word that ends at each node. */
type OwnWords = LetterTree & { frequencies: Float64Array }

const CHINESE = /^[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+$/
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
  const roots = rootsOf(dictionary)
  const ownRoots = rootsOf(own)
  /** The nodes by a character from two others: at the beginning of a word from both roots, and from there on none from one that was not there. */
  const theirsBy = (node: number, unit: number, begins: boolean): number =>
    begins ? (roots[unit] ?? 0) : node === 0 ? 0 : childOf(dictionary, node, unit)
  const oursBy = (node: number, unit: number, begins: boolean): number =>
    begins ? (ownRoots[unit] ?? 0) : node === 0 ? 0 : childOf(own, node, unit)

  /** How often the part of a text between two places was met as a word; 0 where it is none. */
  function frequencyOf(text: string, from: number, to: number): number {
    let theirs = 0
    let ours = 0
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at)
      theirs = theirsBy(theirs, unit, at === from)
      ours = oursBy(ours, unit, at === from)
      if (theirs === 0 && ours === 0) return 0
    }
    return frequencyAt(theirs, ours)
  }

  // The roots end no word.
  const frequencyAt = (theirs: number, ours: number): number =>
    own.frequencies[ours] || (dictionary.frequencies[theirs] ?? 0)

  // Used over and over: runs are many, and most are short.
  let ends = new Uint32Array(64)
  let worths = new Float64Array(64)
  /** Where the likeliest word from each place on ends, until the next run is asked about. */
  function likeliestEnds(run: string): Uint32Array {
    if (run.length >= ends.length) {
      ends = new Uint32Array(2 * run.length)
      worths = new Float64Array(2 * run.length)
    }
    worths[run.length] = 0
    for (let from = run.length - 1; from >= 0; from--) {
      if (isTrail(run, from)) continue
      let best = 0
      let most = Number.NEGATIVE_INFINITY
      let theirs = 0
      let ours = 0
      for (let at = from; at < run.length; at++) {
        const unit = run.charCodeAt(at)
        theirs = theirsBy(theirs, unit, at === from)
        ours = oursBy(ours, unit, at === from)
        if (theirs === 0 && ours === 0) break
        const frequency = frequencyAt(theirs, ours)
        if (frequency === 0) continue
        const worth = Math.log(frequency) - logTotal + (worths[at + 1] ?? 0)
        // Of words that are equally likely, the longest.
        if (worth >= most) {
          best = at + 1
          most = worth
        }
      }
      if (best === 0) {
        best = from + characterLength(run, from)
        most = 0 - logTotal + (worths[best] ?? 0)
      }
      ends[from] = best
      worths[from] = most
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
      else if (frequencyOf(singles, 0, singles.length) > 0) found.push(...singles)
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

  /** A word after the shorter ones within it. */
  function addWithin(word: string, found: string[]): void {
    const starts = placesOf(word)
    for (const length of [2, 3])
      for (let at = 0; starts.length > length && at + length <= starts.length; at++) {
        const [from = 0, to = word.length] = [starts[at], starts[at + length]]
        if (frequencyOf(word, from, to) > 0) found.push(word.slice(from, to))
      }
    found.push(word)
  }

  return (run) => {
    const words: string[] = []
    if (CHINESE.test(run)) cutBlock(run, words)
    else
      for (const { 0: part, groups } of run.matchAll(CHINESE_OR_NOT))
        if (groups?.chinese === undefined) words.push(part)
        else cutBlock(part, words)
    const found: string[] = []
    for (const word of words)
      if (word.length <= 2) found.push(word)
      else addWithin(word, found)
    return found
  }
}

/** Where each character of a word begins. */
function placesOf(word: string): number[] {
  const places: number[] = []
  for (let at = 0; at < word.length; at += characterLength(word, at)) places.push(at)
  return places
}

function ownWords(dictionary: Dictionary, words: Iterable<[string, number]>): { own: OwnWords; total: number } {
  const frequencies = new Map<string, number>()
  let { total } = dictionary
  for (const [word, frequency] of words) {
    total += frequency - (frequencies.get(word) || frequencyIn(dictionary, word))
    frequencies.set(word, frequency)
  }
  const tree = wordTree([...frequencies.keys()])
  const ofWords = [0, ...frequencies.values()]
  return { own: { ...tree, frequencies: Float64Array.from(tree.words, (word) => ofWords[word] ?? 0) }, total }
}

function frequencyIn(dictionary: Dictionary, word: string): number {
  let node = 0
  for (let at = 0; at < word.length; at++) {
    node = childOf(dictionary, node, word.charCodeAt(at))
    if (node === 0) return 0
  }
  return dictionary.frequencies[node] ?? 0
}

/** Whether a place is the second half of a character beyond the basic plane. */
const isTrail = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00

const characterLength = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
