import { once } from 'node:events'
import { createServer } from 'node:http'
import express from 'express'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { Provider } from 'oidc-provider'
import type { OidcSettings } from '../../../src/insights/sign-in/oidc.ts'
import { readRoleValues } from '../../../src/insights/sign-in/roles.ts'

const CLIENT = { clientId: 'tongguan', clientSecret: 'a client secret of the tests' }

/** How the office is known at a provider of the tests. */
export const settingsFor = (issuer: string, publicUrl: string, more: Partial<OidcSettings> = {}): OidcSettings => ({
  issuer,
  ...CLIENT,
  scope: 'openid profile',
  publicUrl,
  roleClaim: 'roles',
  roles: readRoleValues('reader=staff,author=publicity,admin=it'),
  insecure: true,
  ...more,
})

/** People at the real provider, with what it says about them. */
const PEOPLE: Record<string, { name: string; roles: string[] }> = {
  wang: { name: '王芳', roles: ['staff', 'publicity'] },
  li: { name: 'Li Ming', roles: ['it'] },
  zhao: { name: 'Zhao', roles: ['kitchen'] },
}

/** A certified OpenID provider on a port of its own, with its own pages to sign in on and to agree. */
export async function realProvider(publicUrl: string): Promise<{ issuer: string } & AsyncDisposable> {
  let callback: Parameters<typeof createServer>[1]
  const server = createServer((request, response) => callback?.(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const issuer = `http://127.0.0.1:${port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [`${publicUrl}/insights/sign-in/callback`],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'roles'] },
    cookies: { keys: ['a key of the tests'] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...PEOPLE[id] }),
    }),
  })
  callback = provider.callback()
  return {
    issuer,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Goes through the provider's pages as a browser would: signs in under a name, agrees, and comes back with the address it was sent to. */
export async function throughProvider(address: string, login: string): Promise<string> {
  const cookies = new Map<string, string>()
  const go = async (url: string, form?: Record<string, string>): Promise<string> => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const next = response.headers.get('location')
    if (next !== null) {
      const to = new URL(next, url)
      return to.origin === new URL(address).origin ? go(to.href) : to.href
    }
    const page = await response.text()
    const action = new URL(/<form[^>]*action="([^"]+)"/.exec(page)?.[1] ?? '', url).href
    return page.includes('name="login"')
      ? go(action, { prompt: 'login', login, password: 'anything' })
      : go(action, { prompt: 'consent' })
  }
  return go(address)
}

/** How a provider that is not honest, or an attacker in its place, bends an answer. */
export type Bend = {
  claims?: (claims: JWTPayload) => JWTPayload
  signedBy?: 'nobody' | 'somebody else'
  /** How long ago the ID token expired, in seconds. */
  expired?: number
}

/** A provider of our own making that says what it is told to; it follows the protocol otherwise. */
export async function bentProvider(): Promise<
  { issuer: string; bend: (how: Bend) => void; answer: (address: string) => string } & AsyncDisposable
> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  const stranger = await generateKeyPair('RS256')
  const app = express()
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  const nonces = new Map<string, string>()
  let how: Bend = {}
  app.get('/.well-known/openid-configuration', (_request, response) => {
    response.json({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    })
  })
  app.get('/jwks', async (_request, response) => {
    response.json({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] })
  })
  app.post('/token', express.urlencoded({ extended: false }), async (request, response) => {
    const now = Math.floor(Date.now() / 1000)
    const expires = how.expired === undefined ? now + 300 : now - how.expired
    const usual: JWTPayload = {
      iss: issuer,
      aud: CLIENT.clientId,
      sub: 'wang',
      name: '王芳',
      roles: ['it'],
      iat: expires - 600,
      exp: expires,
      nonce: nonces.get(request.body.code as string),
    }
    const claims = how.claims?.(usual) ?? usual
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const token =
      how.signedBy === 'nobody'
        ? `${part({ alg: 'none' })}.${part(claims)}.`
        : await new SignJWT(claims)
            .setProtectedHeader({ alg: 'RS256', kid: 'one' })
            .sign(how.signedBy === 'somebody else' ? stranger.privateKey : privateKey)
    response.json({ access_token: 'token', token_type: 'Bearer', id_token: token })
  })
  return {
    issuer,
    bend: (next) => {
      how = next
    },
    answer(address) {
      const asked = new URL(address).searchParams
      const code = crypto.randomUUID()
      nonces.set(code, asked.get('nonce') ?? '')
      return `/insights/sign-in/callback?${new URLSearchParams({ code, state: asked.get('state') ?? '' })}`
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
