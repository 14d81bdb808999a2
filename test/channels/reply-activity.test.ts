import { describe, expect, test } from 'vitest'
import { type Addressee, greetingActivity, replyActivities } from '../../src/channels/reply-activity.ts'
import { traitsOf } from '../../src/channels/traits.ts'
import type { Reply } from '../../src/core/reply.ts'
import { replyTo, wording } from './served.ts'

const reply = (more: Partial<Reply> = {}): Reply => ({
  ...replyTo({ text: '额度', channel: 'direct-line', speaker: 'u1' }),
  ...more,
})
const on = (channel: string, told: Reply, more: Partial<Addressee> = {}) =>
  replyActivities(told, { traits: traitsOf(channel), translate: wording, ...more })
const one = (told: Reply, more: Partial<Addressee> = {}, channel = 'test') => {
  const activities = on(channel, told, more)
  expect(activities).toHaveLength(1)
  return activities[0] ?? {}
}

test('a reply carries each of its values where clients look for it', () => {
  const told = reply()
  const { text, choices, ...rest } = told
  expect(one(told, { replyTo: 'a1', to: 'u1' })).toEqual({
    type: 'message',
    text,
    textFormat: 'markdown',
    locale: 'zh-Hans',
    inputHint: 'acceptingInput',
    replyToId: 'a1',
    suggestedActions: {
      to: ['u1'],
      actions: [{ type: 'imBack', title: choices[0]?.label, value: choices[0]?.utterance }],
    },
    entities: [
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        citation: [
          {
            '@type': 'Claim',
            position: 1,
            appearance: {
              '@type': 'DigitalDocument',
              name: '关于完善跨境电子商务零售进口税收政策的通知',
              url: 'https://example.gov.cn/49',
              abstract: '财关税〔2018〕49号 · 一 · 财政部、海关总署、税务总局 · 2019-01-01 –',
            },
          },
        ],
      },
    ],
    channelData: { tongguan: rest },
  })
})

test('a reply without choices and citations has no empty boxes', () => {
  const activity = one(reply({ choices: [], citations: [] }))
  expect(activity).not.toHaveProperty('suggestedActions')
  expect(activity).not.toHaveProperty('entities')
  expect(activity).not.toHaveProperty('replyToId')
})

test('a citation without a page has no address, and long names are cut where Teams would', () => {
  const [citation] = reply().citations
  if (!citation) throw new Error('no citation')
  const { url: _, ...unlinked } = citation
  const [entity] = one(reply({ citations: [{ ...unlinked, title: '长'.repeat(200), issuer: '署'.repeat(200) }] }))
    .entities as { citation: { appearance: Record<string, string> }[] }[]
  const appearance = entity?.citation[0]?.appearance
  expect(appearance).not.toHaveProperty('url')
  expect(appearance?.name).toBe(`${'长'.repeat(79)}…`)
  expect(appearance?.abstract).toHaveLength(160)
})

const DOCUMENTS = '- 《关于完善跨境电子商务零售进口税收政策的通知》（财关税〔2018〕49号）'
const calculated = reply({
  outcome: 'calculated',
  text: `要交 **91.00元**。\n\n**算法**\n- 完税价格：1,000.00元\n- 增值税：1,000.00 × 13% × 70% = 91.00元\n\n- 离单次限值还差 4,000元\n\n**依据**\n\n${DOCUMENTS}`,
  calculation: {
    advisor: 'import-tax',
    inputs: {},
    steps: [
      { label: '完税价格', expression: '1000.00', amount: '1000.00' },
      { label: '增值税', expression: '1,000.00 × 13% × 70%', amount: '91.00' },
    ],
    total: '91.00',
    distances: [],
    receipt: {},
  },
  choices: [],
})
const compared = reply({
  outcome: 'compared',
  text: '跨境电商最省。\n\n- **跨境电商零售进口**：91.00元\n- **个人包裹**：130.00元\n\n按今天的规定。',
  choices: [],
})
const choices = ['年度限值', '单次限值', '都不是'].map((label) => ({ label, utterance: `${label}是多少` }))
const clarified = reply({
  outcome: 'clarified',
  text: '您想问的是哪一个？\n\n1. 年度限值\n2. 单次限值\n3. 都不是',
  citations: [],
  choices,
})
const cardsOf = (activity: Record<string, unknown>) =>
  ((activity.attachments ?? []) as { contentType: string; content: Record<string, unknown> }[]).map(
    ({ content }) => content,
  )

