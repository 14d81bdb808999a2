import { type Request, Router } from 'express'
import type { Translate } from '../../core/translate.ts'
import type { Audit } from '../../office/audit.ts'
import type { ControlSettings, Subject } from '../../office/controls.ts'
import type { CatalogueIn } from '../catalogue.ts'
import { localeOf } from '../page-locale.ts'
import type { Say } from '../reports/report.ts'
import type { Link } from '../sections.ts'
import type { SendPage } from '../send-page.ts'
import type { SignIn } from '../sign-in/sign-in.ts'
import { type ControlFault, controlsView, LONGEST_TEXT, type Tried } from './controls-view.ts'

/** Where things are switched off and announced. */
export const CONTROLS: Link = { path: '/insights/controls', title: 'controls.title', role: 'admin', numbers: false }

type Parts = {
  settings: ControlSettings
  /** Makes this process look at once. */
  refresh: () => Promise<void>
  audit: Audit
  catalogue: CatalogueIn
  translate: Translate
  sendPage: SendPage
}

/** The page on which admins switch answers off and on, and announce things. */
export function controlsPage({ requires, account, csrf, form }: SignIn, parts: Parts): Router {
  const { settings, refresh, audit, catalogue, translate, sendPage } = parts
  const routes = Router()

  const show = async (request: Request, response: Parameters<SendPage>[1], tried?: Tried): Promise<void> => {
    const locale = localeOf(request)
    const say: Say = (key, values) => translate(locale, key, values)
    const view = controlsView({
      settings: await settings.list(),
      topics: catalogue(locale).topics,
      say,
      locale,
      csrf: await csrf(request),
      tried,
    })
    sendPage(request, response, CONTROLS, { locale, status: tried === undefined ? 200 : 400 }, view)
  }

  routes.get(CONTROLS.path, requires('admin'), (request, response) => show(request, response))

  routes.post(CONTROLS.path, requires('admin'), ...form, async (request, response) => {
    const who = account(request)
    if (who === undefined) return
    const fields = request.body as Record<string, unknown>
    const [wanted, zh, en, why] = [fields.subject, fields.zh, fields.en, fields.reason].map((value) =>
      typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '',
    ) as [string, string, string, string]
    const subject = subjectFrom(wanted, new Set(catalogue('en').topics.map(({ id }) => id)))
    const fault = (problem: ControlFault) =>
      show(request, response, { fault: problem, subject: wanted, zh, en, reason: why })
    if (subject === undefined) return fault('subject')
    const clear = fields.clear !== undefined
    // What is switched off tells people why; an announcement says something else.
    const reason = subject === 'banner' ? why : ''
    if (!clear) {
      if (zh === '' || en === '') return fault('texts')
      if (subject === 'banner' && reason === '') return fault('reason')
      if ([zh, en, reason].some(({ length }) => length > LONGEST_TEXT)) return fault('long')
    }
    await audit.record({
      who: who.name,
      role: who.role,
      did: 'change',
      what: `${CONTROLS.path}#${subject}`,
      detail: clear
        ? { now: subject === 'banner' ? 'withdrawn' : 'on' }
        : { now: subject === 'banner' ? 'announced' : 'off', zh, en, ...(reason !== '' && { reason }) },
    })
    if (clear) await settings.clear(subject)
    else await settings.set(subject, { text: { 'zh-Hans': zh, en }, reason }, who.name)
    await refresh()
    response.redirect(303, `${CONTROLS.path}?locale=${localeOf(request)}`)
  })
  return routes
}

/** What is to be switched; undefined when it is nothing of ours. Something that is off stays so when its topic leaves the knowledge, and can be switched on. */
function subjectFrom(wanted: string, topics: ReadonlySet<string>): Subject | undefined {
  if (wanted === 'service' || wanted === 'banner') return wanted
  const [, topic = ''] = /^topic:([a-z0-9.-]{1,80})$/.exec(wanted) ?? []
  return topics.has(topic) || topic === 'other' ? `topic:${topic}` : undefined
}
