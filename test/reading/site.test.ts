import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/core/day.ts'
import { LOCALES } from '../../src/core/locale.ts'
import { TODAY } from '../content/shipped.ts'
import { knowledge, shippedSite } from '../http/pages/opened.ts'

const site = shippedSite()

describe('the pages as values', () => {
  test('of every entry can be told on the first and the last of its days, in every language', () => {
    for (const { id, effective } of knowledge.entries.values())
      for (const locale of LOCALES) {
        expect(site.entry(id, { on: effective.from, locale })?.told?.answerMarkdown).toMatch(/\S/)
        if (effective.to !== undefined) {
          expect(site.entry(id, { on: effective.to, locale })?.told).toBeDefined()
          expect(site.entry(id, { on: addDays(effective.to, 1), locale })).toMatchObject({ notInForce: {} })
        }
      }
  })

  test('of every document say what it is worth from its first day on, in stretches that follow each other', () => {
    for (const { id, effective } of knowledge.documents.values()) {
      const page = site.document(id, { on: TODAY, locale: 'en' })
      expect(page?.statuses[0]?.status).not.toBe('not-yet')
      expect(page?.statuses.filter(({ now }) => now)).toHaveLength(effective.from <= TODAY ? 1 : 0)
      expect(page?.statuses.find(({ now }) => now)?.status ?? 'not-yet').toBe(page?.status)
      expect(site.document(id, { on: addDays(effective.from, -1), locale: 'en' })?.status).toBe('not-yet')
    }
  })

  test('of topics hold every entry once, in force or not', () => {
    const listed = site.addresses().topics.flatMap((id) => {
      const page = site.topic(id, { on: TODAY, locale: 'zh-Hans' })
      return [...(page?.entries ?? []), ...(page?.others ?? [])].map((entry) => entry.id)
    })
    expect(listed.toSorted()).toEqual([...knowledge.entries.keys()].sort())
  })

  test('show how a figure changed, the value of the day marked', () => {
    const values = (on: string) => site.entry('annual-limit', { on, locale: 'en' })?.history[0]?.values
    expect(values(TODAY)?.map(({ value, now }) => [value, now])).toEqual([
      ['26,000 yuan', true],
      ['20,000 yuan', false],
    ])
    expect(values('2018-12-31')?.map(({ now }) => now)).toEqual([false, true])
  })
})
