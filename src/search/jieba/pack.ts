import { readFileSync, writeFileSync } from 'node:fs'
import { constants, zstdCompressSync } from 'node:zlib'
import { type Dictionary, FIRST, LAST, NEVER, packDictionary, STATES, type UnknownWords } from './packed.ts'

// Writes dictionary.zst anew: node src/search/jieba/pack.ts dict.txt hmm_model.utf8
// `dict.txt` is the one in the npm package @node-rs/jieba, `hmm_model.utf8` the one of cppjieba in the npm package nodejieba.

type Tree = { children: Map<number, Tree>; frequency: number }

function readWords(text: string): Pick<Dictionary, 'units' | 'firstChild' | 'frequencies' | 'total'> {
  const root: Tree = { children: new Map(), frequency: 0 }
  let total = 0
  for (const line of text.split('\n')) {
    const [word = '', frequency = '0'] = line.split(' ')
    total += Number(frequency)
    if (!/^\p{Script=Han}+$/u.test(word)) continue
    let node = root
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at)
      const child = node.children.get(unit) ?? { children: new Map(), frequency: 0 }
      node.children.set(unit, child)
      node = child
    }
    node.frequency = Number(frequency)
  }
  const nodes: { unit: number; tree: Tree }[] = [{ unit: 0, tree: root }]
  const firstChild: number[] = []
  // The list grows while it is gone through: level by level.
  for (const { tree } of nodes) {
    firstChild.push(nodes.length)
    for (const [unit, child] of [...tree.children].sort(([one], [other]) => one - other))
      nodes.push({ unit, tree: child })
  }
  return {
    units: Uint16Array.from(nodes, ({ unit }) => unit),
    firstChild: Uint32Array.from([...firstChild, nodes.length]),
    frequencies: Uint32Array.from(nodes, ({ tree }) => tree.frequency),
    total,
  }
}

/** cppjieba's file: the logarithms of the first state, those from state to state, then for each state `character:logarithm,…`. */
function readUnknown(text: string): UnknownWords {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const numbers = (line = '') => line.trim().split(/\s+/).map(Number)
  const span = LAST - FIRST + 1
  const emissions = new Float64Array(STATES * span).fill(NEVER)
  lines.slice(1 + STATES).forEach((line, state) => {
    for (const pair of line.split(',')) {
      const [character = '', logarithm] = pair.split(':')
      const code = character.charCodeAt(0)
      if (code >= FIRST && code <= LAST) emissions[state * span + code - FIRST] = Number(logarithm)
    }
  })
  return {
    initial: Float64Array.from(numbers(lines[0])),
    transitions: Float64Array.from(lines.slice(1, 1 + STATES).flatMap(numbers)),
    emissions,
  }
}

const [words = '', model = ''] = process.argv.slice(2)
const dictionary = { ...readWords(readFileSync(words, 'utf8')), unknown: readUnknown(readFileSync(model, 'utf8')) }
const level = { params: { [constants.ZSTD_c_compressionLevel]: 19 } }
writeFileSync(new URL('./dictionary.zst', import.meta.url), zstdCompressSync(packDictionary(dictionary), level))
