import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { NO_CONTROLS } from '../../src/core/controls.ts'
import type { Database } from '../../src/database/database.ts'
import { officeAudit } from '../../src/office/audit.ts'
import { campaignsIn } from '../../src/office/campaigns.ts'
import { controlSettings, watchControls } from '../../src/office/controls.ts'
import { correctionsIn } from '../../src/office/corrections.ts'
import { keptSecret, replaceSecret } from '../../src/office/secrets.ts'
import { IDLE, LONGEST, officeSessions } from '../../src/office/sessions.ts'
import { onEachDatabase } from '../database/each-database.ts'

/** What the office's tables do on every database. @param open an empty database */
function anOffice(open: () => Promise<Database>): void {
  test('a secret is made once, by whoever is first, and is the same for all', async () => {
    await using database = await open()
    const made = await Promise.all(
      ['one', 'two', 'three'].map((value) => keptSecret(database, 'session', async () => value)),
    )
    expect(new Set(made.map(({ value }) => value)).size).toBe(1)
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect((await keptSecret(database, 'other', async () => 'four')).value).toBe('four')
    await replaceSecret(database, 'session', 'five')
    expect((await keptSecret(database, 'session', async () => 'six')).value).toBe('five')
  })

  test('a session is found by its token, which stands nowhere, until it ends', async () => {
    await using database = await open()
    const clock = { at: Date.parse('2026-11-23T04:00:00Z') }
    const sessions = officeSessions(database, () => new Date(clock.at))
    const token = await sessions.begin({ name: '王芳', role: 'author' }, 'oidc', 'provider')
    expect(await sessions.find(token, () => 'provider')).toEqual({ name: '王芳', role: 'author' })
    expect(await sessions.find(token, () => 'another')).toBeUndefined()
    expect(await sessions.find(token, () => undefined)).toBeUndefined()
    expect(await sessions.find(`${token}x`, () => 'provider')).toBeUndefined()
    const rows = await sql`select * from office_session`.execute(database.db)
    expect(JSON.stringify(rows)).not.toContain(token)
    clock.at += IDLE + 1
    expect(await sessions.find(token, () => 'provider')).toBeUndefined()
    await sessions.begin({ name: 'x', role: 'reader' }, 'oidc', 'provider')
    expect((await sql`select * from office_session`.execute(database.db)).rows).toHaveLength(1)
    const [other, another] = [
      await sessions.begin({ name: 'y', role: 'admin' }, 'password', 'hash'),
      await sessions.begin({ name: 'z', role: 'admin' }, 'password', 'hash'),
    ]
    await sessions.end(other)
    expect(await sessions.find(other, () => 'hash')).toBeUndefined()
    expect(await sessions.find(another, () => 'hash')).toEqual({ name: 'z', role: 'admin' })
    expect(await sessions.endAll()).toBe(2)
    expect(await sessions.find(another, () => 'hash')).toBeUndefined()
    expect(LONGEST).toBeGreaterThan(IDLE)
  })

  test('what is in the audit log is never changed and never removed, not even by SQL', async () => {
    await using database = await open()
    const audit = officeAudit(database, () => new Date('2026-11-23T04:00:00Z'))
    await audit.record({ who: 'a', role: 'admin', did: 'change', what: '/insights/controls', detail: { topic: 'tax' } })
    await expect(sql`update office_audit set who = 'b'`.execute(database.db)).rejects.toThrow(/only ever added to/)
    await expect(sql`delete from office_audit`.execute(database.db)).rejects.toThrow(/only ever added to/)
    expect(await audit.latest(10)).toEqual([
      {
        at: '2026-11-23T04:00:00.000Z',
        who: 'a',
        role: 'admin',
        did: 'change',
        what: '/insights/controls',
        detail: { topic: 'tax' },
      },
    ])
    expect(await audit.latest(10, { did: ['view'] })).toEqual([])
    expect(await audit.latest(10, { before: '2026-11-23T04:00:00.000Z' })).toEqual([])
  })

  test('the audit log is read newest first, by deed and page by page', async () => {
    await using database = await open()
    const clock = { at: Date.parse('2026-11-23T04:00:00Z') }
    const audit = officeAudit(database, () => new Date(clock.at))
    const line = { who: '王芳', role: 'reader', detail: { from: '2026-11-01' } }
    for (const [n, did] of (['view', 'view', 'export', 'view'] as const).entries()) {
      await audit.record({ ...line, did, what: `/${n}` })
      if (n !== 1) clock.at += 1000
    }
    expect((await audit.latest(3)).map(({ what }) => what)).toEqual(['/3', '/2', '/1'])
    expect((await audit.latest(9, { did: ['export', 'change'] })).map(({ what }) => what)).toEqual(['/2'])
    expect((await audit.latest(9, { before: '2026-11-23T04:00:01.000Z' })).map(({ what }) => what)).toEqual(['/0'])
  })

  test('a switch holds for whoever looks, with who set it and when, until it is cleared', async () => {
    await using database = await open()
    const settings = controlSettings(database, () => new Date('2026-11-23T04:00:00Z'))
    await using watched = await watchControls(settings, {
      onProblem: (error) => expect.fail(String(error)),
      every: 10,
    })
    expect(watched.current()).toEqual(NO_CONTROLS)
    const reason = { 'zh-Hans': '正在核对新公告', en: 'A new notice is being checked' }
    const before = { 'zh-Hans': '先前的话', en: 'what was said before' }
    await settings.set('topic:tax.rates', { text: before, reason: '' }, '李')
    await settings.set('topic:tax.rates', { text: reason, reason: '' }, '王芳')
    await settings.set('banner', { text: reason, reason: '公告第1号' }, '王芳')
    await settings.set('service', { text: reason, reason: '' }, '王芳')
    expect(await settings.list()).toContainEqual({
      subject: 'topic:tax.rates',
      text: reason,
      reason: '',
      who: '王芳',
      at: '2026-11-23T04:00:00.000Z',
    })
    expect((await settings.list()).map(({ reason: why }) => why)).toEqual(['公告第1号', '', ''])
    await expect
      .poll(() => watched.current(), { timeout: 20_000 })
      .toEqual({
        service: { reason },
        topics: new Map([['tax.rates', { reason }]]),
        banner: { id: '2026-11-23T04:00:00.000Z', text: reason },
      })
    for (const subject of ['topic:tax.rates', 'banner', 'service'] as const) await settings.clear(subject)
    await expect.poll(() => watched.current(), { timeout: 20_000 }).toEqual(NO_CONTROLS)
  })

  test('campaigns are read as they were recorded, the latest first, and can be removed', async () => {
    await using database = await open()
    const campaigns = campaignsIn(database, () => new Date('2026-11-23T04:00:00Z'))
    const spring = {
      name: '三月 "专项" <宣传>',
      starts: '2026-03-01',
      ends: '2026-03-31',
      topics: ['tax.rates', 'quota.annual'],
      audience: 'consumer' as const,
      channel: 'wechat' as const,
      link: 'https://example.cn/?a=1&b=2',
      who: '王芳',
    }
    const autumn = {
      ...spring,
      name: 'x',
      starts: '2026-09-01',
      ends: '2026-09-30',
      audience: undefined,
      channel: undefined,
    }
    const first = await campaigns.add(spring)
    const second = await campaigns.add(autumn)
    expect(await campaigns.list()).toEqual([
      { ...autumn, id: second, at: '2026-11-23T04:00:00.000Z' },
      { ...spring, id: first, at: '2026-11-23T04:00:00.000Z' },
    ])
    await campaigns.remove(second)
    expect((await campaigns.list()).map(({ id }) => id)).toEqual([first])
  })

  test('corrections are kept in every language, the latest first', async () => {
    await using database = await open()
    const clock = { at: Date.parse('2026-11-23T04:00:00Z') }
    const corrections = correctionsIn(database, () => new Date(clock.at))
    const one = {
      entry: 'annual-limit',
      since: '2026-01-01',
      until: '2026-02-01',
      wrong: { 'zh-Hans': '说成了两万', en: "it said 'twenty thousand'" },
      right: { 'zh-Hans': '应为二万六千', en: 'twenty-six thousand' },
      knowledge: 'abc123',
      who: '王芳',
    }
    await corrections.add(one)
    clock.at += 1000
    await corrections.add({ ...one, entry: 'single-limit', knowledge: '' })
    const listed = await corrections.list()
    expect(listed.map(({ entry }) => entry)).toEqual(['single-limit', 'annual-limit'])
    expect(listed[1]).toEqual({ ...one, id: expect.any(String), at: '2026-11-23T04:00:00.000Z' })
  })
}

onEachDatabase('the office', anOffice)
