import { expect, test } from 'vitest'
import type { Addressee } from '../../src/channels/reply-activity.ts'
import { replyActivities } from '../../src/channels/reply-activity.ts'
import { traitsOf } from '../../src/channels/traits.ts'
import { writtenMessages } from '../../src/channels/written-messages.ts'
import type { Reply } from '../../src/core/reply.ts'
import { tellAgain } from '../../src/core/told-again.ts'
import { replyTo, wording } from './served.ts'

const told = ({ id: _id, ...reply }: Reply) => reply
const LONG = `${'一段话。'.repeat(900)}\n\n`.repeat(3)
const REPLIES = {
  short: told(replyTo({ text: '一年 "两万六"\\', channel: 'bot-framework', speaker: 'u' })),
  'of several messages': told(replyTo({ text: LONG, channel: 'bot-framework', speaker: 'u' })),
  'with a menu': {
    ...told(replyTo({ text: '哪一个', channel: 'bot-framework', speaker: 'u' })),
    outcome: 'clarified' as const,
  },
}
const addressees: Addressee[] = [undefined, 'msteams', 'slack', 'line', 'directline'].flatMap((channel) =>
  [undefined, 'user "1"'].flatMap((to) =>
    [false, true].map((group) => ({ traits: traitsOf(channel), translate: wording, group, to })),
  ),
)

test.each(Object.entries(REPLIES))(
  'a reply told again is written as if it were told for the first time: %s',
  (_, one) => {
    const write = writtenMessages()
    for (const round of ['first', 'second'])
      for (const [index, addressee] of addressees.entries()) {
        const reply = tellAgain(`${round}-${index}`, one)
        const written = write(reply, addressee)?.map((fields) => JSON.parse(`{${fields}}`))
        const put = JSON.parse(JSON.stringify(replyActivities(reply, addressee)))
        expect(written?.map((fields) => ({ type: 'message', locale: reply.locale, ...fields }))).toEqual(put)
      }
  },
)

test('a reply that is told for the first time is left to others', () => {
  const [addressee] = addressees as [Addressee]
  expect(writtenMessages()({ id: 'r', ...REPLIES.short }, addressee)).toBeUndefined()
})

test('what was told longest ago is forgotten when there is too much, and written anew', () => {
  const [addressee] = addressees as [Addressee]
  const translated: string[] = []
  const translate: Addressee['translate'] = (...words) => {
    translated.push(words[1])
    return wording(...words)
  }
  // A channel without buttons tells the choices in words, which are translated when it is written.
  const counted = { ...addressee, traits: traitsOf('sms'), translate }
  const write = writtenMessages(2000)
  const tell = (one: Omit<Reply, 'id'>) => {
    const before = translated.length
    expect(write(tellAgain('r', one), counted)).toBeDefined()
    return translated.length > before
  }
  expect(tell(REPLIES.short)).toBe(true)
  expect(tell(REPLIES.short)).toBe(false)
  expect(tell(REPLIES['of several messages'])).toBe(true)
  expect(tell(REPLIES.short)).toBe(true)
})