describe.each([
  ['msteams', '1.5'],
  ['webchat', '1.6'],
  ['directline', '1.6'],
  ['emulator', '1.5'],
])('%s', (channel, version) => {
  test('shows the working of a calculation on a card, and says in words all that the card does not', () => {
    const activity = one(calculated, {}, channel)
    const [card] = cardsOf(activity)
    expect(card).toMatchObject({ type: 'AdaptiveCard', version })
    const shown = JSON.stringify(card)
    for (const part of ['算法', '完税价格', '增值税', '1,000.00 × 13% × 70%', '1,000.00元', '91.00元', '合计'])
      expect(shown).toContain(part)
    expect(activity.text).not.toContain('完税价格')
    for (const part of ['要交 **91.00元**', '离单次限值还差', '**依据**', '财关税〔2018〕49号'])
      expect(activity.text).toContain(part)
    expect(activity.summary).toBe('要交 91.00元。')
  })

  test('shows results side by side on a card', () => {
    const activity = one(compared, {}, channel)
    expect(activity.text).toBe('跨境电商最省。\n\n按今天的规定。')
    const shown = JSON.stringify(cardsOf(activity))
    for (const part of ['跨境电商零售进口', '91.00元', '个人包裹', '130.00元']) expect(shown).toContain(part)
  })

  test('shows a menu as buttons, each of which says its utterance', () => {
    const activity = one(clarified, {}, channel)
    expect(activity.text).toBe('您想问的是哪一个？')
    expect(activity).not.toHaveProperty('suggestedActions')
    const [card] = cardsOf(activity) as [{ actions: { title: string; data: unknown }[] }]
    expect(card.actions.map(({ title }) => title)).toEqual(['1. 年度限值', '2. 单次限值', '3. 都不是'])
    expect(JSON.stringify(card.actions[0]?.data)).toContain('年度限值是多少')
  })

  test('keeps what a menu says of its choices beyond their names', () => {
    const text = '您想问的是哪一个？\n\n1. **年度限值**：一年26,000元。\n2. 单次限值\n3. 都不是'
    expect(one({ ...clarified, text }, {}, channel).text).toContain('1. **年度限值**：一年26,000元。')
    expect(one({ ...clarified, text }, {}, channel).text).not.toContain('单次限值')
  })
})

test.each(['slack', 'telegram', 'line', 'facebook', 'email', 'sms', 'somethingNew'])(
  '%s, which draws no cards, gets all of it in words',
  (channel) => {
    for (const told of [calculated, compared, clarified]) {
      const activities = on(channel, told)
      const text = activities.map(({ text }) => text).join('\n')
      expect(activities.some((activity) => 'attachments' in activity)).toBe(false)
      for (const [, part = ''] of told.text.matchAll(/([\d,]+\.\d\d元|\d\. [^\n]+)/g)) expect(text).toContain(part)
    }
  },
)

test('a working of several goods says on the card which line is about which', () => {
  const text = calculated.text.replace('- 增值税：', '- 增值税（第 2 项）：')
  expect(JSON.stringify(cardsOf(one({ ...calculated, text }, {}, 'msteams')))).toContain('增值税（第 2 项）')
})

test('a working whose lines are not its steps stays in words', () => {
  const { calculation } = calculated
  if (!calculation) throw new Error('no calculation')
  const activity = one({ ...calculated, calculation: { ...calculation, steps: [] } }, {}, 'msteams')
  expect(activity.text).toContain('完税价格')
  expect(activity).not.toHaveProperty('attachments')
})

describe('choices that are no menu', () => {
  test('are buttons below a question that is asked back', () => {
    const activity = one(reply({ outcome: 'asked' }), {}, 'directline')
    expect(activity).toMatchObject({ suggestedActions: { actions: [{ title: '单次限值' }] } })
    expect(activity).not.toHaveProperty('attachments')
  })

  test('are buttons below the message', () => {
    expect(one(reply(), {}, 'msteams')).toMatchObject({ suggestedActions: { actions: [{ title: '单次限值' }] } })
    expect(one(reply(), {}, 'msteams')).not.toHaveProperty('attachments')
  })
  test('are buttons on a card in a Teams group, which shows no others', () => {
    const activity = one(reply(), { group: true }, 'msteams')
    expect(activity).not.toHaveProperty('suggestedActions')
    expect(JSON.stringify(cardsOf(activity))).toContain('"displayText":"单次限值"')
  })
  test.each([
    ['sms', '单次限值'],
    ['email', '单次限值'],
    ['line', '一个对按钮来说实在是太长太长太长太长的问题'],
  ])('are lines of the message on %s where no button can hold them', (channel, label) => {
    const activity = one(reply({ choices: [{ label, utterance: label }] }), {}, channel)
    expect(activity).not.toHaveProperty('suggestedActions')
    expect(activity.text).toMatch(new RegExp(`还可以问：\n\\s*[-·] ${label}$`))
  })
})

