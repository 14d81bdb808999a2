import type { Entry } from '../core/entry.ts'
import { WRITTEN_LOCALES } from '../core/locale.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'

/** A way of asking that was taken out of the knowledge, and what it should lead to; no id when nothing should fit. */
export type HeldOut = { text: string; id: string | undefined }

/** The knowledge without one part in `folds` of its ways of asking, and those. Every phrasing is held out in exactly one fold. */
export function holdOut(
  knowledge: Knowledge,
  fold: number,
  folds: number,
  boundaryPrefix: string,
): { knowledge: Knowledge; heldOut: HeldOut[] } {
  const heldOut: HeldOut[] = []
  const keep = (questions: string[], id: string, offset: number) =>
    questions.filter((text, index) => {
      if ((index + offset) % folds !== fold) return true
      heldOut.push({ text, id })
      return false
    })
  let offset = 0
  const entries = new Map<string, Entry>()
  for (const entry of knowledge.entries.values()) {
    offset++
    const texts = { ...entry.texts }
    for (const locale of WRITTEN_LOCALES)
      texts[locale] = { ...texts[locale], questions: keep(texts[locale].questions, entry.id, offset) }
    entries.set(entry.id, { ...entry, texts })
  }
  const boundaries = new Map(
    [...knowledge.boundaries.values()].map((boundary) => {
      offset++
      const questions = { ...boundary.questions }
      for (const locale of WRITTEN_LOCALES)
        questions[locale] = keep(questions[locale], `${boundaryPrefix}${boundary.id}`, offset)
      return [boundary.id, { ...boundary, questions }]
    }),
  )
  return { knowledge: { ...knowledge, entries, boundaries }, heldOut }
}

/** The knowledge without its boundaries, and what strangers to the subject ask: nothing in it should fit. */
export function strangers(knowledge: Knowledge): { knowledge: Knowledge; heldOut: HeldOut[] } {
  const heldOut: HeldOut[] = []
  for (const { outcome, why, questions } of knowledge.boundaries.values())
    if (outcome === 'declined' || (outcome === 'signposted' && why === 'other-authority'))
      for (const text of [...questions['zh-Hans'], ...questions.en]) heldOut.push({ text, id: undefined })
  return { knowledge: { ...knowledge, boundaries: new Map() }, heldOut }
}
