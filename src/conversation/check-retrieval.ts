import type { Day } from '../core/day.ts'
import { inForce } from '../core/effective-period.ts'
import type { EntryId } from '../core/entry.ts'
import type { Weights } from '../search/rank.ts'
import { rankOn } from './rank-question.ts'
import { BOUNDARY } from './searchables.ts'
import type { Understanding } from './understanding.ts'

/** A question of one entry that is led elsewhere, or that nearly coincides with a question of another. */
export type Confusion = {
  entry: EntryId
  question: string
  instead: string
  kind: 'led-elsewhere' | 'nearly-coincides'
  file: string
}

/** Likeness from which two questions count as nearly the same. */
const NEARLY = 0.97

/**
 * Asks every entry its own questions, as the ranking sees them (a question to the letter is recognised before ranking): those that another entry or a boundary
 * wins, and those that nearly coincide with a question of another entry.
 */
export function checkRetrieval(
  understanding: Understanding,
  today: Day,
  weights: Weights,
): { asked: number; confusions: Confusion[] } {
  const confusions: Confusion[] = []
  let asked = 0
  for (const entry of understanding.knowledge.entries.values()) {
    const on = inForce(entry.effective, today) ? today : (entry.effective.to ?? entry.effective.from)
    for (const { questions, file } of Object.values(entry.texts))
      for (const question of questions) {
        asked++
        const { ranked } = rankOn(question, on, understanding, weights)
        const [best] = ranked
        const found = { entry: entry.id, question, file }
        if (best && best.id !== entry.id)
          confusions.push({ ...found, kind: 'led-elsewhere', instead: best.id.replace(BOUNDARY, 'boundary ') })
        const twin = ranked.find(
          ({ id, signals }) =>
            id !== entry.id && !id.startsWith(BOUNDARY) && signals.phrasing >= NEARLY && signals.held >= NEARLY,
        )
        if (twin) confusions.push({ ...found, kind: 'nearly-coincides', instead: `${twin.id}: ${twin.nearest}` })
      }
  }
  return { asked, confusions }
}
