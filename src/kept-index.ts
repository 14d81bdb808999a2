import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { KeepIndex } from './conversation/understanding.ts'
import { packColumns, unpackColumns } from './kept-columns.ts'
import type { IndexModel } from './search/entry-index.ts'

/** Beside the installed packages: it goes with them, and whoever can write there can change the code as well. */
const FOLDER = fileURLToPath(new URL('../node_modules/.cache/tongguan/', import.meta.url))
/** Indexes that are kept: the one in use, and a few of other knowledge. */
const MOST_KEPT = 6

/** The code that makes an index, and the packages it uses. */
const CODE = [
  'search',
  'search/jieba',
  'core',
  'intent/meanings.ts',
  'knowledge/find-goods.ts',
  'conversation/understanding.ts',
  'conversation/searchables.ts',
  '../package-lock.json',
]

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

function hashOfCode(): string {
  const hash = createHash('sha256').update(process.version)
  for (const part of CODE) {
    const path = fileURLToPath(new URL(part, import.meta.url))
    const files = statSync(path).isDirectory()
      ? readdirSync(path)
          .sort()
          .map((name) => join(path, name))
      : [path]
    for (const file of files) if (statSync(file).isFile()) hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** Whether what was read has the shape that is written. */
const isModel = (value: unknown): value is IndexModel =>
  typeof value === 'object' && value !== null && 'fullText' in value && 'ids' in value && Array.isArray(value.ids)

/**
 * Keeps indexes on disk, by a hash of all that they depend on: knowledge, code, packages, Node. What cannot be read or written is worked out, and nobody is told: it
 * only takes longer.
 * @param folder where; the folder of the packages' caches when absent
 */
export function keptIndex(folder: string = FOLDER): KeepIndex {
  return (sources, build) => {
    let file: string | undefined
    try {
      file = join(folder, `index-${hashed(`${hashOfCode()}${JSON.stringify(sources)}`)}`)
      const kept = unpackColumns(readFileSync(file))
      if (isModel(kept)) return kept
    } catch {
      // Not kept, or not readable: it is worked out below.
    }
    const model = build()
    if (file !== undefined) write(folder, file, model)
    return model
  }
}

function write(folder: string, file: string, model: IndexModel): void {
  const draft = `${file}.${randomUUID()}`
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(draft, packColumns(model), { mode: 0o600 })
    renameSync(draft, file)
    const age = (name: string) => statSync(join(folder, name)).mtimeMs
    const names = readdirSync(folder).filter((name) => name.startsWith('index-'))
    for (const name of names.sort((a, b) => age(b) - age(a)).slice(MOST_KEPT))
      rmSync(join(folder, name), { force: true })
  } catch {
    // A draft that stays is of no harm; a folder that was never made has none.
    if (existsSync(draft)) rmSync(draft, { force: true })
  }
}
