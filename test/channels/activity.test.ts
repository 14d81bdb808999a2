import { expect, test } from 'vitest'
import { type Activity, activityBody, readActivity } from '../../src/channels/activity.ts'

const read = (activity: Record<string, unknown>) => readActivity(activityBody.parse(activity) as Activity)

test.each([
  [{ type: 'message', text: ' <at>Tongguan</at> 额度 ' }, ' <at>Tongguan</at> 额度 '],
  [{ type: 'message', text: '', value: '单次限值' }, '单次限值'],
  [{ type: 'message', text: '额度', value: '单次限值' }, '额度'],
  [{ type: 'message', value: { question: '额度' } }, ''],
  [{ type: 'message', value: { tongguan: { say: '额度' } } }, '额度'],
  [{ type: 'message', value: { tongguan: { say: 5 } } }, ''],
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
  [{ type: 'conversationUpdate', recipient: { id: 'bot' }, membersAdded: [] }, 'nothing'],
  [{ type: 'conversationUpdate', membersRemoved: [{ id: 'u1' }] }, 'nothing'],
  [{ type: 'event', name: 'tongguan/rating' }, 'rated'],
  [{ type: 'event', name: 'webchat/join' }, 'nothing'],
  [{ type: 'typing', text: '额' }, 'nothing'],
  [{ type: 'invoke', text: '额' }, 'nothing'],
])('%j is %s', (activity, kind) => {
  expect(read(activity).kind).toBe(kind)
})
