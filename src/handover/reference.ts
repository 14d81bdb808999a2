import { randomInt } from 'node:crypto'

/** Digits and letters that are not taken for one another (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10

/** A reference for one question: ten letters, a thousand million million of them, so that nobody meets another's by trying. */
export const newReference = (): string =>
  `TG-${Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`

const WRITTEN = new RegExp(`(?<![A-Z0-9])TG[-\\s]?([0-9A-Z]{${LENGTH}})(?![A-Z0-9])`, 'i')

/** The reference in a text, read as people write it: any case, with O for 0 and I or L for 1. */
export function referenceIn(text: string): string | undefined {
  const letters = WRITTEN.exec(text.normalize('NFKC'))?.[1]?.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
  return letters === undefined || letters.includes('U') ? undefined : `TG-${letters}`
}
