import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { directLineTokens } from '../../../src/channels/direct-line/tokens.ts'

const clock = (at = '2026-11-23T08:00:00Z') => {
  const state = { at: Date.parse(at) }
  return { state, now: () => state.at }
}

test('a token tells its conversation and its user', () => {
  const tokens = directLineTokens('secret', clock().now)
  const { token, conversationId, expires_in } = tokens.issue({ conversation: 'c1', user: 'u1', page: true })
  expect({ conversationId, expires_in }).toEqual({ conversationId: 'c1', expires_in: 1800 })
  expect(tokens.read(token)).toMatchObject({ conversation: 'c1', user: 'u1', page: true })
})

test('a token is good for half an hour', () => {
  const { state, now } = clock()
  const tokens = directLineTokens('secret', now)
  const { token } = tokens.issue({ conversation: 'c1' })
  state.at = Date.parse('2026-11-23T08:29:59Z')
  expect(tokens.read(token)).toMatchObject({ conversation: 'c1' })
  state.at = Date.parse('2026-11-23T08:30:00Z')
  expect(tokens.read(token)).toBe('expired')
})

test('a token of another secret is wrong, expired or not', () => {
  const { state, now } = clock()
  const { token } = directLineTokens('another', now).issue({ conversation: 'c1' })
  const tokens = directLineTokens('secret', now)
  expect(tokens.read(token)).toBe('wrong')
  state.at = Date.parse('2027-01-01T00:00:00Z')
  expect(tokens.read(token)).toBe('wrong')
})

test('the secret itself signs nothing', () => {
  const tokens = directLineTokens('secret', clock().now)
  const text = `tongguan.${Buffer.from(JSON.stringify({ conversation: 'c1', expires: 4e9 })).toString('base64url')}`
  expect(tokens.read(`${text}.${createHmac('sha256', 'secret').update(text).digest('base64url')}`)).toBe('wrong')
})

test('no change to a token, and no other text, is one', () => {
  const tokens = directLineTokens('secret', clock().now)
  const { token } = tokens.issue({ conversation: 'c1' })
  const changed = fc
    .tuple(fc.nat(token.length - 1), fc.constantFrom(...'Aa0._-'))
    .map(([at, character]) => token.slice(0, at) + character + token.slice(at + 1))
    .filter((text) => text.slice(0, -1) !== token.slice(0, -1))
  fc.assert(fc.property(fc.oneof(changed, fc.string({ unit: 'binary' })), (text) => tokens.read(text) === 'wrong'))
})

test('only the secret is the secret', () => {
  const tokens = directLineTokens('secret', clock().now)
  expect(['secret', 'Secret', 'secret ', '', 'secretsecret'].map(tokens.isSecret)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})

test('the user stands where the stock client reads it', () => {
  const { token } = directLineTokens('secret', clock().now).issue({ conversation: 'c1', user: 'u1' })
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  expect(claims.user).toBe('u1')
})
