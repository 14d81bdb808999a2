import { type Request, Router } from 'express'
import { dayInChina } from '../../core/day.ts'
import type { HandoverState, Handovers } from '../../core/handover.ts'
import { Problem } from '../../core/problem-details.ts'
import type { Translate } from '../../core/translate.ts'
import type { Audit } from '../../office/audit.ts'
import { localeOf } from '../page-locale.ts'
import type { Say } from '../reports/report.ts'
import type { Link } from '../sections.ts'
import type { SendPage } from '../send-page.ts'
import type { SignIn } from '../sign-in/sign-in.ts'
import { draftOf } from './draft.ts'
import { inboxView, questionView } from './inbox-view.ts'

/** Where questions wait that people asked a person. */
export const INBOX: Link = { path: '/insights/inbox', title: 'inbox.title', role: 'author', numbers: false }

/** Questions on a page. */
const MOST = 100
/** The longest answer, in characters: what every channel can show. */
export const LONGEST_ANSWER = 1500
/** How far back reply times are measured, in milliseconds: 90 days. */
const MEASURED = 90 * 24 * 60 * 60 * 1000

export type InboxParts = {
  handovers: Handovers
  audit: Audit
  translate: Translate
  sendPage: SendPage
  /** Takes identifiers out of what an officer wrote. */
  redact: (text: string) => string
  /** Called when an answer may leave at once. */
  onAnswer: () => void
  now: () => Date
}

/** The inbox: what people asked a person, oldest first; one officer at a time answers. */
export function inboxPage({ requires, form, csrf, account }: SignIn, parts: InboxParts): Router {
  const { handovers, audit, translate, sendPage, redact, onAnswer, now } = parts
  const routes = Router()
  const sayFor = (request: Request): Say => {
    const locale = localeOf(request)
    return (key, values) => translate(locale, key, values)
  }
  const sought = async (request: Request) => {
    const found = await handovers.see(String(request.params.reference))
    if (!found) throw new Problem(404, 'not-found', { locale: localeOf(request) })
    return found
  }

  routes.get(INBOX.path, requires('author'), async (request, response) => {
    const locale = localeOf(request)
    const done = request.query.show === 'done'
    const states: HandoverState[] = done ? ['answered', 'closed'] : ['open', 'claimed']
    const [questions, times] = await Promise.all([
      handovers.list(states, MOST),
      handovers.times(new Date(now().getTime() - MEASURED).toISOString()),
    ])
    sendPage(request, response, INBOX, { locale }, inboxView({ questions, times, done, locale, say: sayFor(request) }))
  })

  routes.get('/insights/inbox/:reference', requires('author'), async (request, response) => {
    const locale = localeOf(request)
    const question = await sought(request)
    const view = { question, officer: account(request)?.name ?? '', csrf: await csrf(request), locale }
    sendPage(request, response, INBOX, { locale }, questionView({ ...view, say: sayFor(request) }))
  })

  routes.get('/insights/inbox/:reference/draft.md', requires('author'), async (request, response) => {
    const question = await sought(request)
    response.attachment(`draft.${question.locale === 'en' ? 'en' : 'zh-Hans'}.md`)
    response.type('text/markdown').send(draftOf(question, dayInChina(now())))
  })

  routes.post('/insights/inbox/:reference/:deed', requires('author'), ...form, async (request, response) => {
    const locale = localeOf(request)
    const { reference = '', deed = '' } = request.params as Record<string, string>
    const officer = account(request)
    const { answer } = request.body as Record<string, unknown>
    const text = typeof answer === 'string' ? redact(answer.trim()) : ''
    const DEEDS: Record<string, () => Promise<boolean>> = {
      claim: () => handovers.claim(reference, officer?.name ?? ''),
      release: () => handovers.release(reference, officer?.name ?? ''),
      close: () => handovers.close(reference, officer?.name ?? ''),
      answer: async () => {
        if (text === '' || text.length > LONGEST_ANSWER)
          throw new Problem(400, 'bad-request', { locale, fields: [{ field: 'answer', fault: 'invalid' }] })
        return handovers.answer(reference, officer?.name ?? '', text)
      },
    }
    const act = Object.hasOwn(DEEDS, deed) ? DEEDS[deed] : undefined
    if (!act || !officer) throw new Problem(404, 'not-found', { locale })
    const question = await sought(request)
    const done = await act()
    await audit.record({
      who: officer.name,
      role: officer.role,
      did: done ? 'change' : 'refused',
      what: `${INBOX.path}/${question.reference}`,
      detail: { deed },
    })
    if (!done) throw new Problem(409, 'conflict', { locale })
    if (deed === 'answer') onAnswer()
    response.redirect(303, `${INBOX.path}/${question.reference}?locale=${locale}`)
  })
  return routes
}