test('Teams is told where to put each citation, and offers to rate the message', () => {
  const { text, channelData } = one(calculated, {}, 'msteams')
  expect(text).toContain(`${DOCUMENTS} [1]`)
  expect(channelData).toMatchObject({ feedbackLoop: { type: 'default' } })
  expect(one(calculated, {}, 'webchat').text).not.toContain('[1]')
})

test.each([
  ['slack', '*额度* 与 <https://example.cn/a|说明>', 'plain'],
  ['telegram', '**额度** 与 [说明](https://example.cn/a)', 'markdown'],
  ['line', '额度 与 说明 <https://example.cn/a>', 'plain'],
  ['sms', '额度 与 说明 <https://example.cn/a>', 'plain'],
  ['email', '**额度** 与 [说明](https://example.cn/a)', 'markdown'],
  ['msteams', '**额度** 与 [说明](https://example.cn/a)', 'markdown'],
])('%s reads its own marks', (channel, text, textFormat) => {
  const told = reply({ text: '**额度** 与 [说明](https://example.cn/a)', choices: [] })
  expect(one(told, {}, channel)).toMatchObject({ text, textFormat })
})

test.each(['slack', 'telegram', 'line', 'facebook', 'groupme', 'email', 'sms'])(
  'nothing of ours reaches %s under channelData, where it would be taken for an order',
  (channel) => {
    expect(one(reply({ choices: [] }), {}, channel)).not.toHaveProperty('channelData')
  },
)

describe('a long reply', () => {
  const LINK = '[完整说明](https://example.cn/zh-Hans/a/annual-limit)'
  const paragraphs = Array.from({ length: 150 }, (_, index) => `第${index}段：${'额度'.repeat(60)}。`)
  const long = reply({ text: paragraphs.join('\n\n'), choices: [] })

  test.each(['slack', 'telegram', 'line', 'facebook', 'groupme', 'sms'])(
    'reaches %s whole, in messages no longer than it takes, cut at the ends of paragraphs',
    (channel) => {
      const parts = on(channel, long).map(({ text }) => String(text))
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(traitsOf(channel).longest)
        expect(part).toMatch(/^第\d+段/)
        expect(part).toMatch(/。$/)
      }
      expect(parts.join('\n\n') === long.text).toBe(true)
    },
  )

  test.each(['slack', 'telegram', 'line', 'facebook', 'groupme', 'sms'])(
    'ends on %s with the link to its page where the page can be read',
    (channel) => {
      const { longest, messages } = traitsOf(channel)
      const parts = on(channel, { ...long, text: `${long.text}\n\n${LINK}` }).map(({ text }) => String(text))
      expect(parts.length).toBeLessThanOrEqual(messages)
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(longest)
      expect(parts.at(-1)?.slice(-90)).toMatch(/。…\n\n.*https:\/\/example\.cn\/zh-Hans\/a\/annual-limit/)
    },
  )

  test('has its values on the last message alone, and all of it answers the same message', () => {
    const activities = on('somethingNew', { ...long, text: Array(20).fill(long.text).join('\n\n') }, { replyTo: 'a1' })
    expect(activities.length).toBeGreaterThan(1)
    expect(activities.filter((activity) => 'channelData' in activity)).toEqual([activities.at(-1)])
    for (const activity of activities) expect(activity.replyToId).toBe('a1')
  })
})

test('a greeting speaks the language it is given, and offers what to ask', () => {
  expect(greetingActivity('en', { traits: traitsOf('webchat'), translate: wording })).toMatchObject({
    text: wording('en', 'courtesy.greet'),
    locale: 'en',
    suggestedActions: { actions: [{}, {}, {}] },
  })
  expect(greetingActivity(undefined, { traits: traitsOf('sms'), translate: wording }).text).toContain(
    wording('zh-Hans', 'example.quota'),
  )
})
