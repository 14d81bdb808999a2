import express from 'express'
import { expect, test } from 'vitest'
import { Problem } from '../../src/core/problem-details.ts'
import { openApp } from './opened.ts'

const page = express.Router()
page.get('/page', (_, response) => void response.send('<!doctype html><title>page</title>'))
page.get('/refused', () => {
  throw new Problem(403, 'forbidden')
})
page.get('/broken', () => {
  throw new Error('a secret in a message')
})

test.each([
  ['/page', 200],
  ['/refused', 403],
  ['/broken', 500],
  ['/nowhere', 404],
  ['/livez', 200],
])('%s carries the headers that keep a page to itself', async (path, status) => {
  await using app = await openApp({ pages: [page] })
  const response = await fetch(app.url + path)
  expect(response.status).toBe(status)
  const policy = Object.fromEntries(
    (response.headers.get('content-security-policy') ?? '').split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ')
      return [name, sources.join(' ')]
    }),
  )
  expect(policy).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'connect-src': "'self'",
    'form-action': "'self'",
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  })
  const { headers } = response
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
  expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
  expect(headers.get('x-powered-by')).toBeNull()
  expect(await response.text()).not.toContain('a secret')
})

test('every request has a name of its own', async () => {
  await using app = await openApp({ pages: [page] })
  const names = await Promise.all(
    ['/page', '/page', '/nowhere'].map(async (path) => (await fetch(app.url + path)).headers.get('x-request-id')),
  )
  expect(new Set(names).size).toBe(3)
  for (const name of names) expect(name).toMatch(/^[0-9a-f-]{36}$/)
})
