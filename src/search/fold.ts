import { fromHongKong } from '../core/chinese-script.ts'
import { foldNumbers } from '../core/numerals.ts'

/** Short texts already folded: building the index and answering a turn fold the same text several times. */
const folded = new Map<string, string>()
const [MOST_KEPT, LONGEST_KEPT] = [20_000, 200]
/** The last text: whoever reads one asks for it several times on end. */
let last = { text: '', folded: '' }
const HAN = /\p{Script=Han}/u
/** Characters that conversion leaves in two forms, and the one that is used here. */
const VARIANTS: Record<string, string> = { 著: '着', 帐: '账', 揹: '背', 佈: '布', 纔: '才' }
const ANY_VARIANT = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'g')

/**
 * One form for all the ways of writing the same thing: full width → half width, upper → lower case, traditional → simplified
 * (Taiwan and Hong Kong characters included), numbers in plain digits. Used for documents and questions alike.
 */
export function fold(text: string): string {
  if (text === last.text) return last.folded
  const known = folded.get(text)
  if (known !== undefined) return known
  const result = foldAfresh(text)
  last = { text, folded: result }
  if (text.length <= LONGEST_KEPT) {
    if (folded.size >= MOST_KEPT) folded.clear()
    folded.set(text, result)
  }
  return result
}

function foldAfresh(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase()
  if (!HAN.test(plain)) return foldNumbers(plain)
  return foldNumbers(fromHongKong(plain).replace(ANY_VARIANT, (character: string) => VARIANTS[character] ?? character))
}
