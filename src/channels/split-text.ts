/** Where a text may be cut, the best place first. */
const ENDS = [/\n\n/g, /\n/g, /[。！？；]|[.!?;] /g, /[，、]|, | /g]

/** The last place at which a text can be cut so that what stands before is at most this long. */
function cutAt(text: string, longest: number): number {
  for (const end of ENDS) {
    const ends = [...text.slice(0, longest).matchAll(end)].map(({ index, 0: mark }) => index + mark.length)
    const last = ends.at(-1)
    // A cut in the first half would make more messages than it saves reading.
    if (last !== undefined && last > longest / 2) return last
  }
  // Not between the halves of one character.
  return /[\uD800-\uDBFF]$/.test(text.slice(0, longest)) ? longest - 1 : longest
}

/**
 * A text in parts of at most `longest` characters (UTF-16 units, at least 2): cut at the ends of paragraphs, else of lines, else of sentences,
 * and inside a word only where there is nothing else. Nothing but white space at the cuts is lost.
 */
export function splitText(text: string, longest: number): string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > longest) {
    const at = cutAt(rest, longest)
    parts.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return [...parts, rest].filter(Boolean)
}
