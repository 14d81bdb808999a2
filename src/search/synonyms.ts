import { fold } from './fold.ts'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

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
  const words = [...meaning.keys()].sort((a, b) => b.length - a.length)
  if (words.length === 0) return (folded) => folded
  const latin = words.filter((word) => /^[a-z0-9]/.test(word))
  const han = words.filter((word) => !/^[a-z0-9]/.test(word))
  const parts = [
    ...(latin.length > 0 ? [`(?<![a-z0-9])(?:${latin.map(escaped).join('|')})(?![a-z0-9])`] : []),
    ...(han.length > 0 ? [han.map(escaped).join('|')] : []),
  ]
  const any = new RegExp(parts.join('|'), 'gu')
  return (folded) => folded.replace(any, (word) => ` ${meaning.get(word) ?? word} `)
}
