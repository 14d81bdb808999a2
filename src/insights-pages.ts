import { type ErrorRequestHandler, type RequestHandler, Router } from 'express'
import { briefPartsOf, officeSecret } from './brief-parts.ts'
import type { Config } from './config.ts'
import { redact } from './conversation/redact.ts'
import { dayInChina } from './core/day.ts'
import { Problem } from './core/problem-details.ts'
import { isAway } from './database/cannot-open.ts'
import { BRIEF, briefPage } from './insights/brief/brief-page.ts'
import { CAMPAIGNS, campaignsPage } from './insights/campaigns/campaigns-page.ts'
import { CONTROLS, controlsPage } from './insights/controls/controls-page.ts'
import { INBOX, inboxPage } from './insights/inbox/inbox-page.ts'
import { CORRECTIONS, correctionsPage } from './insights/loop/corrections-page.ts'
import { DRAFTS, draftsPage } from './insights/loop/drafts-page.ts'
import { problemPage } from './insights/problem-page.ts'
import { insightsPages } from './insights/routes.ts'
import { pageSender } from './insights/send-page.ts'
import { accountPage } from './insights/sign-in/account-page.ts'
import { AUDIT, auditPage } from './insights/sign-in/audit-page.ts'
import { local } from './insights/sign-in/local.ts'
import { oidc } from './insights/sign-in/oidc.ts'
import { hashPassword, makePassword } from './insights/sign-in/password.ts'
import { readRoleValues } from './insights/sign-in/roles.ts'
import { signIn } from './insights/sign-in/sign-in.ts'
import { STYLESHEET, stylesheet } from './insights/stylesheet.ts'
import { officeAudit } from './office/audit.ts'
import { campaignsIn } from './office/campaigns.ts'
import { controlSettings } from './office/controls.ts'
import { correctionsIn } from './office/corrections.ts'
import { FIRST_PASSWORD, keptSecret } from './office/secrets.ts'
import { officeSessions } from './office/sessions.ts'
import type { QuestionCounts } from './questions/question-counts.ts'
import type { Service } from './service.ts'
import type { Logger } from './telemetry/log.ts'

/** What the pages for publicity teams are put together from. */
type Parts = {
  config: Config
  service: Service
  counts: QuestionCounts
  log: Logger
  /** Tells whoever started the service something once, outside its log. */
  tell: (text: string) => void
  /** An answer of the office may leave. */
  onAnswer: () => void
}

/** The pages under `/insights` as the service mounts them. */
export type InsightsPages = {
  pages: Router
  /** Puts them together, unless somebody who looks for them has. */
  open: () => void
  /** Resolves once no opening is under way: before that the database must not be closed. */
  settled: () => Promise<void>
}

/** Seconds after which a page that could not be shown is asked for again. */
const AGAIN_AFTER = 5

const away = () => new Problem(503, 'not-ready', { retryAfter: AGAIN_AFTER })

const isOurs = ({ path }: { path: string }) => /^\/insights(\/|$)/.test(path)

/**
 * The pages under `/insights`, behind their sign-in. They need the database, which may be away: then they say so, and are put together when it is there.
 */
export function insightsOf(parts: Parts): InsightsPages {
  const { log, service } = parts
  let opened: Promise<Router> | undefined
  const open = () => {
    opened ??= openPages(parts)
    opened.catch((error: unknown) => {
      opened = undefined
      log.error({ error }, 'the insights pages cannot be opened')
    })
    return opened
  }
  const whenOpen: RequestHandler = async (request, response, next) => {
    if (!isOurs(request)) return next()
    const pages = await open().catch(() => undefined)
    if (pages === undefined) return next(away())
    pages(request, response, next)
  }
  // Each of the pages asks the database for something, and may be the first to find it gone.
  const whenAway: ErrorRequestHandler = (error: unknown, request, _response, next) => {
    if (!isOurs(request) || !isAway(error)) return next(error)
    log.warn({ error }, 'the insights pages cannot reach the database')
    next(away())
  }
  return {
    // The stylesheet is there in any case, or what is said of it would be hard to read.
    pages: Router().get(STYLESHEET.path, stylesheet).use(whenOpen, whenAway, problemPage(service.translate)),
    open: () => void open().catch(() => {}),
    async settled() {
      await opened?.catch(() => {})
    },
  }
}

