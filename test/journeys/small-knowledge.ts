import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const FIGURES = ['annual-limit', 'single-limit', 'annual-limit-reset']
const ENTRY = 'entries/quota.annual/annual-limit'

/**
 * Writes a part of the real knowledge that stands by itself: one entry, its figures and the registers. For tests that start the service many
 * times and are about something else than what it knows.
 */
export async function writeSmallKnowledge(folder: string): Promise<string> {
  await mkdir(join(folder, 'entries/quota.annual'), { recursive: true })
  const whole = ['documents', 'topics.yaml', 'contacts.yaml', 'synonyms.yaml', 'traditional.yaml', 'plain-numbers.yaml']
  for (const path of [...whole, ...FIGURES.map((id) => `figures/${id}.yaml`), `${ENTRY}.en.md`])
    await cp(join('knowledge', path), join(folder, path), { recursive: true })
  const entry = await readFile(join('knowledge', `${ENTRY}.zh-Hans.md`), 'utf8')
  await writeFile(join(folder, `${ENTRY}.zh-Hans.md`), entry.replace(/^related: .*$/m, 'related: []'))
  return folder
}
