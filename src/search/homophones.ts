import { misread } from './shapes.ts'
import { blur, syllablesOfHan } from './sound.ts'

/** Words of two to five characters are corrected; a single character has too many of the same sound. */
const [SHORTEST, LONGEST] = [2, 5]
/** Some of something, after what is done with it (`寄点衣服`): no slip for a word of that sound. */
const SOME = /^[买寄带发邮拿收送卖捎进囤][点些]$/u
const HAN_RUN = /\p{Script=Han}+/gu

/** The sound of the two characters at a place. */
const soundOf = (syllables: string[], at: number): string => `${syllables[at]}-${syllables[at + 1]}`

const syllablesOf = (text: string): string[] => syllablesOfHan(text).map(blur)

/**
 * Makes the function that writes the words of our subject where a text holds others of the same sound or of nearly the same look: `跨进电商单次限饿` becomes
 * `跨境电商单次限额`, `红洒` becomes `红酒`. Right words of other subjects may be changed too, so the result is searched beside the text as typed, never instead of it.
 * @param words words of the subject
 * @param right other words that are right as they stand
 */
export function homophoneFixer(words: Iterable<string>, right: Iterable<string> = []): (folded: string) => string {
  const known = new Set<string>(right)
  const bySound = new Map<string, string>()
  const byLook = new Map<string, string>()
  /** Two characters, or the syllables of two, that some word begins with, and how long the longest such word is: at most places of a text there is none. */
  const longest = new Map<string, number>()
  const begins = (beginning: string, length: number) => {
    if ((longest.get(beginning) ?? 0) < length) longest.set(beginning, length)
  }
  for (const word of words) {
    if (!/^\p{Script=Han}+$/u.test(word) || word.length < SHORTEST || word.length > LONGEST) continue
    known.add(word)
    const syllables = syllablesOf(word)
    const sound = syllables.join('-')
    if (!bySound.has(sound)) bySound.set(sound, word)
    begins(soundOf(syllables, 0), word.length)
    for (const written of misread(word)) {
      if (!byLook.has(written)) byLook.set(written, word)
      begins(written.slice(0, SHORTEST), word.length)
    }
  }
  const fixRun = (run: string): string => {
    if (run.length < SHORTEST) return run
    const syllables = syllablesOf(run)
    let fixed = ''
    for (let at = 0; at < run.length; ) {
      let step = 1
      let written = run[at] ?? ''
      const most = Math.max(longest.get(soundOf(syllables, at)) ?? 0, longest.get(run.slice(at, at + SHORTEST)) ?? 0)
      for (let length = Math.min(most, run.length - at); length >= SHORTEST; length--) {
        const part = run.slice(at, at + length)
        const word =
          known.has(part) || SOME.test(part)
            ? part
            : (bySound.get(syllables.slice(at, at + length).join('-')) ?? byLook.get(part))
        if (word !== undefined && (word === part || shares(word, part))) {
          written = word
          step = length
          break
        }
      }
      fixed += written
      at += step
    }
    return fixed
  }
  return (folded) => folded.replace(HAN_RUN, fixRun)
}

/** Whether a correction keeps at least a third of the characters: a thumb misses one or two, not all. */
const shares = (word: string, part: string): boolean =>
  [...word].filter((character, index) => part[index] === character).length * 3 >= word.length
