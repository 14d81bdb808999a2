import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packColumns, unpackColumns } from './kept-columns.ts'

/** Beside the installed packages: it goes with them, and whoever can write there can change the code as well. */
const FOLDER = fileURLToPath(new URL('../node_modules/.cache/tongguan/', import.meta.url))
/** Files of one kind that are kept: the one in use, and a few of other knowledge. */
const MOST_KEPT = 6

/** What was worked out at an earlier start. */
export type Kept = {
  /**
   * What was kept, or what `build` comes to, which is kept from now on unless it is undefined. What cannot be read or written is worked out, and nobody is told: it only takes longer.
   * @param kind what it is, as the beginning of a file's name
   * @param sources what it depends on: paths of code in this folder, and any other texts, which are gone through once and not held
   * @param isSound whether what was read has the shape that is written
   */
  take<Value extends object>(
    kind: string,
    sources: { code: readonly string[]; texts: Iterable<string> },
    isSound: (value: object) => boolean,
  ): { value: Value | undefined; keep: (value: Value) => void }
}

/** Keeps values on disk, each by a digest of all that it depends on: its sources, the code, packages, Node. */
export function keptIn(folder: string = FOLDER): Kept {
  return {
    take<Value extends object>(...[kind, { code, texts }, isSound]: Parameters<Kept['take']>) {
      let file: string | undefined
      let value: Value | undefined
      try {
        file = join(folder, `${kind}-${digestOf(code, texts)}`)
        const read = unpackColumns(readFileSync(file))
        if (typeof read === 'object' && read !== null && isSound(read)) value = read as Value
      } catch {
        // Not kept, or not readable: whoever asked works it out.
      }
      return { value, keep: (made: Value) => file !== undefined && write(folder, kind, file, made) }
    },
  }
}

function digestOf(code: readonly string[], texts: Iterable<string>): string {
  const hash = createHash('sha256').update(process.version)
  for (const part of [...code, '../package-lock.json']) {
    const path = fileURLToPath(new URL(part, import.meta.url))
    const files = statSync(path).isDirectory()
      ? readdirSync(path)
          .sort()
          .map((name) => join(path, name))
      : [path]
    for (const file of files) if (statSync(file).isFile()) hash.update(readFileSync(file))
  }
  for (const text of texts) hash.update(text).update('\n')
  return hash.digest('hex').slice(0, 32)
}

function write(folder: string, kind: string, file: string, value: object): void {
  const draft = `${file}.${randomUUID()}`
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const opened = openSync(draft, 'w', 0o600)
    try {
      for (const piece of packColumns(value)) writeFileSync(opened, piece)
    } finally {
      closeSync(opened)
    }
    renameSync(draft, file)
    const age = (name: string) => statSync(join(folder, name)).mtimeMs
    const names = readdirSync(folder).filter((name) => name.startsWith(`${kind}-`))
    for (const name of names.sort((a, b) => age(b) - age(a)).slice(MOST_KEPT))
      rmSync(join(folder, name), { force: true })
  } catch {
    // A draft that stays is of no harm; a folder that was never made has none.
    if (existsSync(draft)) rmSync(draft, { force: true })
  }
}
