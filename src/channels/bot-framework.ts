import type { Activity as SdkActivity } from '@microsoft/agents-activity'
import {
  type AuthConfiguration,
  CloudAdapter,
  createOutboundHostValidator,
  type WebResponse,
} from '@microsoft/agents-hosting'
import type { RequestHandler } from 'express'
import { z } from 'zod'
import type { Locale } from '../core/locale.ts'
import { Problem } from '../core/problem-details.ts'
import type { TakeTurn } from '../core/rate-limit.ts'
import type { Respond } from '../core/reply.ts'
import type { Translate } from '../core/translate.ts'
import { type Activity, activityBody, greetingActivity, localeOf, readActivity, replyActivity } from './activity.ts'
import { admit } from './admit.ts'
import type { Channel } from './channel.ts'
import { jsonBody } from './json-body.ts'
import { isLoopback } from './loopback.ts'
import { only } from './only.ts'
import { validated } from './validated.ts'

/** What Azure Bot Service knows this bot by. `authority` is the sign-in service, where it is not the public cloud's. */
type BotCredentials = {
  clientId: string
  clientSecret?: string | undefined
  tenantId?: string | undefined
  authority?: string | undefined
}

/** What the Bot Framework channel needs. */
export type BotFrameworkParts = {
  respond: Respond
  translate: Translate
  takeTurn: TakeTurn
  credentials?: BotCredentials | undefined
  production: boolean
  /** Counts and logs a turn that failed. */
  onError: (error: unknown) => void
}

/** Hosts of the national clouds' bot services; those of the public cloud the SDK knows itself. */
const NATIONAL_CLOUDS = ['botframework.azure.cn', 'botframework.azure.us']

const conversation = activityBody.extend({ conversation: z.looseObject({ id: z.string().min(1).max(500) }) })

/**
 * `POST /api/messages` on the Microsoft 365 Agents SDK. With credentials, tokens are checked by the SDK; without, anonymous calls are taken
 * outside production, and answered only to this machine, or anyone could make the server call anywhere. In production without credentials
 * nothing is mounted.
 */
export function botFramework(parts: BotFrameworkParts): Channel {
  const { credentials, production } = parts
  return {
    id: 'bot-framework',
    attach(routes) {
      if (production && !credentials) return
      const adapter = adapterFor(parts)
      routes.route('/api/messages').post(authorised(adapter), jsonBody, answering(adapter, parts)).all(only('POST'))
    },
  }
}

/** The SDK's adapter, told to validate issuers and outbound hosts, which by default it does not, and to apologise in the user's language. */
function adapterFor({ credentials, translate, onError }: BotFrameworkParts): CloudAdapter {
  const hosts = createOutboundHostValidator({ enabled: credentials !== undefined, hosts: NATIONAL_CLOUDS })
  const options = { emitStackTrace: false, validateServiceUrl: true }
  const adapter = new CloudAdapter(settingsOf(credentials), undefined, undefined, options, hosts)
  adapter.onTurnError = async (context, error) => {
    const locale = localeOf(context.activity)
    onError(error)
    const text = translate(locale ?? 'zh-Hans', 'declined.error')
    await context.sendActivity({ type: 'message', text, textFormat: 'plain' } as SdkActivity).catch(() => {
      throw new Undeliverable()
    })
  }
  return adapter
}

/** Neither the reply nor the apology could be handed to the channel. */
class Undeliverable extends Error {}

/** Connections are named one by one so that the SDK takes none from the environment. */
function settingsOf(credentials: BotCredentials | undefined): AuthConfiguration {
  if (!credentials) return {}
  const { clientId, clientSecret, tenantId, authority } = credentials
  const connection: AuthConfiguration = {
    clientId,
    validateIssuer: true,
    ...(clientSecret !== undefined && { clientSecret }),
    ...(tenantId !== undefined && { tenantId }),
    ...(authority !== undefined && { authorityEndpoint: authority }),
  }
  return {
    ...connection,
    connections: new Map([['bot', connection]]),
    connectionsMap: [{ serviceUrl: '*', connection: 'bot' }],
  }
}

