import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { redact } from '../../../src/conversation/redact.ts'
import type { Account } from '../../../src/core/account.ts'
import type { HandedQuestion } from '../../../src/core/handover.ts'
import { handoversIn } from '../../../src/handover/handovers.ts'
import { migrateHandovers } from '../../../src/handover/migrations.ts'
import { inboxPage } from '../../../src/insights/inbox/inbox-page.ts'
import { wording } from '../../channels/served.ts'
import { browser, openOffice, saying } from '../sign-in/opened.ts'

const asked: HandedQuestion = {
  question: '寄<script>alert(1)</script>零食怎么报',
  locale: 'zh-Hans',
  topic: 'other',
  channel: 'api',
}

describe('the inbox', () => {
  let office: Awaited<ReturnType<typeof openOffice>>
  let inbox: ReturnType<typeof handoversIn>
  let who: Account = { name: 'Chen', role: 'author' }
  let answers = 0
  beforeAll(async () => {
    office = await openOffice({
      oidc: saying(() => who),
      more: ({ signedIn, audit, sendPage, database, now }) => {
        inbox = handoversIn(database, { now })
        return inboxPage(signedIn, {
          handovers: inbox,
          audit,
          translate: wording,
          sendPage,
          redact,
          onAnswer: () => answers++,
          now,
        })
      },
    })
    await migrateHandovers(office.database)
  })
  afterAll(() => office?.[Symbol.asyncDispose]())
  beforeEach(() => {
    who = { name: 'Chen', role: 'author' }
  })

  /** Somebody who is signed in. */
  async function officer(account: Account) {
    who = account
    const visitor = browser(office.url)
    await visitor.get('/insights/sign-in/oidc?to=/insights/inbox')
    await visitor.get('/insights/sign-in/callback?code=c&state=s')
    return visitor
  }
  const act = async (visitor: ReturnType<typeof browser>, reference: string, deed: string, form = {}) => {
    const path = `/insights/inbox/${reference}?locale=en`
    const csrf = (await visitor.csrfOn(path)) || (await visitor.csrfOn('/insights/account?locale=en'))
    return (await visitor.post(`/insights/inbox/${reference}/${deed}`, { csrf, ...form })).status
  }

  test('shows what waits, and nobody’s markup', async () => {
    const reference = await inbox.hand(asked, 'li')
    const page = await (await (await officer(who)).get('/insights/inbox?locale=en')).text()
    expect(page).toContain(`/insights/inbox/${reference}`)
    expect(page).toContain('寄&lt;script&gt;')
    expect(page).not.toContain('<script>alert')
  })

  test('lets one officer claim and answer; identifiers in the answer are taken out; the answer leaves', async () => {
    const reference = (await inbox.hand(asked, 'wang')) ?? ''
    const chen = await officer({ name: 'Chen', role: 'author' })
    const zhou = await officer({ name: 'Zhou', role: 'author' })
    expect(await act(chen, reference, 'claim')).toBe(303)
    expect(await act(zhou, reference, 'claim')).toBe(409)
    expect(await act(zhou, reference, 'answer', { answer: '不行' })).toBe(409)
    expect(await act(chen, reference, 'answer', { answer: '  ' })).toBe(400)
    expect(await act(chen, reference, 'answer', { answer: '可以，请打13812345678' })).toBe(303)
    const found = await inbox.look(reference)
    expect(found).toMatchObject({ state: 'answered', claimedBy: 'Chen' })
    expect(found?.answer).not.toContain('13812345678')
    expect(answers).toBe(1)
    expect(await (await chen.get('/insights/inbox?show=done&locale=en')).text()).toContain(reference)
    const draft = await (await chen.get(`/insights/inbox/${reference}/draft.md`)).text()
    expect(draft).toMatch(/^---\ntitle: .*\nquestions:\n {2}- /)
    expect(draft).toContain('可以，请打')
  })

  test('is closed to readers, to forms of others, and for what does not exist', async () => {
    const reference = (await inbox.hand(asked, 'zhao')) ?? ''
    const reader = await officer({ name: 'Wu', role: 'reader' })
    expect((await reader.get('/insights/inbox')).status).toBe(403)
    expect(await act(reader, reference, 'claim')).toBe(403)
    const chen = await officer({ name: 'Chen', role: 'author' })
    expect((await chen.post(`/insights/inbox/${reference}/claim`, { csrf: 'forged' })).status).toBe(403)
    expect((await chen.get('/insights/inbox/TG-0000000000')).status).toBe(404)
    expect(await act(chen, reference, 'delete')).toBe(404)
    expect(await inbox.see(reference)).toMatchObject({ state: 'open' })
  })

  test('notes in the audit log who did what, and no word of a question', async () => {
    const lines = await office.audit.latest(200)
    expect(lines).toContainEqual(expect.objectContaining({ who: 'Chen', did: 'change', detail: { deed: 'answer' } }))
    expect(JSON.stringify(lines)).not.toContain('零食')
  })
})
