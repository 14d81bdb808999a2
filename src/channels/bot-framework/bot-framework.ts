import type { CloudAdapter, Request as SdkRequest } from '@microsoft/agents-hosting'
import type { RequestHandler } from 'express'
import type { Locale } from '../../core/locale.ts'
import { Problem } from '../../core/problem-details.ts'
import { type Activity, activityBody, localeOf } from '../activity.ts'
import type { AnswerPost, Channel } from '../channel.ts'
import { jsonBody } from '../json-body.ts'
import { isLoopback } from '../loopback.ts'
import { only } from '../only.ts'
import { sendJson } from '../send-json.ts'
import { validated } from '../validated.ts'
import type { BotCredentials } from './adapter.ts'
import { asOnTheWire, Sheet } from './sheet.ts'
import { type TurnParts, turns } from './turn.ts'
import { Undeliverable } from './undeliverable.ts'
import { writeLater } from './write-later.ts'

/** What the Bot Framework channel needs. */
export type BotFrameworkParts = TurnParts & {
  credentials?: BotCredentials | undefined
  production: boolean
  /** Counts and logs a turn that failed. */
  onError: (error: unknown) => void
}

const conversation = activityBody.extend({
  conversation: activityBody.shape.conversation.unwrap(),
})

/**
 * `POST /api/messages` on the Microsoft 365 Agents SDK. With credentials, tokens are checked by the SDK; without, anonymous calls are taken
 * outside production, and answered only to this machine, or anyone could make the server call anywhere. In production without credentials
 * nothing is mounted.
 */
export function botFramework(parts: BotFrameworkParts): Channel {
  const { credentials, production } = parts
  if (production && !credentials) return { id: 'bot-framework', attach: () => {} }
  // The SDK is half a thousand files. Where there are credentials it will be needed; where there are none, hardly ever, and then starting need not wait for it.
  let opened: ReturnType<typeof openAdapter> | undefined
  const open = () => {
    opened ??= openAdapter(parts)
    return opened
  }
  if (credentials) open().catch(parts.onError)
  const answer = answering(open, parts)
  return {
    id: 'bot-framework',
    writeTo: async (...message) => writeLater((await open()).adapter, credentials?.clientId)(...message),
    posts: { [PATH]: answer },
    attach(routes) {
      routes.route(PATH).post(asHandler(answer)).all(only('POST'))
    },
  }
}

const PATH = '/api/messages'

type Opened = { adapter: CloudAdapter; authorise: (request: SdkRequest) => Promise<void> }

async function openAdapter(parts: BotFrameworkParts): Promise<Opened> {
  const { adapterFor, authorise } = await import('./adapter.ts')
  const adapter = adapterFor(parts)
  return { adapter, authorise: (request) => authorise(adapter, request) }
}

/** The answer as one of Express's routes. */
const asHandler =
  (answer: AnswerPost): RequestHandler =>
  async (request, response) => {
    const read = () =>
      new Promise((resolve, reject) => {
        jsonBody(request, response, (error) => (error === undefined ? resolve(request.body) : reject(error)))
      })
    const { status, json } = await answer(request, read)
    if (json === undefined) response.status(status).end()
    else sendJson(response, status, json)
  }

function answering(open: () => Promise<Opened>, { credentials, onError, ...parts }: BotFrameworkParts): AnswerPost {
  const turnOf = turns(parts)
  return async (arrived, read) => {
    const request = arrived as SdkRequest
    const { adapter, authorise } = await open()
    await authorise(request)
    const activity = validated(conversation, await read())
    // Channels send both; tools on this machine may leave them out, and without them the SDK cannot reply.
    request.body = { channelId: 'local', recipient: { id: 'tongguan' }, ...activity }
    const locale = localeOf(activity)
    if (!credentials) mustStayHere(activity, locale)
    let refused: unknown
    const sheet = new Sheet()
    try {
      await adapter.process(request, sheet, async (context) => {
        // The SDK has now checked where the reply would go. What is wrong with the activity is told to whoever sent it, not in the conversation.
        const turn = await turnOf(activity).catch((error: unknown) => {
          if (!(error instanceof Problem)) throw error
          refused = error
          return undefined
        })
        await turn?.(context)
      })
    } catch (error) {
      if (isBadActivity(error)) throw new Problem(400, 'bad-request', { locale, fields: faultsOf(error) })
      if (!(error instanceof Undeliverable)) onError(error)
      throw new Problem(502, 'internal', { locale })
    }
    if (refused) throw refused
    if (sheet.code === 400 && activity.type !== 'invoke')
      throw new Problem(403, 'forbidden', { locale, fields: [{ field: 'serviceUrl', fault: 'not-allowed' }] })
    return { status: sheet.code, json: sheet.body === undefined ? undefined : asOnTheWire(sheet.body) }
  }
}

/** Without credentials replies may only go to this machine. */
function mustStayHere({ serviceUrl, deliveryMode }: Activity, locale: Locale | undefined): void {
  if (serviceUrl === undefined && deliveryMode === 'expectReplies') return
  if (serviceUrl === undefined)
    throw new Problem(400, 'bad-request', { locale, fields: [{ field: 'serviceUrl', fault: 'missing' }] })
  if (!isLoopback(serviceUrl))
    throw new Problem(403, 'forbidden', { locale, fields: [{ field: 'serviceUrl', fault: 'not-loopback' }] })
}

/** What the SDK's own schema (zod 3) throws at an activity that ours lets pass. */
const isBadActivity = (error: unknown): error is { issues: { path: (string | number)[] }[] } =>
  error instanceof Error && error.name === 'ZodError' && 'issues' in error

const faultsOf = ({ issues }: { issues: { path: (string | number)[] }[] }) =>
  issues.slice(0, 20).map(({ path }) => ({ field: path.join('.').slice(0, 100), fault: 'invalid' as const }))
