import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const ENTRY = 'entries/quota.annual/annual-limit'

/**
 * Writes a part of the real knowledge that stands by itself: one entry, its figures and the registers. For tests that start the service many
 * times and are about something else than what it knows.
 */
export async function writeSmallKnowledge(folder: string): Promise<string> {
  await mkdir(join(folder, 'entries/quota.annual'), { recursive: true })
  const whole = ['documents', 'topics.yaml', 'contacts.yaml', 'synonyms.yaml', 'traditional.yaml', 'plain-numbers.yaml']
  const [entry, english] = await Promise.all(
    ['zh-Hans', 'en'].map((language) => readFile(join('knowledge', `${ENTRY}.${language}.md`), 'utf8')),
  )
  const figures = new Set(`${entry}${english}`.matchAll(/\{\{\s*([a-z\d-]+)/g).map(([, id]) => `figures/${id}.yaml`))
  for (const path of [...whole, ...figures, `${ENTRY}.en.md`])
    await cp(join('knowledge', path), join(folder, path), { recursive: true })
  await writeFile(join(folder, `${ENTRY}.zh-Hans.md`), (entry ?? '').replace(/^related: .*$/m, 'related: []'))
  return folder
}
