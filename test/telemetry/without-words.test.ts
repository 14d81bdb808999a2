import { pino } from 'pino'
import { expect, test } from 'vitest'
import { withoutWords } from '../../src/telemetry/without-words.ts'

const logged = (line: object): Record<string, unknown> => {
  const written: string[] = []
  const sink = { write: (text: string) => void written.push(text) }
  pino({ base: null, formatters: { log: withoutWords } }, sink).info(line, 'said')
  return JSON.parse(written.join(''))
}

test("nobody's words get into the log, nor a token or a secret, wherever a line has them", () => {
  const line = {
    text: '我的身份证号',
    question: 'mine',
    speaker: 'me',
    reply: { text: 'said', question: 'asked', speaker: 'who', id: 'r1' },
    channel: { token: 't', secret: 's', id: 'web' },
    req: { headers: { authorization: 'Bearer x' }, method: 'POST' },
  }
  const text = JSON.stringify(logged(line))
  for (const word of ['身份证', 'mine', '"me"', 'said"', 'asked', 'who', '"t"', '"s"', 'Bearer'])
    expect(text.replace('"msg":"said"', '')).not.toContain(word)
  expect(logged(line)).toMatchObject({
    text: '[removed]',
    reply: { text: '[removed]', id: 'r1' },
    channel: { token: '[removed]', id: 'web' },
    req: { headers: '[removed]', method: 'POST' },
  })
  expect(line.reply.text).toBe('said')
})

test('a line that is as it should be is the same line, and an error is left whole', () => {
  const fine = { reply: 'r1', topic: 'quota.annual', nested: { revision: 'x' } }
  expect(withoutWords(fine)).toBe(fine)
  const failed = { error: Object.assign(new Error('away'), { text: 'x' }) }
  expect(withoutWords(failed)).toBe(failed)
})
