import fc from 'fast-check'
import { expect, test } from 'vitest'
import { childOf, wordTree } from '../../src/core/letter-tree.ts'

test('a tree holds its words, each by its number, and nothing else', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '税', '\u{20bb7}'), minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 30 }), word, (words, other) => {
      const tree = wordTree(words)
      const numberOf = (text: string): number => {
        let node = 0
        for (let at = 0; at < text.length; at++) {
          node = childOf(tree, node, text.charCodeAt(at))
          if (node === 0) return -1
        }
        return (tree.words[node] ?? 0) - 1
      }
      expect(words.map(numberOf)).toEqual(words.map((_, number) => number))
      expect(numberOf(other)).toBe(words.indexOf(other))
    }),
  )
})
