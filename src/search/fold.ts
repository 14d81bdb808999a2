import { Converter } from 'opencc-js'
import { foldNumbers } from '../core/numerals.ts'

const toSimplified = Converter({ from: 'hk', to: 'cn' })
const HAN = /\p{Script=Han}/u

/**
 * One form for all the ways of writing the same thing: full width → half width, upper → lower case, traditional → simplified
 * (Taiwan and Hong Kong characters included), numbers in plain digits. Used for documents and questions alike.
 */
export function fold(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase()
  return foldNumbers(HAN.test(plain) ? toSimplified(plain) : plain)
}
