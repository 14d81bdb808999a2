import { expect, test } from 'vitest'
import { LOCALES } from '../../src/core/locale.ts'
import { FIELD_FAULTS, PROBLEM_CODES, Problem } from '../../src/core/problem-details.ts'
import { ask, serve, wording } from '../channels/served.ts'

/** A way in that throws what it is given. */
const throwing = (error: unknown) =>
  serve({
    id: 'api',
    attach(routes) {
      routes.get('/', () => {
        throw error
      })
      routes.get('/half', (_request, response) => {
        response.write('half')
        throw error
      })
    },
  })

test('a problem is told with its status, code, words and fields', async () => {
  await using service = await throwing(
    new Problem(400, 'bad-request', {
      locale: 'en',
      fields: [
        { field: 'question', fault: 'missing' },
        { field: 'conversation', fault: 'too-long', values: { most: 200 } },
      ],
    }),
  )
  const { status, headers, body } = await ask(service.url)
  expect(status).toBe(400)
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': expect.stringMatching(/^application\/problem\+json/),
    'content-language': 'en',
    'cache-control': 'no-store',
    vary: 'Accept-Language',
  })
  expect(body).toEqual({
    type: 'about:blank',
    title: 'Wrong request',
    status: 400,
    code: 'bad-request',
    detail: 'Something in the request is wrong. Please correct it and send it again.',
    errors: [
      { field: 'question', message: 'is missing' },
      { field: 'conversation', message: 'must have at most 200 characters' },
    ],
  })
})

test('a surprise is told as nothing but a surprise, and handed on', async () => {
  const bug = new Error('secret of the database')
  await using service = await throwing(bug)
  const { status, body } = await ask(service.url, { headers: { 'accept-language': 'zh-CN' } })
  expect({ status, code: body.code, detail: body.detail }).toEqual({
    status: 500,
    code: 'internal',
    detail: '服务出了问题，已经记录。请稍后再试。',
  })
  expect(JSON.stringify(body)).not.toMatch('secret')
  expect(service.surprises).toEqual([bug])
})

test.each([
  [{ status: 401 }, 401, 'unauthorized'],
  [{ status: 404 }, 404, 'not-found'],
  [{ status: 413, type: 'entity.too.large' }, 413, 'too-large'],
  [{ status: 400, type: 'request.aborted' }, 400, 'bad-request'],
  [{ status: 418 }, 418, 'bad-request'],
  [{ status: 500 }, 500, 'internal'],
  [{ status: '400' }, 500, 'internal'],
  [{}, 500, 'internal'],
])('an error with %j leaves as %i %s', async (properties, status, code) => {
  await using service = await throwing(Object.assign(new Error(), properties))
  expect((await ask(service.url)).body).toMatchObject({ status, code })
  expect(service.surprises).toHaveLength(code === 'internal' ? 1 : 0)
})

test.each(['text', 5, {}])('even a thrown %j is told', async (thrown) => {
  await using service = await throwing(thrown)
  expect((await ask(service.url)).status).toBe(500)
})

test('a response that has begun is cut, not mended', async () => {
  const bug = new Error('late')
  await using service = await throwing(bug)
  await expect(fetch(`${service.url}/half`).then((response) => response.text())).rejects.toThrow()
  expect(service.surprises).toEqual([bug])
})

test('whoever must wait is told how long, in header and words', async () => {
  await using service = await throwing(new Problem(503, 'not-ready', { retryAfter: 5, locale: 'zh-Hant' }))
  const { headers, body } = await ask(service.url)
  expect(headers.get('retry-after')).toBe('5')
  expect(body.detail).toMatch('請等 5 秒')
})

test('every code and every fault has words in every language', () => {
  const values = { seconds: 1, kilobytes: 64, expected: 'string', choices: 'a, b', most: 3 }
  const keys = [
    ...PROBLEM_CODES.flatMap((code) => [`problem.${code}`, `problem.${code}.title`]),
    ...FIELD_FAULTS.map((fault) => `problem.field.${fault}`),
  ]
  for (const locale of LOCALES)
    for (const key of keys) {
      const words = wording(locale, key, values)
      expect(words).not.toBe(key)
      expect(words).not.toMatch(/\{\{|undefined/)
    }
})
