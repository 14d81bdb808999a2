const RUN = /\p{Script=Han}+|[a-z]{3,}/gu
/** Letters of a piece of a Latin word, its ends marked. */
const PIECE = 4

/** Pieces of a folded text that survive a typo, an unknown compound or another ending: Chinese characters and pairs of them, four letters of Latin words. */
export function lettersOf(folded: string): string[] {
  const pieces: string[] = []
  for (const [run] of folded.matchAll(RUN)) {
    if (/^[a-z]/.test(run)) {
      const word = `^${run}$`
      for (let at = 0; at + PIECE <= word.length; at++) pieces.push(word.slice(at, at + PIECE))
    } else {
      const characters = [...run]
      characters.forEach((character, at) => {
        const next = characters[at + 1]
        pieces.push(character)
        if (next !== undefined) pieces.push(character + next)
      })
    }
  }
  return pieces
}
