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
