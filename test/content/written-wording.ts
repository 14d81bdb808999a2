import { glob, readFile } from 'node:fs/promises'
import type { WrittenLocale } from '../../src/core/locale.ts'

/** Every key of a language's wording as it is written, with its text, file by file; a key that stands twice comes twice. */
export async function writtenWording(locale: WrittenLocale): Promise<[key: string, text: unknown][]> {
  const all: [string, unknown][] = []
  for await (const file of glob(`locales/${locale}/*.json`)) {
    const text = await readFile(file, 'utf8')
    const values: Record<string, unknown> = JSON.parse(text)
    for (const [, key = ''] of text.matchAll(/^\s*"([^"]+)":/gm)) all.push([key, values[key]])
  }
  return all
}
