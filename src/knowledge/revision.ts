import { createHash } from 'node:crypto'

/** Digest of every file of a knowledge folder. */
export function revisionOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const file of [...files.keys()].sort()) hash.update(`${file}\0${files.get(file)}\0`)
  return hash.digest('hex').slice(0, 12)
}
