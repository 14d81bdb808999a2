import { readFileSync } from 'node:fs'

/** Syllables, and the place among them of each character's, by its code point; 0 has none. */
type Readings = { syllables: string[]; places: Uint16Array; beyond: Map<number, number> }

let readings: Readings | undefined

/**
 * How a character is read most often, without its tone and with v for ü, to the letter as pinyin-pro says it of one character (https://github.com/zh-lx/pinyin-pro; `readings.txt` is its
 * dictionary, as `pack.ts` writes it). A character that it does not know is its own reading. The package itself holds words in context as well, for 10 MB more than these
 * 200 kB.
 */
export function readingOf(character: string): string {
  readings ??= read()
  const code = character.codePointAt(0) ?? 0
  const place = code < readings.places.length ? readings.places[code] : readings.beyond.get(code)
  return (place !== undefined && readings.syllables[place]) || character
}

function read(): Readings {
  const syllables = ['']
  const places = new Uint16Array(0x10000)
  const beyond = new Map<number, number>()
  for (const line of readFileSync(new URL('readings.txt', import.meta.url), 'utf8').split('\n')) {
    const [syllable = '', characters = ''] = line.split(' ')
    const place = syllables.push(syllable) - 1
    for (const character of characters) {
      const code = character.codePointAt(0) ?? 0
      if (code < places.length) places[code] = place
      else beyond.set(code, place)
    }
  }
  return { syllables, places, beyond }
}
