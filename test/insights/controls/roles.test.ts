import { Router } from 'express'
import { expect, test } from 'vitest'
import { mayAct, type Role } from '../../../src/core/account.ts'
import { CAMPAIGNS, campaignsPage } from '../../../src/insights/campaigns/campaigns-page.ts'
import { CONTROLS, controlsPage } from '../../../src/insights/controls/controls-page.ts'
import { createRelease } from '../../../src/insights/disclosure/release.ts'
import { CORRECTIONS, correctionsPage } from '../../../src/insights/loop/corrections-page.ts'
import { AUDIT } from '../../../src/insights/sign-in/audit-page.ts'
import { campaignsIn } from '../../../src/office/campaigns.ts'
import { controlSettings } from '../../../src/office/controls.ts'
import { correctionsIn } from '../../../src/office/corrections.ts'
import { wording } from '../../channels/served.ts'
import { counted } from '../counted.ts'
import { browser, openOffice, saying } from '../sign-in/opened.ts'

const topics = ['quota.annual', 'tax.rates'].map((id) => ({ id, name: id, audience: 'both' as const }))
const entries = [{ id: 'annual-limit', topic: 'quota.annual', title: 'Limit', reviewed: '2026-11-01', due: false }]

/** What each page is posted, and the least role that may. */
const POSTED: [path: string, form: Record<string, string>, least: Role][] = [
  ['/insights/controls', { subject: 'service', zh: '核对', en: 'being checked' }, 'admin'],
  ['/insights/controls', { subject: 'banner', clear: '1' }, 'admin'],
  ['/insights/campaigns', { name: 'Post', starts: '2026-10-01', topics: 'quota.annual' }, 'author'],
  ['/insights/campaigns', { remove: 'x' }, 'author'],
  [
    '/insights/corrections',
    {
      entry: 'annual-limit',
      since: '2026-01-01',
      until: '2026-02-01',
      wrong_zh: '错',
      wrong_en: 'a',
      right_zh: '对',
      right_en: 'b',
    },
    'author',
  ],
]

test.each(['reader', 'author', 'admin'] as const)('%s changes what the role allows, and nothing else', async (role) => {
  await using office = await openOffice({
    oidc: saying(() => ({ name: role, role })),
    more: ({ signedIn, database, audit, now, sendPage }) => {
      const parts = {
        release: createRelease(counted([]), { key: 'a secret of the tests', now: () => 0 }),
        audit,
        catalogue: () => ({ topics, entries, misconceptions: [] }),
        translate: wording,
        today: () => '2026-11-23',
        sendPage,
        refresh: async () => {},
      }
      return Router().use(
        controlsPage(signedIn, { ...parts, settings: controlSettings(database, now) }),
        campaignsPage(signedIn, { ...parts, campaigns: campaignsIn(database, now) }),
        correctionsPage(signedIn, { ...parts, corrections: correctionsIn(database, now) }),
      )
    },
  })
  const visitor = browser(office.url)
  await visitor.get('/insights/sign-in/oidc')
  await visitor.get('/insights/sign-in/callback?code=c&state=s')
  for (const { path, role: least = 'reader' } of [CONTROLS, CAMPAIGNS, CORRECTIONS, AUDIT]) {
    const page = await visitor.get(path)
    expect({ path, status: page.status }).toEqual({ path, status: mayAct(role, least) ? 200 : 403 })
    // What may not be done is not offered.
    if (page.status === 200 && role === 'reader') expect(await page.text()).not.toContain('<form class="stacked"')
  }
  const csrf = await visitor.csrfOn('/insights/account')
  const rank = ['reader', 'author', 'admin']
  for (const [path, form, least] of POSTED) {
    const allowed = rank.indexOf(role) >= rank.indexOf(least)
    expect((await visitor.post(path, form)).status).toBe(403)
    const { status } = await visitor.post(path, { csrf, ...form })
    expect({ path, status }).toEqual({ path, status: allowed ? 303 : 403 })
  }
  const changed = await office.audit.latest(50, { did: ['change'] })
  expect(changed).toHaveLength(POSTED.filter(([, , least]) => rank.indexOf(role) >= rank.indexOf(least)).length)
  const kept = {
    controls: (await controlSettings(office.database, () => new Date()).list()).length,
    campaigns: (await campaignsIn(office.database, () => new Date()).list()).length,
    corrections: (await correctionsIn(office.database, () => new Date()).list()).length,
  }
  const author = role === 'reader' ? 0 : 1
  expect(kept).toEqual({ controls: role === 'admin' ? 1 : 0, campaigns: author, corrections: author })
})
