import type { Knowledge } from '../knowledge/knowledge.ts'
import { fold } from '../search/fold.ts'

/** Tells whether a folded text names a term of ours: a word of the glossary, a topic that is no place, or a name in Latin letters out of a Chinese title (HWC-YT, AEO). */
export function anyTermIn({ glossary, topics, entries }: Knowledge): (folded: string) => boolean {
  const named = [
    ...[...glossary.values()].map(({ name }) => name),
    ...[...topics.values()].filter(({ id }) => !/^(?:destination\.|other$)/.test(id)).map(({ name }) => name),
  ]
  const words = named.flatMap((name) => [
    fold(name['zh-Hans']),
    `\\b${fold(name.en).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`,
  ])
  for (const { texts } of entries.values())
    for (const [name] of fold(texts['zh-Hans'].title).matchAll(/[a-z][a-z0-9-]{2,}/g)) words.push(`\\b${name}\\b`)
  // Many titles hold the same names.
  const any = words.length === 0 ? undefined : new RegExp([...new Set(words)].join('|'), 'u')
  return (folded) => any?.test(folded) ?? false
}
