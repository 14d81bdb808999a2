import { entryOn } from '../conversation/entry-on.ts'
import { BOUNDARY } from '../conversation/searchables.ts'
import { type Understanding, understand } from '../conversation/understanding.ts'
import type { Day } from '../core/day.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Examples } from '../knowledge/parse-examples.ts'
import type { Found } from '../search/searchable.ts'
import { seeded } from '../search/seeded.ts'
import { type HeldOut, holdOut, strangers } from './held-out.ts'
import { learnVectors, waysOfAsking } from './learn-vectors.ts'
import { altered, typist } from './typos.ts'

/** Parts the phrasings are split into; each is asked of knowledge that has not seen it. */
export const FOLDS = 6
/** One in so many phrasings is asked of knowledge that has it, a little altered. */
const KNOWN_PART = 4
/** One in so many held-out phrasings is also asked with a typing mistake. */
const MISTYPED_PART = 4

/**
 * One question as it was found: its hits, and the id of the right one. `held-out`: the knowledge has not seen it; `mistyped`: nor that, and it holds a typing
 * mistake; `known`: the knowledge has it, in other
 * words by a few; `stranger`: nothing in the knowledge fits.
 */
export type Trial = {
  text: string
  found: Found
  id: string | undefined
  kind: 'held-out' | 'mistyped' | 'known' | 'stranger'
  fold: number
}

/** Asks every phrasing of knowledge that was built without it; a part of them with typing mistakes, a part of knowledge that has them; and what strangers ask of knowledge without boundaries. */
export function trials(knowledge: Knowledge, examples: Examples, today: Day): Trial[] {
  const understandAnew = (part: Knowledge) =>
    understand(part, undefined, () => learnVectors(waysOfAsking(part, examples)))
  const all: Trial[] = []
  const corpus = [...knowledge.entries.values()].flatMap(({ texts }) => texts['zh-Hans'].questions)
  const mistyped = typist(corpus, seeded(20261123))
  const standing = (id: string) => id.startsWith(BOUNDARY) || entryOn(id, today, knowledge)?.entry?.id === id
  const stands = new Map([...knowledge.entries.keys()].map((id) => [id, standing(id)]))
  const ask = (understanding: Understanding, { text, id }: HeldOut, kind: Trial['kind'], fold: number) => {
    const found = understanding.search(text)
    const hits = found.hits.filter((hit) => stands.get(hit.id) ?? true)
    all.push({ text, found: { ...found, hits }, id, kind, fold })
  }
  const asked = ({ id }: HeldOut) => id === undefined || (stands.get(id) ?? true)
  for (let fold = 0; fold < FOLDS; fold++) {
    const part = holdOut(knowledge, fold, FOLDS, BOUNDARY)
    const understanding = understandAnew(part.knowledge)
    part.heldOut.filter(asked).forEach((one, index) => {
      ask(understanding, one, 'held-out', fold)
      if (index % MISTYPED_PART === 0) ask(understanding, { ...one, text: mistyped(one.text) }, 'mistyped', fold)
    })
  }
  const known = understandAnew(knowledge)
  const random = seeded(20261129)
  holdOut(knowledge, 0, KNOWN_PART, BOUNDARY)
    .heldOut.filter(asked)
    .forEach((one, index) => {
      ask(known, { ...one, text: altered(one.text, random) }, 'known', index % FOLDS)
    })
  const outside = strangers(knowledge)
  const without = understandAnew(outside.knowledge)
  outside.heldOut.forEach((one, index) => {
    ask(without, one, 'stranger', index % FOLDS)
  })
  return all
}
