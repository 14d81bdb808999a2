import { writeFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'

// Writes readings.txt anew, from the pinyin-pro that is installed: node src/search/pinyin/pack.ts
// A line for each syllable: the syllable, and the characters that are read so most often.

const LAST_CHARACTER = 0x10ffff
const [FIRST_SURROGATE, LAST_SURROGATE] = [0xd800, 0xdfff]

const characters = new Map<string, string>()
for (let code = 0; code <= LAST_CHARACTER; code++) {
  if (code >= FIRST_SURROGATE && code <= LAST_SURROGATE) continue
  const character = String.fromCodePoint(code)
  if (!/\p{Script=Han}/u.test(character)) continue
  const syllable = pinyin(character, { toneType: 'none', v: true })
  if (syllable !== character) characters.set(syllable, (characters.get(syllable) ?? '') + character)
}
const lines = [...characters].sort(([one], [other]) => (one < other ? -1 : 1)).map((line) => line.join(' '))
writeFileSync(new URL('readings.txt', import.meta.url), `${lines.join('\n')}\n`)
