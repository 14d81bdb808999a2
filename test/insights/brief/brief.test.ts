import { describe, expect, test } from 'vitest'
import { tellEntry } from '../../../src/conversation/tell-entry.ts'
import { type BriefView, makeBrief } from '../../../src/insights/brief/brief.ts'
import type { TellEntry } from '../../../src/insights/brief/copy.ts'
import { briefMarkdown } from '../../../src/insights/brief/markdown.ts'
import type { Count } from '../../../src/insights/disclosure/count.ts'
import { wording } from '../../channels/served.ts'
import { shipped } from '../../content/shipped.ts'

const knowledge = shipped()
const tell: TellEntry = (what, on, locale) => tellEntry(what, on, locale, { knowledge, translate: wording })
const count = (value: number): Count => ({ value, shown: 1, hidden: 0, below: 5 })
const hidden: Count = { value: 0, shown: 0, hidden: 1, below: 5 }
const nowhere = { audience: undefined, channel: undefined }
const [belief] = [...knowledge.misconceptions.values()].filter(({ harm }) => harm === 'high')
if (belief === undefined) throw new Error('no belief of high harm in the knowledge')

const view = (more: Partial<BriefView> = {}): BriefView => ({
  asked: count(1000),
  before: count(800),
  channels: [
    { id: 'web', count: count(900) },
    { id: 'wechat', count: hidden },
  ],
  numbers: { looked: 40, held: 7 },
  topics: [],
  gaps: [],
  beliefs: [],
  ...more,
})
const topic = (id: string, asked: number, more: Partial<BriefView['topics'][number]> = {}) => ({
  id,
  name: id,
  asked: count(asked),
  against: { low: 1.5, middle: 2, high: 2.7 },
  direction: 'rising' as const,
  entry: 'annual-limit',
  helpful: count(30),
  notHelpful: count(5),
  place: nowhere,
  ...more,
})
const held = (asked: number, more: Partial<BriefView['beliefs'][number]> = {}) => ({
  id: belief.id,
  belief: belief.belief['zh-Hans'],
  topic: belief.topic,
  entry: belief.entry,
  harm: belief.harm,
  asked: count(asked),
  change: undefined,
  place: { audience: 'consumer', channel: 'web' },
  ...more,
})
const made = (more: Partial<BriefView>, on = '2026-11-23') => makeBrief(view(more), { on, tell })

describe('a brief', () => {
  test('ranks by reach times harm', () => {
    const { items } = made({
      topics: [topic('quota.annual', 200)],
      gaps: [{ words: ['猫粮', '检疫'], count: count(90) }],
      beliefs: [held(70)],
    })
    expect(items.map(({ kind, weight }) => [kind, weight])).toEqual([
      ['belief', 210],
      ['rising', 200],
      ['gap', 180],
    ])
  })

  test('names what rises, and nothing that does not', () => {
    const { items } = made({
      topics: [
        topic('rising', 50),
        ...(['falling', 'steady', 'open', 'few'] as const).map((direction) => topic(direction, 500, { direction })),
      ],
    })
    expect(items.map(({ id }) => id)).toEqual(['rising'])
  })

  test('recommends by harm, by course and by what people said of the answer', () => {
    const { items } = made({
      topics: [topic('good', 60), topic('poor', 50, { helpful: count(5), notHelpful: count(40) })],
      beliefs: [
        held(70),
        held(60, { id: 'low', harm: 'low' }),
        held(50, { id: 'growing', harm: 'low', change: { low: 1.1, middle: 2, high: 3 } }),
      ],
      gaps: [{ words: ['猫粮'], count: count(20) }],
    })
    expect(Object.fromEntries(items.map(({ id, action }) => [id, action]))).toEqual({
      [belief.id]: 'correct-first',
      low: 'correct',
      growing: 'correct-first',
      good: 'explain',
      poor: 'mend-entry',
      猫粮: 'write-entry',
    })
  })

  test('recommends no spreading of words that there are not', () => {
    const { items } = made({ topics: [topic('known', 60), topic('nowhere', 50, { entry: undefined })] })
    expect(items.map(({ id, action }) => [id, action])).toEqual([
      ['known', 'explain'],
      ['nowhere', 'point-out'],
    ])
  })

  test('names no more than a team can do', () => {
    const { items } = made({ topics: Array.from({ length: 30 }, (_, each) => topic(`topic-${each}`, 100 - each)) })
    expect(items).toHaveLength(5)
  })

  test('words what is true in both languages, with its documents and its day', () => {
    const [item] = made({ topics: [topic('quota.annual', 100)] }).items
    expect(item?.copy['zh-Hans']?.post).toMatch(/26,?000 ?元.*依据：.*2018.*49号.*2026年11月23日/)
    expect(item?.copy.en?.post).toMatch(/26,000.*Source: .*49.*23 November 2026/)
    for (const copy of Object.values(item?.copy ?? {}))
      expect(JSON.stringify(copy)).not.toMatch(/\{\{|\*\*|undefined|\]\(/)
  })

  test('has the figures of the day on which it is made, not of another', () => {
    const [item] = made({ topics: [topic('quota.annual', 100)] }, '2018-06-01').items
    expect(item?.copy['zh-Hans']?.notice).toMatch(/20,?000 ?元/)
    expect(item?.copy['zh-Hans']?.notice).not.toMatch(/26,?000/)
  })

  test('corrects a belief with what is true, and says which is which', () => {
    const [item] = made({ beliefs: [held(70)] }).items
    expect(item?.copy['zh-Hans']?.post).toContain('不实：')
    expect(item?.copy['zh-Hans']?.post).toContain('事实：')
    expect(item?.copy.en?.card.question).toMatch(/is that so\?$/)
  })

  test('invents no words where there is no entry, or none in force', () => {
    expect(made({ gaps: [{ words: ['猫粮'], count: count(20) }] }).items[0]?.copy).toEqual({})
    expect(made({ topics: [topic('x', 50)] }, '2010-01-01').items[0]?.copy).toEqual({})
    expect(made({ topics: [topic('x', 50, { entry: undefined })] }).items[0]?.copy).toEqual({})
  })

  test('as Markdown says what it rests on, and lets nobody’s words be markup', () => {
    const brief = made({
      beliefs: [held(70)],
      gaps: [{ words: ['# <img src=x>', '[a](javascript:x)'], count: count(20) }],
    })
    for (const locale of ['zh-Hans', 'zh-Hant', 'en'] as const) {
      const text = briefMarkdown({
        brief,
        selection: { weeks: ['2026-W45', '2026-W46'], filters: {} },
        locale,
        say: (key, values) => wording(locale, key, values),
        knowledge: 'abc123',
        madeUp: false,
      })
      expect(text).not.toMatch(/brief\.[a-z]|undefined|NaN|(?<!\\)<|(?<!\\)\]\(/)
      expect(text).toContain('\\<5')
      expect(text).toMatch(/7.*40|40.*7/)
    }
  })

  test('of a demonstration says in its first lines that nobody asked', () => {
    const text = (madeUp: boolean) =>
      briefMarkdown({
        brief: made({}),
        selection: { weeks: ['2026-W45'], filters: {} },
        locale: 'en',
        say: (key, values) => wording('en', key, values),
        knowledge: 'abc123',
        madeUp,
      })
    expect(text(true).slice(0, 300)).toContain('Nobody asked them')
    expect(text(false)).not.toContain('Nobody asked them')
  })

  test('of nothing says so', () => {
    expect(made({}).items).toEqual([])
  })
})
