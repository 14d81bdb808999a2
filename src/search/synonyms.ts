import { childOf, rootsOf, wordTree } from '../core/letter-tree.ts'
import { fold } from './fold.ts'

/**
 * Makes the function that writes the policy's words for people's words in a folded text: the longest match wins, English words are
 * replaced whole, and each place is replaced once.
 * @param groups policy's word → people's words, by language
 */
export function canonicalWords(groups: Record<'zh' | 'en', Record<string, string[]>>): (folded: string) => string {
  const meaning = new Map<string, string>()
  for (const language of ['zh', 'en'] as const)
    for (const [policy, people] of Object.entries(groups[language]))
      for (const word of people) if (!meaning.has(fold(word))) meaning.set(fold(word), fold(policy))
  for (const policy of [...Object.keys(groups.zh), ...Object.keys(groups.en)]) meaning.set(fold(policy), fold(policy))
  meaning.delete('')
  const tree = wordTree([...meaning.keys()])
  const roots = rootsOf(tree)
  const written = Array.from(meaning.values(), (word) => ` ${word} `)

  return (folded) => {
    let result = ''
    let copied = 0
    for (let start = 0; start < folded.length; start++) {
      const latin = isLatin(folded.charCodeAt(start))
      if (latin && start > 0 && isLatin(folded.charCodeAt(start - 1))) continue
      let [word, end] = [0, 0]
      let node = roots[folded.charCodeAt(start)] ?? 0
      for (let at = start + 1; node !== 0; at++) {
        const number = tree.words[node] ?? 0
        if (number !== 0 && !(latin && isLatin(folded.charCodeAt(at)))) [word, end] = [number, at]
        node = childOf(tree, node, folded.charCodeAt(at))
      }
      if (word === 0) continue
      result += folded.slice(copied, start) + (written[word - 1] ?? '')
      copied = end
      start = end - 1
    }
    return copied === 0 ? folded : result + folded.slice(copied)
  }
}

const [A, Z, ZERO, NINE] = [0x61, 0x7a, 0x30, 0x39]
const isLatin = (unit: number): boolean => (unit >= A && unit <= Z) || (unit >= ZERO && unit <= NINE)
