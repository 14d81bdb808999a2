import { type ErrorRequestHandler, type RequestHandler, Router } from 'express'
import type { Config } from './config.ts'
import { Problem } from './core/problem-details.ts'
import { isAway } from './database/cannot-open.ts'
import { problemPage } from './insights/problem-page.ts'
import { hashPassword, makePassword } from './insights/sign-in/password.ts'
import { STYLESHEET, stylesheet } from './insights/stylesheet.ts'
import { FIRST_PASSWORD, keptSecret } from './office/secrets.ts'
import type { QuestionCounts } from './questions/question-counts.ts'
import type { Service } from './service.ts'
import type { Logger } from './telemetry/log.ts'

/** What the pages for publicity teams are put together from. */
export type OfficeParts = {
  config: Config
  service: Service
  counts: QuestionCounts
  log: Logger
  /** The hash of the password that was made at first start, made now if there is none. */
  firstPassword: () => Promise<string>
  /** An answer of the office may leave. */
  onAnswer: () => void
}

/** What they need when the service starts. */
type Parts = Omit<OfficeParts, 'firstPassword'> & {
  /** Tells whoever started the service something once, outside its log. */
  tell: (text: string) => void
}

/** The pages under `/insights` as the service mounts them. */
export type InsightsPages = {
  pages: Router
  /** Makes the first password and tells it, where one is needed and there is none. */
  open: () => void
  /** Resolves once no opening is under way: before that the database must not be closed. */
  settled: () => Promise<void>
}

/** Seconds after which a page that could not be shown is asked for again. */
const AGAIN_AFTER = 5

const away = () => new Problem(503, 'not-ready', { retryAfter: AGAIN_AFTER })

const isOurs = ({ path }: { path: string }) => /^\/insights(\/|$)/.test(path)

/**
 * The pages under `/insights`, behind their sign-in. They are loaded and put together when somebody first looks for them, who waits a tenth of a second for it; those who ask questions neither
 * wait nor share their memory. They need the database, which may be away: then they say so, and are put together when it is there.
 */
export function insightsOf({ tell, ...parts }: Parts): InsightsPages {
  const { config, log, service } = parts
  let opened: Promise<Router> | undefined
  let telling: Promise<unknown> | undefined
  const failed = (error: unknown) => log.error({ error }, 'the insights pages cannot be opened')
  const firstPassword = async () => {
    const password = makePassword()
    const kept = await keptSecret(service.database, FIRST_PASSWORD, () => hashPassword(password))
    if (kept.isNew)
      tell(
        `\nThe password of the insights pages is  ${password}\n` +
          'It is told this once. "npm run password" makes another, or see OIDC_ISSUER for accounts of your organisation.\n\n',
      )
    return kept.value
  }
  const open = () => {
    opened ??= import('./office-pages.ts').then(({ openPages }) => openPages({ ...parts, firstPassword }))
    opened.catch((error: unknown) => {
      opened = undefined
      failed(error)
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
    open() {
      if (config.INSIGHTS_PASSWORD_HASH === undefined && config.OIDC_ISSUER === undefined)
        telling = firstPassword().catch(failed)
    },
    async settled() {
      await telling
      await opened?.catch(() => {})
    },
  }
}
