import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { LOCALES, type Locale, WRITTEN_LOCALES, writtenFor } from './core/locale.ts'
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
 * Reads the folders `zh-Hans` and `en` of the folder of wording; traditional Chinese is converted from simplified, each text when it is first told.
 * @throws UnreadableWording
 */
export async function readWording(folder: string, toTraditional: (text: string) => string): Promise<Translate> {
  const read: Partial<Record<Locale, Record<string, string>>> = {}
  for (const locale of WRITTEN_LOCALES) read[locale] = await readLanguage(join(folder, locale))
  const templates = Object.fromEntries(LOCALES.map((locale) => [locale, new Map<string, string[]>()]))

  function templateOf(locale: Locale, key: string): string[] | undefined {
    const known = templates[locale]?.get(key)
    if (known) return known
    const words = read[writtenFor(locale)]
    const text = words && Object.hasOwn(words, key) ? words[key] : undefined
    if (!text) return undefined
    const template = (locale === 'zh-Hant' ? toTraditional(text) : text).split(VALUE)
    templates[locale]?.set(key, template)
    return template
  }

  return (locale, key, values = {}) => {
    const template = templateOf(locale, key)
    if (!template) return key
    // Words and the names of values take turns.
    return template.map((part, index) => (index % 2 === 0 ? part : String(values[part] ?? ''))).join('')
  }
}

/** Where a value goes into a text. */
const VALUE = /\{\{\s*([^{}]*?)\s*\}\}/
