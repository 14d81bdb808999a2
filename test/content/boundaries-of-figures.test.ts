import { describe, expect, test } from 'vitest'
import { entryOn } from '../../src/conversation/entry-on.ts'
import { phrase } from '../../src/conversation/phrase.ts'
import { phraseEntry } from '../../src/conversation/phrase-entry.ts'
import { addDays } from '../../src/core/day.ts'
import { inForce } from '../../src/core/effective-period.ts'
import { valueOn } from '../../src/core/figure.ts'
import { LOCALES } from '../../src/core/locale.ts'
import { placeholdersOf } from '../../src/knowledge/placeholder.ts'
import { createTraditional } from '../../src/knowledge/traditional.ts'
import { shipped } from './shipped.ts'
import { translate } from './shipped-wording.ts'

const knowledge = shipped()
const convert = createTraditional(knowledge.traditional)

/** The entries that show each figure. */
const shownBy = new Map<string, Set<string>>()
for (const { id, texts } of knowledge.entries.values())
  for (const { answer, detail, next } of Object.values(texts))
    for (const placeholder of placeholdersOf(`${answer}\n${detail}\n${next}`))
      if (placeholder?.kind === 'figure')
        shownBy.set(placeholder.figure, (shownBy.get(placeholder.figure) ?? new Set()).add(id))

/** Every day before, of and after which a figure gets, changes or loses its value. */
const days = new Map<string, Set<string>>()
for (const figure of knowledge.figures.values()) {
  const edges = figure.values.flatMap(({ effective }) => [
    effective.from,
    ...(effective.to === undefined ? [] : [addDays(effective.to, 1)]),
  ])
  days.set(figure.id, new Set(edges.flatMap((edge) => [addDays(edge, -1), edge, addDays(edge, 1)])))
}

/** An entry and a day, each once, however many figures of it change on it. */
const fixtures = new Map<string, { id: string; on: string }>()
for (const [figure, edges] of days)
  for (const on of edges) for (const id of shownBy.get(figure) ?? []) fixtures.set(`${id} ${on}`, { id, on })

/** An entry on a day in one script, as a channel shows it. */
function shown(id: string, on: string, locale: (typeof LOCALES)[number]): { text: string; of: string | undefined } {
  const found = entryOn(id, on, knowledge)
  const context = { knowledge, on, locale, translate }
  if (found?.entry) return { text: phraseEntry(found.entry, context).text, of: found.entry.id }
  const { last, next } = found ?? {}
  const answer = {
    outcome: 'declined',
    why: 'not-in-force',
    entry: id,
    ...(last && { last }),
    ...(next && { next }),
  } as const
  return { text: phrase(answer, context).text, of: undefined }
}

test('there are boundaries to look at, and entries that show them', () => {
  expect(fixtures.size).toBeGreaterThan(1000)
})

describe('on the day before, of and after every boundary of every figure', () => {
  test('every entry that shows it can be told in all three scripts, or says that nothing was in force', () => {
    for (const { id, on } of fixtures.values())
      for (const locale of LOCALES) {
        const { text, of } = shown(id, on, locale)
        const words = locale === 'zh-Hant' ? convert(text) : text
        expect(words, `${id} on ${on} in ${locale}`).not.toMatch(/\{\{|\}\}|undefined|NaN|\[object/)
        expect(words.length, `${id} on ${on} in ${locale}`).toBeGreaterThan(20)
        if (of === undefined) expect(words, `${id} on ${on}`).toContain(on.slice(0, 4))
      }
  })

  test('what is told was in force on that day, and cites documents that were', () => {
    for (const { id, on } of fixtures.values()) {
      const entry = entryOn(id, on, knowledge)?.entry
      if (!entry) continue
      const { inForce: period, citations } = phraseEntry(entry, { knowledge, on, locale: 'en', translate })
      if (period) expect(inForce(period, on), `${entry.id} on ${on}`).toBe(true)
      expect(citations, `${entry.id} on ${on}`).not.toEqual([])
      for (const { document, effective } of citations)
        expect(inForce(effective, on), `${document} in ${entry.id} on ${on}`).toBe(true)
    }
  })

  test('the text changes with the figure, on that day and not a day earlier', () => {
    let changed = 0
    for (const figure of knowledge.figures.values())
      for (const { effective } of figure.values) {
        const on = effective.from
        const [before, after] = [valueOn(figure, addDays(on, -1))?.value, valueOn(figure, on)?.value]
        if (before === undefined || after === undefined || String(before) === String(after)) continue
        for (const id of shownBy.get(figure.id) ?? []) {
          const old = entryOn(id, addDays(on, -1), knowledge)?.entry
          const fresh = entryOn(id, on, knowledge)?.entry
          if (!old || old !== fresh) continue
          const shows = placeholdersOf(`${old.texts.en.answer}\n${old.texts.en.detail}\n${old.texts.en.next}`).some(
            (one) => one?.kind === 'figure' && one.figure === figure.id && one.on === undefined,
          )
          if (!shows) continue
          for (const locale of LOCALES)
            expect(shown(id, addDays(on, -1), locale).text, `${id} on ${on}`).not.toBe(shown(id, on, locale).text)
          changed++
        }
      }
    expect(changed).toBeGreaterThan(10)
  })
})
