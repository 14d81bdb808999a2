const HAN = /\p{Script=Han}/u

/**
 * Whether a character is Chinese (`\p{Script=Han}`), by its code point. Every character that is read is asked for, and all but a few are told without the regular expression.
 */
export const isHan = (code: number): boolean => {
  if (code < 0x2e80) return false
  if (code >= 0x4e00 && code <= 0x9fff) return true
  // Chinese punctuation, and the marks of full width.
  if ((code > 0x3007 && code < 0x3021) || (code > 0xfaff && code < 0x10000)) return false
  return HAN.test(String.fromCodePoint(code))
}

/** Where the run of Chinese characters that begins at a place of a text ends; the place itself where none begins there. */
export function hanEnd(text: string, start: number): number {
  let end = start
  while (end < text.length) {
    const code = text.codePointAt(end) ?? 0
    if (!isHan(code)) break
    end += code > 0xffff ? 2 : 1
  }
  return end
}
