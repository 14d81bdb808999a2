import type { WrittenLocale } from '../../core/locale.ts'
import { WISHES, type WishKind, type WishWords } from '../../core/wish.ts'
import { fold } from '../../search/fold.ts'
import { type PhraseMatch, readPhrases } from '../phrase-match.ts'

/** What somebody wants done. `about`: what is left of the message once the wish itself is taken out, folded. */
export type Wish = { kind: WishKind; about: string; wholeTopic: boolean; everything: boolean }

/** Reads wishes out of messages. */
export type ReadWish = (text: string) => Wish | undefined

/** Longer messages tell or ask something: a wish in passing is none. */
const LONGEST = 40
/** `yes` is a wish only by itself. */
const LONGEST_YES = 12

/** Where several could be meant, the more particular one is. */
const ORDER: WishKind[] = ['subscriptions', 'unsubscribe', 'subscribe', 'hand-over', 'confirm']

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function anyOf({ 'zh-Hans': zh, en }: Record<WrittenLocale, string[]>): RegExp {
  const longestFirst = (words: string[]) => words.map((word) => escaped(fold(word))).sort((a, b) => b.length - a.length)
  const all = [...longestFirst(zh), ...longestFirst(en).map((word) => `(?<![a-z0-9])${word}(?![a-z0-9])`)]
  return all.length === 0 ? /(?!)/gu : new RegExp(all.join('|'), 'gu')
}

/** Makes the reader of wishes from their words. */
export function wishReader(words: WishWords): ReadWish {
  const phrases = new Map<WishKind, PhraseMatch[]>(WISHES.map((kind) => [kind, readPhrases(words[kind])]))
  const [strip, wholeTopic, everything] = [anyOf(words.strip), anyOf(words['whole-topic']), anyOf(words.everything)]
  return (text) => {
    const folded = fold(text)
    const length = /\p{Script=Han}/u.test(folded) ? folded.length : folded.split(/\s+/).length * 3
    if (length > LONGEST) return undefined
    const kind = ORDER.find(
      (one) =>
        (one !== 'confirm' || folded.length <= LONGEST_YES) && phrases.get(one)?.some((matches) => matches(folded)),
    )
    if (kind === undefined) return undefined
    return {
      kind,
      about: folded
        .replace(strip, ' ')
        .replace(/[\p{P}\p{S}\s]+/gu, ' ')
        .trim(),
      wholeTopic: folded.search(wholeTopic) >= 0,
      everything: folded.search(everything) >= 0,
    }
  }
}
