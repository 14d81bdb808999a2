import { WRITTEN_LOCALES } from '../core/locale.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Examples } from '../knowledge/parse-examples.ts'

/** A message to learn from or to measure with: what it is (a boundary, or ours), and what it came from; messages of one origin are never in both. */
export type Message = { text: string; intent: string; origin: string; from: 'phrasing' | 'lawful' | 'crossed' | 'said' }

/** Asks put behind each plan, of each sort. */
const WAYS = 5
const RULES = 4
const PRESSED = 1

const joined = {
  'zh-Hans': (plan: string, ask: string) => `${plan}，${ask}`,
  en: (plan: string, ask: string) => `${plan}, ${ask}`,
}

/** A few of many, other ones for each plan. */
const some = (asks: string[], count: number, turn: number): string[] =>
  Array.from({ length: Math.min(count, asks.length) }, (_, index) => asks[(turn * count + index) % asks.length] ?? '')

/** Every message whose intent is known: the ways of asking of entries and boundaries, the examples, and their plans with what is asked behind them. */
export function intentMessages(knowledge: Knowledge, { ways, boundaries, beside, lawful, asks }: Examples): Message[] {
  const all: Message[] = []
  const add = (text: string, intent: string, origin: string, from: Message['from']) => {
    all.push({ text, intent, origin, from })
  }
  for (const { id, texts } of knowledge.entries.values())
    for (const locale of WRITTEN_LOCALES)
      for (const text of [texts[locale].title, ...texts[locale].questions, ...(ways.get(id)?.[locale] ?? [])])
        add(text, 'ours', id, 'phrasing')
  for (const { id, outcome, questions } of knowledge.boundaries.values())
    if (outcome !== 'courtesy')
      for (const locale of WRITTEN_LOCALES) for (const text of questions[locale]) add(text, id, text, 'said')
  for (const locale of WRITTEN_LOCALES) for (const text of lawful[locale]) add(text, 'ours', text, 'lawful')
  for (const [id, cells] of beside)
    for (const cell of cells)
      for (const locale of WRITTEN_LOCALES)
        for (const text of cell[locale]) add(text, 'ours', `beside ${id}, ${cell.of}`, 'lawful')
  for (const [id, { said, plans, cells }] of boundaries)
    for (const locale of WRITTEN_LOCALES) {
      for (const text of said[locale]) add(text, id, text, 'said')
      for (const cell of cells) for (const text of cell[locale]) add(text, id, `${id}, ${cell.of}`, 'said')
      plans[locale].forEach((plan, turn) => {
        const cross = (kind: keyof Examples['asks'], count: number, intent: string) => {
          for (const ask of some(asks[kind][locale], count, turn))
            add(joined[locale](plan, ask), intent, plan, 'crossed')
        }
        cross('way', WAYS, id)
        cross('rule', RULES, 'ours')
        cross('pressed', PRESSED, 'ours')
      })
    }
  return all
}
