import { pinyin } from 'pinyin-pro'

const sound = (character: string): string => pinyin(character, { toneType: 'none' })

/**
 * Makes the function that writes a text as a hurried thumb would: one Chinese character replaced by another of the same sound that occurs in
 * `corpus`, or one English letter dropped or swapped.
 */
export function typist(corpus: Iterable<string>, random: () => number): (text: string) => string {
  const bySound = new Map<string, string[]>()
  for (const character of new Set([...corpus].join('').match(/\p{Script=Han}/gu) ?? [])) {
    const list = bySound.get(sound(character)) ?? []
    list.push(character)
    bySound.set(sound(character), list)
  }
  const pick = <T>(list: T[]): T | undefined => list[Math.floor(random() * list.length)]
  return (text) => {
    const characters = [...text]
    const han = characters.flatMap((character, index) => (/\p{Script=Han}/u.test(character) ? [index] : []))
    if (han.length > 3) {
      const index = pick(han) ?? 0
      const others = (bySound.get(sound(characters[index] ?? '')) ?? []).filter((other) => other !== characters[index])
      characters[index] = pick(others) ?? characters[index] ?? ''
      return characters.join('')
    }
    const words = text.split(' ')
    const long = words.flatMap((word, index) => (/^[a-z]{6,}$/i.test(word) ? [index] : []))
    const index = pick(long)
    if (index === undefined) return text
    const word = words[index] ?? ''
    const at = 2 + Math.floor(random() * (word.length - 3))
    words[index] =
      random() < 0.5
        ? word.slice(0, at) + word.slice(at + 1)
        : word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
    return words.join(' ')
  }
}

const OPENINGS = { zh: ['请问', '我想问下', '想问', '', '', ''], en: ['hi, ', 'please, ', 'so ', '', '', ''] }
const ENDINGS = { zh: ['呢', '啊', '，谢谢', '', '', ''], en: [' please', ' thanks', '?', '', '', ''] }
/** Characters, or words, of which one may be left out. */
const LEFT_OUT = { zh: 6, en: 5 } as const

/** A text as somebody else would put it who means just the same: politeness around it, a character or word in six or so left out. */
export function altered(text: string, random: () => number): string {
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
  const pick = (list: string[]) => list[Math.floor(random() * list.length)] ?? ''
  const parts = language === 'zh' ? [...text] : text.split(' ')
  const left = Math.floor(parts.length / LEFT_OUT[language])
  for (let count = 0; count < left; count++) parts.splice(Math.floor(random() * parts.length), 1)
  return `${pick(OPENINGS[language])}${parts.join(language === 'zh' ? '' : ' ')}${pick(ENDINGS[language])}`
}
