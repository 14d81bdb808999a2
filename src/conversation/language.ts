import { fromTaiwan, inTraditional } from '../core/chinese-script.ts'
import type { Locale } from '../core/locale.ts'

/** Characters of written Cantonese: whoever types them reads traditional Chinese unless the rest is simplified. */
const CANTONESE = /[嘅喺嚟咗冇嗰啲咁哋唔佢睇嘢噉乜]/u

/** Characters that many who write traditional Chinese leave as they are: they tell nothing. */
const IN_BOTH = /台/gu

/** Words of an English sentence; names and terms alone do not make one. */
const ENGLISH =
  /\b(?:what|how|when|where|why|which|who|is|are|was|were|do|does|did|can|could|may|must|should|will|would|i|my|me|we|our|you|it|the|a|an|of|to|for|from|in|on|at|by|with|through|and|or|if|not|no)\b/gi

/** An amount with its unit, which people write with the same letters in every language. */
const MEASURE =
  /(?<![\p{L}\d])\d[\d.,]*\s*(?:ml|cl|l|mg|g|kg|cm|mm|pcs|rmb|cny|usd|eur|gbp|jpy|hkd|k|w)(?![\p{L}\d])/giu

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** How many characters a conversion changes. */
const changed = (text: string, convert: (text: string) => string): number => {
  const converted = convert(text)
  if (converted === text) return 0
  const other = [...converted]
  return [...text].filter((character, index) => character !== other[index]).length
}

/**
 * The language of a text by its script: Chinese characters decide between simplified and traditional, Latin letters mean English.
 * `other` is a script that Tongguan does not write; undefined when the text has no letters or its Chinese is common to both forms.
 */
export function languageOf(text: string): Locale | 'zh' | 'other' | undefined {
  const han = count(text, /\p{Script=Han}/gu)
  const latin = count(text, /\p{Script=Latin}/gu)
  const letters = count(text, /\p{L}/gu)
  const foreign = letters - han - latin
  if (foreign > 0 && foreign * 3 >= letters) return 'other'
  if (han === 0) return latin > 0 ? 'en' : undefined
  // Chinese terms in an English sentence, or English terms in a Chinese one.
  const english = count(text, ENGLISH)
  if ((english >= 2 && latin > han) || (english >= 1 && latin > 3 * han && latin >= 12)) return 'en'
  const traditional = changed(text, fromTaiwan)
  const simplified = changed(text.replace(IN_BOTH, ''), inTraditional)
  if (traditional > simplified) return 'zh-Hant'
  if (simplified > traditional) return 'zh-Hans'
  return CANTONESE.test(text) ? 'zh-Hant' : 'zh'
}

/**
 * The language of the reply: an explicit wish wins; otherwise the script of the question; otherwise what the channel or the last turn suggests.
 */
export function replyLocale(
  text: string,
  { wish, hint, spelled }: { wish?: Locale | undefined; hint?: Locale | undefined; spelled?: boolean },
): { locale: Locale; readable: boolean } {
  const language = languageOf(text.replace(MEASURE, ' '))
  const readable = language !== 'other'
  if (wish) return { locale: wish, readable }
  // Pinyin typed as letters is Chinese.
  if (spelled) return { locale: hint === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans', readable }
  if (language === 'zh') return { locale: hint === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans', readable }
  if (language === undefined || language === 'other') return { locale: hint ?? 'zh-Hans', readable }
  return { locale: language, readable }
}
