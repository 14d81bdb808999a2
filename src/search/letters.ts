const RUN = /\p{Script=Han}+|[a-z]{3,}/gu
/** Letters of a piece of a Latin word, its ends marked. */
const PIECE = 4
const LAST_LATIN = 'z'.charCodeAt(0)

/** How many UTF-16 units the character at a place takes. */
const lengthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

/** Pieces of a folded text that survive a typo, an unknown compound or another ending: Chinese characters and pairs of them, four letters of Latin words. */
export function lettersOf(folded: string): string[] {
  const pieces: string[] = []
  for (const [run] of folded.matchAll(RUN)) {
    if (run.charCodeAt(0) <= LAST_LATIN) {
      const word = `^${run}$`
      for (let at = 0; at + PIECE <= word.length; at++) pieces.push(word.slice(at, at + PIECE))
    } else
      for (let at = 0; at < run.length; ) {
        const end = at + lengthAt(run, at)
        pieces.push(run.slice(at, end))
        if (end < run.length) pieces.push(run.slice(at, end + lengthAt(run, end)))
        at = end
      }
  }
  return pieces
}
