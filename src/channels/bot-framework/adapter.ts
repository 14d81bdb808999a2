import type { Activity as SdkActivity } from '@microsoft/agents-activity'
import {
  type AuthConfiguration,
  CloudAdapter,
  createOutboundHostValidator,
  type Request,
} from '@microsoft/agents-hosting'
import { Problem } from '../../core/problem-details.ts'
import type { Translate } from '../../core/translate.ts'
import { localeOf } from '../activity.ts'
import { Sheet } from './sheet.ts'
import { Undeliverable } from './undeliverable.ts'

/** What Azure Bot Service knows this bot by. `authority` is the sign-in service, where it is not the public cloud's. */
export type BotCredentials = {
  clientId: string
  clientSecret?: string | undefined
  tenantId?: string | undefined
  authority?: string | undefined
}

/** Hosts of the national clouds' bot services; those of the public cloud the SDK knows itself. */
const NATIONAL_CLOUDS = ['botframework.azure.cn', 'botframework.azure.us']

/** The SDK's adapter, told to validate issuers and outbound hosts, which by default it does not, and to apologise in the user's language. */
export function adapterFor({
  credentials,
  translate,
  onError,
}: {
  credentials?: BotCredentials | undefined
  translate: Translate
  onError: (error: unknown) => void
}): CloudAdapter {
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

/** The SDK's check of tokens. @throws Problem `unauthorized`, our refusal for its own */
export async function authorise(adapter: CloudAdapter, request: Request): Promise<void> {
  let passed = false
  await adapter.authorizeRequest(request, new Sheet(), () => {
    passed = true
  })
  if (!passed) throw new Problem(401, 'unauthorized')
}
