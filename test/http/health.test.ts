import { describe, expect, test } from 'vitest'
import { ask } from '../channels/served.ts'
import { openApp } from './opened.ts'

describe('/livez', () => {
  test('says that the process runs, whatever else is wrong', async () => {
    await using app = await openApp({
      readiness: {
        database: () => Promise.reject(new Error('gone')),
        knowledge: () => ({ revision: 'a', problems: [] }),
        stopping: () => true,
      },
    })
    expect(await ask(`${app.url}/livez`)).toMatchObject({ status: 200, body: { status: 'ok' } })
  })
})

describe('/readyz', () => {
  test('says that all is well', async () => {
    await using app = await openApp()
    expect(await ask(`${app.url}/readyz`)).toMatchObject({
      status: 200,
      body: { status: 'ok', database: 'ok', knowledge: { revision: 'abc123', problems: [] } },
    })
  })

  test.each([
    ['says no', () => Promise.resolve('unavailable' as const)],
    ['throws', () => Promise.reject(new Error('secret connection string'))],
  ])('is 503 while the database %s, without telling how it is reached', async (_, database) => {
    await using app = await openApp({ readiness: { database } })
    const { status, body } = await ask(`${app.url}/readyz`)
    expect({ status, body }).toEqual({
      status: 503,
      body: { status: 'unavailable', database: 'unavailable', knowledge: { revision: 'abc123', problems: [] } },
    })
  })

  test('stays ready while the database is away and records are spooled, and says so', async () => {
    await using app = await openApp({ readiness: { database: async () => 'spooling' } })
    expect(await ask(`${app.url}/readyz`)).toMatchObject({
      status: 200,
      body: { status: 'degraded', database: 'spooling' },
    })
  })

  test('stays ready with a broken edit in the folder, and says what is wrong with it', async () => {
    const problems = ['figures/annual-limit.yaml:5  there is no "cgs-1"']
    await using app = await openApp({ readiness: { knowledge: () => ({ revision: 'abc123', problems }) } })
    expect(await ask(`${app.url}/readyz`)).toMatchObject({
      status: 200,
      body: { status: 'degraded', knowledge: { revision: 'abc123', problems } },
    })
  })

  test('is 503 on the way down', async () => {
    let stopping = false
    await using app = await openApp({ readiness: { stopping: () => stopping } })
    expect((await ask(`${app.url}/readyz`)).status).toBe(200)
    stopping = true
    expect(await ask(`${app.url}/readyz`)).toMatchObject({
      status: 503,
      body: { status: 'unavailable', stopping: true },
    })
  })

  test.each(['/livez', '/readyz'])('%s is never kept by a cache', async (path) => {
    await using app = await openApp()
    expect((await ask(app.url + path)).headers.get('cache-control')).toBe('no-store')
  })
})
