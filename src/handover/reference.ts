import { randomInt } from 'node:crypto'
import { REFERENCE_LENGTH } from '../core/handover-reference.ts'

/** Digits and letters that are not taken for one another (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A reference for one question: ten letters, a thousand million million of them, so that nobody meets another's by trying. */
export const newReference = (): string =>
  `TG-${Array.from({ length: REFERENCE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`
