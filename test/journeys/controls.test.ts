import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { stoppable } from '../database/stoppable.ts'
import { browser, PASSWORD, quickHash } from '../insights/sign-in/opened.ts'
import { startService, temporaryFolder } from './service.ts'

const LIMIT = '一年最多能买多少'
const SOON = { timeout: 20_000, interval: 250 }

/** A database that several processes share, until `parts` is disposed of. */
const DATABASES: Record<string, (parts: AsyncDisposableStack, folder: string) => Promise<string>> = {
  SQLite: async (_, folder) => `sqlite:${join(folder, 'questions.db')}`,
  PostgreSQL: async (parts) => {
    const server = parts.use(await stoppable())
    await server.start()
    return server.url
  },
}

test.each(Object.entries(DATABASES))(
  'what is switched in one process holds in another on the same %s, on every channel, and is in the record',
  async (_, open) => {
    await using parts = new AsyncDisposableStack()
    const folder = parts.use(await temporaryFolder())
    const settings = {
      DATABASE_URL: await open(parts, folder.path),
      SPOOL_FILE: join(folder.path, 'spool.db'),
      INSIGHTS_PASSWORD_HASH: await quickHash(PASSWORD),
    }
    await using one = await startService(settings)
    await using other = await startService({ ...settings, SPOOL_FILE: join(folder.path, 'other-spool.db') })
    const admin = browser(one.url)
    await admin.signIn()
    const change = async (form: Record<string, string>) =>
      admin.post('/insights/controls?locale=en', { csrf: await admin.csrfOn('/insights/controls'), ...form })
    expect((await other.ask(LIMIT)).outcome).toBe('answered')

    const texts = { zh: '公告正在核对', en: 'a notice is being checked' }
    expect((await change({ subject: 'topic:quota.annual', ...texts })).status).toBe(303)
    expect(await one.ask(LIMIT)).toMatchObject({ outcome: 'declined', why: 'switched-off' })
    await vi.waitFor(async () => expect((await other.ask(LIMIT)).why).toBe('switched-off'), SOON)
    expect((await other.ask('退货怎么退税')).why).not.toBe('switched-off')

    const unexplained = await change({ subject: 'banner', zh: '元旦照常', en: 'Open on New Year' })
    expect(unexplained.status).toBe(400)
    expect(await unexplained.text()).toContain('Say why it is announced')
    expect(
      (
        await change({
          subject: 'banner',
          zh: '<b>元旦</b>照常',
          en: 'Open <b>on</b> New Year',
          reason: 'Notice of <i>30 December</i>',
        })
      ).status,
    ).toBe(303)
    expect(await (await admin.get('/insights/controls?locale=en')).text()).toContain(
      'Notice of &lt;i&gt;30 December&lt;/i&gt;',
    )
    await vi.waitFor(
      async () =>
        expect(await (await fetch(`${other.url}/en/`)).text()).toContain('Open &lt;b&gt;on&lt;/b&gt; New Year'),
      SOON,
    )
    expect((await other.ask('退货怎么退税')).text).toContain('元旦')

    expect((await change({ subject: 'service', ...texts })).status).toBe(303)
    await vi.waitFor(async () => expect((await other.ask('你好')).why).toBe('switched-off'), SOON)
    const page = await (
      await fetch(`${other.url}/`, { method: 'POST', body: new URLSearchParams({ q: LIMIT, conversation: 'x' }) })
    ).text()
    expect(page).toContain('公告正在核对')

    for (const subject of ['service', 'banner', 'topic:quota.annual']) await change({ subject, clear: '1' })
    await vi.waitFor(async () => {
      const reply = await other.ask(LIMIT)
      expect(reply.outcome).toBe('answered')
      expect(reply.text).not.toContain('元旦')
    }, SOON)
    const record = await (await admin.get('/insights/audit?did=change&locale=en')).text()
    for (const said of ['controls#topic:quota.annual', 'controls#banner', 'controls#service', 'Wang Fang', texts.en])
      expect(record).toContain(said)
  },
)