async function openPages({ config, service, counts, log, tell, onAnswer }: Parts): Promise<Router> {
  const { database, translate, understanding } = service
  const now = () => new Date()
  const today = () => dayInChina(now())
  const brief = await briefPartsOf({ database, counts, understanding, translate, config, now })
  const { release, words, catalogue } = brief
  const audit = officeAudit(database, now)
  const signedIn = signIn({
    sessions: officeSessions(database, now),
    audit,
    translate,
    secret: config.SESSION_SECRET ?? (await officeSecret(database, 'session')),
    publicUrl: config.PUBLIC_URL,
    oidc: oidcOf(config),
    local: await localOf(),
    onTrouble: (trouble) => log.warn(trouble, 'sign-in failed'),
  })
  const { account } = signedIn
  const { handovers } = service.desk
  const links = [...(handovers ? [INBOX] : []), BRIEF, CAMPAIGNS, DRAFTS, CORRECTIONS, CONTROLS, AUDIT]
  const sendPage = pageSender({ translate, today, account, links })

  async function localOf() {
    if (config.INSIGHTS_PASSWORD_HASH !== undefined) return local(config.INSIGHTS_PASSWORD_HASH)
    if (config.OIDC_ISSUER !== undefined) return undefined
    const password = makePassword()
    const kept = await keptSecret(database, FIRST_PASSWORD, () => hashPassword(password))
    if (kept.isNew)
      tell(
        `\nThe password of the insights pages is  ${password}\n` +
          'It is told this once. "npm run password" makes another, or see OIDC_ISSUER for accounts of your organisation.\n\n',
      )
    return local(kept.value)
  }

  return Router().use(
    signedIn.routes,
    accountPage(signedIn, { translate, sendPage }),
    ...(handovers ? [inboxPage(signedIn, { handovers, audit, translate, sendPage, redact, onAnswer, now })] : []),
    briefPage(signedIn, { ...brief, sendPage }),
    campaignsPage(signedIn, {
      campaigns: campaignsIn(database, now),
      release,
      audit,
      catalogue,
      translate,
      today,
      sendPage,
    }),
    draftsPage(signedIn, { ...brief, sendPage }),
    correctionsPage(signedIn, {
      corrections: correctionsIn(database, now),
      refresh: service.corrections.refresh,
      release,
      audit,
      catalogue,
      translate,
      today,
      sendPage,
    }),
    controlsPage(signedIn, {
      settings: controlSettings(database, now),
      refresh: service.controls.refresh,
      audit,
      catalogue,
      translate,
      sendPage,
    }),
    auditPage(signedIn, { audit, translate, sendPage }),
    insightsPages({
      release,
      words,
      catalogue,
      translate,
      today,
      knowledge: () => service.knowledge.current().revision,
      guard: signedIn.requires,
      account,
      links,
    }),
  )
}

const oidcOf = (config: Config) =>
  config.OIDC_ISSUER === undefined || config.OIDC_CLIENT_ID === undefined || config.PUBLIC_URL === undefined
    ? undefined
    : oidc(
        {
          issuer: config.OIDC_ISSUER,
          clientId: config.OIDC_CLIENT_ID,
          clientSecret: config.OIDC_CLIENT_SECRET,
          scope: config.OIDC_SCOPE,
          publicUrl: config.PUBLIC_URL,
          roleClaim: config.OIDC_ROLE_CLAIM,
          roles: readRoleValues(config.OIDC_ROLES),
          insecure: config.NODE_ENV !== 'production' && config.OIDC_ISSUER.startsWith('http:'),
        },
        Date.now,
      )
