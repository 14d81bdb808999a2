import { expect, test } from 'vitest'
import { type Activity, activityBody, readActivity, replyActivity } from '../../src/channels/activity.ts'
import type { Reply } from '../../src/core/reply.ts'
import { replyTo } from './served.ts'

const read = (activity: Record<string, unknown>) => readActivity(activityBody.parse(activity) as Activity)
const reply = (more: Partial<Reply> = {}): Reply => ({
  ...replyTo({ text: '额度', channel: 'direct-line', speaker: 'u1' }),
  ...more,
})

test.each([
  [{ type: 'message', text: ' <at>Tongguan</at> 额度 ' }, ' <at>Tongguan</at> 额度 '],
  [{ type: 'message', text: '', value: '单次限值' }, '单次限值'],
  [{ type: 'message', text: '额度', value: '单次限值' }, '额度'],
  [{ type: 'message', value: { question: '额度' } }, ''],
  [{ type: 'message', attachments: [{}] }, ''],
])('%j says %j', (activity, text) => {
  expect(read(activity)).toMatchObject({ kind: 'said', utterance: { text } })
})

test('what a message tells of its asker is taken along', () => {
  const activity = {
    type: 'message',
    text: 'a',
    locale: 'zh-HK',
    channelData: { other: 1, tongguan: { audience: 'merchant', asOf: '2020-01-01' } },
  }
  expect(read(activity)).toEqual({
    kind: 'said',
    utterance: { text: 'a', locale: 'zh-Hant', audience: 'merchant', asOf: '2020-01-01' },
  })
})

test.each([
  [{ type: 'conversationUpdate', recipient: { id: 'bot' }, membersAdded: [{ id: 'bot' }, { id: 'u1' }] }, 'joined'],
  [{ type: 'conversationUpdate', recipient: { id: 'bot' }, membersAdded: [{ id: 'bot' }] }, 'nothing'],
  [{ type: 'conversationUpdate', membersRemoved: [{ id: 'u1' }] }, 'nothing'],
  [{ type: 'event', name: 'tongguan/rating' }, 'rated'],
  [{ type: 'event', name: 'webchat/join' }, 'nothing'],
  [{ type: 'typing', text: '额' }, 'nothing'],
  [{ type: 'invoke', text: '额' }, 'nothing'],
])('%j is %s', (activity, kind) => {
  expect(read(activity).kind).toBe(kind)
})

test('a reply carries each of its values where clients look for it', () => {
  const told = reply()
  const { text, choices, ...rest } = told
  expect(replyActivity(told, { replyTo: 'a1', to: 'u1' })).toEqual({
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
  const activity = replyActivity(reply({ choices: [], citations: [] }), {})
  expect(activity).not.toHaveProperty('suggestedActions')
  expect(activity).not.toHaveProperty('entities')
  expect(activity).not.toHaveProperty('replyToId')
})

test('a citation without a page has no address, and long names are cut where Teams would', () => {
  const [citation] = reply().citations
  if (!citation) throw new Error('no citation')
  const { url: _, ...unlinked } = citation
  const [entity] =
    replyActivity(reply({ citations: [{ ...unlinked, title: '长'.repeat(200), issuer: '署'.repeat(200) }] }), {})
      .entities ?? []
  const appearance = entity?.citation[0]?.appearance
  expect(appearance).not.toHaveProperty('url')
  expect(appearance?.name).toBe(`${'长'.repeat(79)}…`)
  expect(appearance?.abstract).toHaveLength(160)
})
