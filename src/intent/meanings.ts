import type { WrittenLocale } from '../core/locale.ts'
import { rememberingTests, type Test } from '../core/remembered.ts'
import { mayMatch, neededLetters } from './needed-letters.ts'

/** Ways of saying one thing, by what it means: see `knowledge/meanings.yaml` and `knowledge/concepts.yaml`. */
export type Meanings = Readonly<Record<string, Record<WrittenLocale, string[]>>>

/** What `~` stands for: a short gap inside one sentence, in Chinese and in English. */
const GAP = { 'zh-Hans': '[^。.?？!！;；]{0,8}', en: '[^.?!;]{0,32}' } as const
const LATIN = /[a-z0-9]/
const HAN = /\p{Script=Han}/u

/** Each way of saying something as a regular expression over the folded text, in Chinese and in English. */
export const waysOf = (meaning: Record<WrittenLocale, string[]>): Record<WrittenLocale, string[]> => ({
  'zh-Hans': meaning['zh-Hans'].map((way) => way.replaceAll('~', GAP['zh-Hans'])),
  en: meaning.en.map((way) => `(?<![a-z0-9])(?:${way.replaceAll('~', GAP.en)})(?![a-z0-9])`),
})

/** Whether a folded text says something in Chinese, and in English; absent where nobody wrote down how that is said. */
export type MeaningTests = { chinese: Test | undefined; english: Test | undefined }

/** Texts of which it is remembered what they mean: the model of intents, the search and the phrases all ask. */
const MOST_REMEMBERED = 8
const known = new WeakMap<Meanings, ReadonlyMap<string, MeaningTests>>()

/** The tests of all meanings, in the order of the alphabet; the same for all who ask for those of the same meanings, so that each is made once for a text. */
export function meaningTests(meanings: Meanings): ReadonlyMap<string, MeaningTests> {
  const made = known.get(meanings) ?? newTests(meanings)
  known.set(meanings, made)
  return made
}

function newTests(meanings: Meanings): ReadonlyMap<string, MeaningTests> {
  // A meaning has dozens of ways, and a message holds a letter or two of few: most need not be tried.
  const needed: ReturnType<typeof neededLetters>[] = []
  let mayHold: ReturnType<typeof mayMatch> | undefined
  const remembering = rememberingTests(MOST_REMEMBERED, (folded) => {
    mayHold ??= mayMatch(needed)
    return mayHold(folded)
  })
  const anyOf = (ways: string[]): Test | undefined => {
    if (ways.length === 0) return undefined
    const pattern = new RegExp(ways.join('|'), 'u')
    needed.push(neededLetters(pattern.source))
    return remembering((folded) => pattern.test(folded))
  }
  const inOrder = Object.entries(meanings).sort(([one], [other]) => (one < other ? -1 : 1))
  return new Map(
    inOrder.map(([name, meaning]) => {
      const ways = waysOf(meaning)
      return [name, { chinese: anyOf(ways['zh-Hans']), english: anyOf(ways.en) }]
    }),
  )
}

/** Makes the reader of meanings: the names of those that a folded text holds, in the order of the alphabet. A text without Latin letters is not asked in English, nor one without characters in Chinese. */
export function meaningsReader(meanings: Meanings): (folded: string) => string[] {
  const tests = [...meaningTests(meanings)]
  return (folded) => {
    const [latin, han] = [LATIN.test(folded), HAN.test(folded)]
    return tests
      .filter(
        ([, { chinese, english }]) => (han && chinese?.(folded) === true) || (latin && english?.(folded) === true),
      )
      .map(([name]) => name)
  }
}
