/** The longest text of one passive reply, in bytes of UTF-8. The platform sends nothing of a longer one. */
export const MOST_BYTES = 2048

const bytes = (text: string): number => Buffer.byteLength(text)

/** A link is never cut in two. */
const ATOMS = /<a href="[^"]*">[^<]*<\/a>|[\s\S]/gu
const LINK = /^<a href="[^"]*">([^<]*)<\/a>$/
const SENTENCE_END = /^[。！？；!?;]$/

/** Ways to cut, each finer than the one before: after paragraphs, lines, sentences, characters. */
const CUTS: ((text: string, most: number) => string[])[] = [
  (text) => text.split(/(?<=\n\n)/),
  (text) => text.split(/(?<=\n)/),
  (text) => {
    const sentences: string[] = ['']
    for (const atom of text.match(ATOMS) ?? []) {
      sentences.push(`${sentences.pop() ?? ''}${atom}`)
      if (SENTENCE_END.test(atom)) sentences.push('')
    }
    return sentences.filter(Boolean)
  },
  // A link that is too long by itself is left out, and its words stay.
  (text, most) =>
    (text.match(ATOMS) ?? []).flatMap((atom) => (bytes(atom) > most ? [...(LINK.exec(atom)?.[1] ?? atom)] : [atom])),
]

/** A text in parts of at most `most` bytes each, cut at the end of a paragraph where that can be. A heading stays with what it heads. */
export function inParts(text: string, most: number): string[] {
  const parts: string[] = []
  let part = ''
  const add = (piece: string, fineness: number) => {
    if (bytes((part + piece).trimEnd()) <= most) {
      part += piece
      return
    }
    if (bytes(piece.trimEnd()) <= most) {
      parts.push(part)
      part = piece
      return
    }
    // Too long even for a part of its own.
    const cut = CUTS[fineness]
    if (cut) for (const finer of cut(piece, most)) add(finer, fineness + 1)
  }
  for (const block of withTheirHeadings(text)) add(block, 0)
  return [...parts, part].map((one) => one.trim()).filter(Boolean)
}

/** Paragraphs, a heading together with the one below it. */
const withTheirHeadings = (text: string): string[] => text.split(/(?<=\n\n)(?<!】\n\n)/)
