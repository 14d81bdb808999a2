/** Characters that show nothing and can deceive: controls, zero width, bidirectional overrides, tags, variation selectors, fillers. */
const INVISIBLE = /\uFEFF|(?!\s)[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu

/** Markup and code that somebody pasted or aims at a page; never part of a question. */
const SCRIPT = /<(script|style|iframe|svg|object)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi
const TAG = /<\/?[a-z!][^<>]{0,200}>/gi

/**
 * The text as it is read: well-formed, without invisible characters and markup, white space made single. What remains is still
 * hostile wherever it is shown.
 */
export function normalise(text: string): string {
  let bare = text.toWellFormed().replace(INVISIBLE, '')
  // Markup taken out of markup may leave markup behind.
  for (let before = ''; before !== bare; ) {
    before = bare
    bare = bare.replace(SCRIPT, ' ').replace(TAG, ' ')
  }
  return bare.replace(/\s+/gu, ' ').trim()
}

/** Whether a normalised text holds no word at all: only signs, emoji, or nothing. */
export const isNoise = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text)
