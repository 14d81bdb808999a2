/** The languages replies are written in. Traditional Chinese is converted from simplified. */
export const LOCALES = ['zh-Hans', 'zh-Hant', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** The languages that entries are written in by hand. */
export const WRITTEN_LOCALES = ['zh-Hans', 'en'] as const
export type WrittenLocale = (typeof WRITTEN_LOCALES)[number]

/** A short text in every written language. */
export type Wording = Record<WrittenLocale, string>

/** The written language that a reply in `locale` starts from. */
export const writtenFor = (locale: Locale): WrittenLocale => (locale === 'en' ? 'en' : 'zh-Hans')

const TRADITIONAL = /^zh(?!(-\w+)*-hans\b)(-\w+)*-(hant|tw|hk|mo)\b/i

/**
 * The reply language for a BCP 47 tag (`zh-CN` → `zh-Hans`, `zh-TW`, `zh-HK` → `zh-Hant`, `en-GB` → `en`; a script that is named counts more than a region);
 * undefined for a language Tongguan does not write, so that the script of the question decides.
 */
export function toLocale(tag: string): Locale | undefined {
  if (TRADITIONAL.test(tag)) return 'zh-Hant'
  if (/^zh\b/i.test(tag)) return 'zh-Hans'
  if (/^en\b/i.test(tag)) return 'en'
  return undefined
}
