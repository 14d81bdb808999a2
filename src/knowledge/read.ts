import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** The folder cannot be read, or a file in it; says which and why. */
export class UnreadableKnowledge extends Error {}

/** Largest file that is read; a larger one is no knowledge. */
const LARGEST = 1_000_000

/** What models are learned from stands here, which no turn reads. */
const EXAMPLES = /^examples[/\\]/

/**
 * Reads every Markdown, YAML and CSV file below the folder of the knowledge but the examples: path inside it (with `/`) → text.
 * @throws UnreadableKnowledge when the folder or a file cannot be read
 */
export const readFolder = (folder: string): Promise<Map<string, string>> =>
  readFiles(folder, (path) => !EXAMPLES.test(path))

/**
 * Reads the examples that models are learned from, with paths like those of `readFolder`.
 * @throws UnreadableKnowledge when the folder or a file cannot be read
 */
export const readExamples = (folder: string): Promise<Map<string, string>> =>
  readFiles(folder, (path) => EXAMPLES.test(path))

async function readFiles(folder: string, wanted: (path: string) => boolean): Promise<Map<string, string>> {
  try {
    const all = await readdir(folder, { recursive: true })
    const paths = all.filter((path) => /\.(md|yaml|csv)$/.test(path) && wanted(path)).sort()
    const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')))
    const files = new Map<string, string>()
    paths.forEach((path, index) => {
      const text = texts[index] ?? ''
      if (text.length > LARGEST) throw new Error(`${path} is larger than ${LARGEST} characters`)
      if (path !== 'README.md') files.set(path.split(sep).join('/'), text)
    })
    return files
  } catch (error) {
    throw new UnreadableKnowledge(`cannot read the knowledge folder ${folder}: ${(error as Error).message}`)
  }
}
