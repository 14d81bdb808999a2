import type { Documents } from '../../src/search/corpus.ts'
import { type View, viewer } from '../../src/search/viewers.ts'

/** A document as lists of terms: its group, what people ask it by, what it says. */
export type Terms = { group: string; asked: string[][]; told: string[][] }

/** Documents as an index reads them: the terms of what they are asked by, then of what they say. */
export function viewOf(list: Terms[]): { view: View; documents: Documents } {
  const { add, view } = viewer()
  let count = 0
  const take = (texts: string[][][]) => {
    const first = [count]
    for (const ofDocument of texts) {
      ofDocument.forEach(add)
      count += ofDocument.length
      first.push(count)
    }
    return Uint32Array.from(first)
  }
  const asked = take(list.map((one) => one.asked))
  const told = take(list.map((one) => one.told))
  return { view: view(), documents: { asked, told, groups: list.map(({ group }) => group) } }
}