/** The SDK's check of tokens; its refusal leaves as ours. */
const authorised =
  (adapter: CloudAdapter): RequestHandler =>
  async (request, _response, next) => {
    const sheet = new Sheet()
    let passed = false
    await adapter.authorizeRequest(request, sheet, () => {
      passed = true
    })
    next(passed ? undefined : new Problem(401, 'unauthorized'))
  }

const answering =
  (adapter: CloudAdapter, { respond, translate, takeTurn, credentials, onError }: BotFrameworkParts): RequestHandler =>
  async (request, response) => {
    const activity = validated(conversation, request.body)
    // Channels send both; tools on this machine may leave them out, and without them the SDK cannot reply.
    request.body = { channelId: 'local', recipient: { id: 'tongguan' }, ...activity }
    const locale = localeOf(activity)
    if (!credentials) mustStayHere(activity, locale)
    const incoming = readActivity(activity)
    const speaker = `${activity.channelId ?? ''}:${activity.from?.id ?? activity.conversation.id}`
    if (incoming.kind === 'said') admit(takeTurn, `bot-framework:${speaker}`, locale)
    const answer = async () => {
      if (incoming.kind === 'joined') return greetingActivity(translate, locale)
      if (incoming.kind !== 'said') return undefined
      const where = `${activity.channelId ?? ''}:${activity.conversation.id}`
      const reply = await respond({ ...incoming.utterance, channel: 'bot-framework', conversation: where, speaker })
      return replyActivity(reply, { to: activity.from?.id })
    }
    const sheet = new Sheet()
    try {
      await adapter.process(request, sheet, async (context) => {
        const reply = await answer()
        if (reply) await context.sendActivity(reply as unknown as SdkActivity)
      })
    } catch (error) {
      if (isBadActivity(error)) throw new Problem(400, 'bad-request', { locale, fields: faultsOf(error) })
      if (!(error instanceof Undeliverable)) onError(error)
      throw new Problem(502, 'internal', { locale })
    }
    if (sheet.code === 400)
      throw new Problem(403, 'forbidden', { locale, fields: [{ field: 'serviceUrl', fault: 'not-allowed' }] })
    response.status(sheet.code)
    if (sheet.body === undefined) response.end()
    else response.type('application/json').send(JSON.stringify(sheet.body, asOnTheWire))
  }

/** Without credentials replies may only go to this machine. */
function mustStayHere({ serviceUrl, deliveryMode }: Activity, locale: Locale | undefined): void {
  if (serviceUrl === undefined && deliveryMode === 'expectReplies') return
  if (serviceUrl === undefined)
    throw new Problem(400, 'bad-request', { locale, fields: [{ field: 'serviceUrl', fault: 'missing' }] })
  if (!isLoopback(serviceUrl))
    throw new Problem(403, 'forbidden', { locale, fields: [{ field: 'serviceUrl', fault: 'not-loopback' }] })
}

/** What the SDK writes its response on; it leaves when we have read it. */
class Sheet implements WebResponse {
  code = 200
  body: unknown
  headersSent = false
  writableEnded = false
  status(code: number): this {
    this.code = code
    return this
  }
  setHeader(): this {
    return this
  }
  send(body?: unknown): this {
    this.body = body
    return this
  }
  end(): this {
    this.writableEnded = true
    return this
  }
}

/** The SDK keeps `channelId` in a field of another name, and under `expectReplies` would send that. */
function asOnTheWire(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('_channelId' in value)) return value
  const { _channelId: channelId, ...rest } = value
  return { ...rest, channelId }
}

/** What the SDK's own schema (zod 3) throws at an activity that ours lets pass. */
const isBadActivity = (error: unknown): error is { issues: { path: (string | number)[] }[] } =>
  error instanceof Error && error.name === 'ZodError' && 'issues' in error

const faultsOf = ({ issues }: { issues: { path: (string | number)[] }[] }) =>
  issues.slice(0, 20).map(({ path }) => ({ field: path.join('.').slice(0, 100), fault: 'invalid' as const }))
