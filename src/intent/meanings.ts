import type { WrittenLocale } from '../core/locale.ts'

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

const anyOf = (ways: string[]): RegExp | undefined => (ways.length === 0 ? undefined : new RegExp(ways.join('|'), 'u'))

/** Makes the reader of meanings: the names of those that a folded text holds, in the order of the alphabet. A text without Latin letters is not asked in English, nor one without characters in Chinese. */
export function meaningsReader(meanings: Meanings): (folded: string) => string[] {
  const inOrder = Object.entries(meanings).sort(([one], [other]) => (one < other ? -1 : 1))
  const compiled = inOrder.map(([name, meaning]) => {
    const ways = waysOf(meaning)
    return { name, chinese: anyOf(ways['zh-Hans']), english: anyOf(ways.en) }
  })
  return (folded) => {
    const [latin, han] = [LATIN.test(folded), HAN.test(folded)]
    return compiled
      .filter(
        ({ chinese, english }) => (han && chinese?.test(folded) === true) || (latin && english?.test(folded) === true),
      )
      .map(({ name }) => name)
  }
}
