import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInstance } from 'i18next'
import { z } from 'zod'
import { LOCALES, WRITTEN_LOCALES } from './core/locale.ts'
import type { Translate } from './core/translate.ts'

/** Key → text. */
const texts = z.record(z.string(), z.string())

/** The wording cannot be read; says which file and why. */
export class UnreadableWording extends Error {}

/** One language's wording, from every file of its folder: a file for each place the words stand in. */
async function readLanguage(folder: string): Promise<Record<string, string>> {
  const all: Record<string, string> = {}
  const names = await readdir(folder).catch((error: Error) => {
    throw new UnreadableWording(`cannot read the wording ${folder}: ${error.message}`)
  })
  for (const name of names.filter((one) => one.endsWith('.json')).sort()) {
    const file = join(folder, name)
    try {
      for (const [key, text] of Object.entries(texts.parse(JSON.parse(await readFile(file, 'utf8'))))) {
        if (Object.hasOwn(all, key)) throw new Error(`"${key}" stands in another file as well`)
        all[key] = text
      }
    } catch (error) {
      const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message
      throw new UnreadableWording(`cannot read the wording ${file}: ${why}`)
    }
  }
  return all
}

/**
 * Reads the folders `zh-Hans` and `en` of the folder of wording; traditional Chinese is converted from simplified.
 * @throws UnreadableWording
 */
export async function readWording(folder: string, toTraditional: (text: string) => string): Promise<Translate> {
  const resources: Record<string, { translation: Record<string, string> }> = {}
  for (const locale of WRITTEN_LOCALES) resources[locale] = { translation: await readLanguage(join(folder, locale)) }
  const simplified = resources['zh-Hans']?.translation ?? {}
  resources['zh-Hant'] = {
    translation: Object.fromEntries(Object.entries(simplified).map(([key, text]) => [key, toTraditional(text)])),
  }
  const i18n = createInstance()
  await i18n.init({
    resources,
    keySeparator: false,
    nsSeparator: false,
    fallbackLng: false,
    supportedLngs: [...LOCALES],
    lng: 'zh-Hans',
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  })
  const fixed = Object.fromEntries(LOCALES.map((locale) => [locale, i18n.getFixedT(locale)]))
  return (locale, key, values) => String(fixed[locale]?.(key, values ?? {}) ?? key)
}
