import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** The folder cannot be read, or a file in it; says which and why. */
export class UnreadableKnowledge extends Error {}

/** Largest file that is read; a larger one is no knowledge. */
const LARGEST = 1_000_000

/**
 * Reads every Markdown, YAML and CSV file below a folder: path inside it (with `/`) → text.
 * @throws UnreadableKnowledge when the folder or a file cannot be read
 */
export async function readFolder(folder: string): Promise<Map<string, string>> {
  try {
    const paths = (await readdir(folder, { recursive: true })).filter((path) => /\.(md|yaml|csv)$/.test(path)).sort()
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
