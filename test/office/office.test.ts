import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { officeAudit } from '../../src/office/audit.ts'
import { keptSecret, replaceSecret } from '../../src/office/secrets.ts'
import { IDLE, LONGEST, officeSessions } from '../../src/office/sessions.ts'

/** What the office's tables do on every database. @param open an empty database */
export function anOffice(open: () => Promise<Database>): void {
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
    expect(await sessions.endAll()).toBe(1)
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
}
