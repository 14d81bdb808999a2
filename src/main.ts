import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { botFramework } from './channels/bot-framework/bot-framework.ts'
import type { Channel } from './channels/channel.ts'
import { directLine } from './channels/direct-line/direct-line.ts'
import { jsonApi } from './channels/json-api/routes.ts'
import type { Config } from './config.ts'
import { addDays, dayInChina } from './core/day.ts'
import { turnsPerMinute } from './core/rate-limit.ts'
import { runDesk } from './desk.ts'
import { createApp } from './http/app.ts'
import { changesPage } from './http/changes-page/routes.ts'
import { chatPage } from './http/chat-page/routes.ts'
import { deadlinesCalendar } from './http/deadlines-calendar.ts'
import { embedScript } from './http/embed/routes.ts'
import { listen } from './http/listen.ts'
import { assets } from './http/pages/assets.ts'
import { languagePrefix } from './http/pages/page-locale.ts'
import { lostPage } from './http/pages/page-sender.ts'
import { readingPages } from './http/pages/routes.ts'
import { insightsOf } from './insights-pages.ts'
import { describeProblem } from './knowledge/problem.ts'
import { openQuestionCounts } from './questions/counts-in-worker.ts'
import { createService, knowledgeSummary } from './service.ts'
import type { Logger } from './telemetry/log.ts'

/** How long requests in flight may take to finish when the service stops, in milliseconds. */
const GRACE = 10_000

/** How often words past their time are dropped, in milliseconds. */
const FORGET_EVERY = 6 * 3_600_000

/** Serves until a signal asks to stop; then turns in flight finish, the log is flushed, and everything closes in reverse order. */
export async function serve(config: Config, log: Logger): Promise<void> {
  await using parts = new AsyncDisposableStack()
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())

  const service = await createService(config, log, parts)
  const { respond, rate, knowledge, questions, translate, site } = service
  const publicUrl = config.PUBLIC_URL
  // Counts what is asked, in a thread of its own that is there while it is needed.
  const counts = parts.use(openQuestionCounts(service.database))
  const takeTurn = turnsPerMinute(config.RATE_PER_MINUTE)
  const production = config.NODE_ENV === 'production'
  const line = directLine({
    respond,
    rate,
    translate,
    takeTurn,
    secret: config.DIRECT_LINE_SECRET ?? randomBytes(32).toString('hex'),
    allowedOrigins: config.DIRECT_LINE_ORIGINS.split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
    now: Date.now,
  })
  const credentials =
    config.BOT_CLIENT_ID === undefined
      ? undefined
      : { clientId: config.BOT_CLIENT_ID, clientSecret: config.BOT_CLIENT_SECRET, tenantId: config.BOT_TENANT_ID }
  const bot =
    production && !credentials
      ? undefined
      : botFramework({
          respond,
          rate,
          takeTurn,
          translate,
          credentials,
          production,
          onError: (error) => log.error({ error }, 'bot framework turn failed'),
        })
  const { WECHAT_TOKEN: token, WECHAT_AES_KEY: key, WECHAT_APP_ID: appId, WECHAT_APP_SECRET: secret } = config
  const account =
    token === undefined
      ? undefined
      : (await import('./channels/wechat/wechat.ts')).wechat({
          respond,
          rate,
          takeTurn,
          translate,
          publicUrl,
          token,
          encryption: key === undefined || appId === undefined ? undefined : { key, appId },
          later: secret === undefined || appId === undefined ? undefined : { appId, secret, api: config.WECHAT_API },
          now: Date.now,
          onError: (error) => log.error({ error }, 'wechat turn failed'),
        })
  const channels: Channel[] = [
    jsonApi({ respond, rate, takeTurn, knowledgeSummary: () => knowledgeSummary(knowledge.current()) }),
    line,
    ...(bot ? [bot] : []),
    ...(account ? [account] : []),
  ]
  const rounds = parts.use(
    runDesk({
      ...service,
      publicUrl,
      writeTo: async (address, message) =>
        (await channels.find(({ id }) => id === address.channel)?.writeTo?.(address, message)) ?? 'gone',
      now: () => new Date(),
      onTrouble: (error) => log.error({ error }, 'people could not be told what they wait for'),
    }),
  )
  const insights = insightsOf({
    config,
    service,
    counts,
    log,
    tell: (text) => void process.stderr.write(text),
    onAnswer: rounds.wake,
  })
  parts.defer(insights.settled)
  const { server } = createApp({
    channels,
    pages: [
      insights.pages,
      languagePrefix,
      assets(),
      chatPage({
        respond,
        rate,
        takeTurn,
        translate,
        publicUrl,
        issueToken: line.issueToken,
        embedders: config.EMBED_ORIGINS,
        banner: service.banner,
      }),
      embedScript({ translate }),
      changesPage({ changes: site.changes, today: site.today, translate, publicUrl }),
      readingPages({
        site,
        translate,
        takeTurn,
        retainTextDays: config.RETAIN_TEXT_DAYS,
        publicUrl,
        notes: service.notes,
      }),
      deadlinesCalendar({ calendar: service.calendar }),
    ],
    lost: lostPage({ translate, publicUrl }),
    readiness: {
      database: () => questions.condition(),
      knowledge: () => ({
        revision: knowledge.current().revision,
        problems: knowledge.problems().map(describeProblem),
      }),
      stopping: () => stop.signal.aborted,
    },
    log,
    translate,
    trustProxy: config.TRUST_PROXY,
  })
  const goodbye = () => line[Symbol.asyncDispose]()
  const { port } = parts.use(await listen(server, { port: config.PORT, host: config.HOST, grace: GRACE, goodbye }))
  insights.open()
  let forgotten: Promise<unknown> = Promise.resolve()
  const forget = () => {
    forgotten = questions
      .forgetTextBefore(addDays(dayInChina(new Date()), -config.RETAIN_TEXT_DAYS))
      .catch((error: unknown) => log.error({ error }, 'old words could not be dropped'))
  }
  forget()
  const forgetting = setInterval(forget, FORGET_EVERY)
  parts.defer(async () => {
    clearInterval(forgetting)
    await forgotten
  })
  log.info(
    { port, revision: knowledge.current().revision, entries: knowledge.current().entries.size },
    `ready: http://localhost:${port}`,
  )
  log.flush()
  // What the first to ask would have to wait for.
  setImmediate(() => {
    service.understanding().intents.of('')
    service.understanding().topics.of('')
  })
  if (!stop.signal.aborted) await once(stop.signal, 'abort')
  log.info('stopping: turns in flight finish first')
}
