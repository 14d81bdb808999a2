import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { chat, showReply } from '../../src/channels/terminal.ts'
import { aConversation, replyTo } from './served.ts'

/** What a terminal shows of a conversation, when this is typed. */
async function shown(typed: string | Readable, respond = aConversation().respond): Promise<string> {
  const output = new PassThrough()
  const seen = text(output)
  await chat(respond, { input: typeof typed === 'string' ? Readable.from([typed]) : typed, output })
  output.end()
  return seen
}

describe('a reply in the terminal', () => {
  const reply = replyTo({ text: '26,000元', channel: 'terminal', speaker: 'terminal' })

  test('is plain text, with the choices below it', () => {
    expect(showReply(reply)).toBe('26,000元\n\n› 单次限值')
  })

  test('is the text alone where there is nothing to choose', () => {
    expect(showReply({ ...reply, choices: [] })).toBe('26,000元')
  })

  test('does not say twice what it has numbered', () => {
    expect(showReply({ ...reply, outcome: 'clarified', text: '哪一个？\n\n1. 单次限值\n2. 都不是' })).toBe(
      '哪一个？\n\n1. 单次限值\n2. 都不是',
    )
  })
})

describe('a conversation in the terminal', () => {
  test('answers each line in one conversation, in order, until the input ends', async () => {
    const conversation = aConversation()
    expect(await shown('一\n二\n', conversation.respond)).toBe('> \n一\n\n› 单次限值\n\n> \n二\n\n› 单次限值\n\n> \n')
    expect(conversation.heard.map(({ text: heard, channel, conversation: id }) => ({ heard, channel, id }))).toEqual([
      { heard: '一', channel: 'terminal', id: 'terminal' },
      { heard: '二', channel: 'terminal', id: 'terminal' },
    ])
  })

  test('takes the last line without an end, and lines of Windows', async () => {
    const conversation = aConversation()
    await shown('一\r\n二', conversation.respond)
    expect(conversation.heard.map((heard) => heard.text)).toEqual(['一', '二'])
  })

  test('passes over empty lines', async () => {
    const conversation = aConversation()
    expect(await shown('\n  \n', conversation.respond)).toBe('> > > \n')
    expect(conversation.heard).toEqual([])
  })

  test('answers a line at a time, however fast they come', async () => {
    let open = 0
    let most = 0
    const respond = async (utterance: Parameters<typeof replyTo>[0]) => {
      most = Math.max(most, ++open)
      await new Promise((resolve) => setImmediate(resolve))
      open--
      return replyTo(utterance)
    }
    await shown('一\n'.repeat(20), respond)
    expect(most).toBe(1)
  })

  test('reads a character that comes in two pieces', async () => {
    const conversation = aConversation()
    const bytes = Buffer.from('额度\n')
    await shown(Readable.from([bytes.subarray(0, 4), bytes.subarray(4)], { objectMode: false }), conversation.respond)
    expect(conversation.heard[0]?.text).toBe('额度')
  })
})
