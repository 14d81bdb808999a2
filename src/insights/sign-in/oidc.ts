import type { Configuration } from 'openid-client'
import type { Account } from '../../core/account.ts'
import { type RoleValues, roleFrom } from './roles.ts'

/** The path the provider sends people back to. */
export const CALLBACK = '/insights/sign-in/callback'

/** An OpenID provider and how we are known there. */
export type OidcSettings = {
  issuer: string
  clientId: string
  clientSecret: string | undefined
  scope: string
  /** Where people reach us. */
  publicUrl: string
  roleClaim: string
  roles: RoleValues
  /** Whether the provider may be spoken to without TLS: on the machine itself, while trying things out. */
  insecure: boolean
}

/** What is remembered while somebody signs in elsewhere. */
export type Begun = { state: string; nonce: string; verifier: string }

/** How a sign-in ended: `no-role`: the person is who they say and has no role here; `invalid`: the answer cannot be trusted; `away`: no answer at all. */
export type Finished =
  | { account: Account }
  | { refused: 'no-role' | 'cancelled' }
  | { refused: 'invalid' | 'away'; why: string }

/** Signing in with an OpenID provider. */
export interface Oidc {
  /** What sessions stand on: another provider or client ends them. */
  readonly basis: string
  /** Where to send somebody; undefined while the provider is away. */
  begin(): Promise<(Begun & { address: URL }) | { away: string }>
  /** @param answer the address that the provider sent them back to */
  finish(answer: string, begun: Begun): Promise<Finished>
}

/** How long the provider may take to answer, in seconds. */
const PATIENCE = 10
/** How long what the provider says about itself is believed, in milliseconds. */
const BELIEVED = 60 * 60_000
const LONGEST_NAME = 100

/** Loaded when somebody signs in. */
const openid = () => import('openid-client')

/**
 * Authorization code flow with PKCE (RFC 6749, RFC 7636, OpenID Connect Core 1.0, section 3.1). State, nonce, issuer, audience, expiry and the signature of
 * the ID token are checked by openid-client; the signature, which TLS would make up for, is asked for.
 */
export function oidc(settings: OidcSettings, now: () => number): Oidc {
  const redirect = new URL(CALLBACK, settings.publicUrl).href
  let known: { at: number; provider: Promise<Configuration> } | undefined

  const discover = async (): Promise<Configuration> => {
    const client = await openid()
    const execute = [client.enableNonRepudiationChecks, ...(settings.insecure ? [client.allowInsecureRequests] : [])]
    const issuer = new URL(settings.issuer)
    return await client.discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
      execute,
      timeout: PATIENCE,
    })
  }
  const provider = (): Promise<Configuration> => {
    if (known && now() - known.at < BELIEVED) return known.provider
    const found = discover()
    known = { at: now(), provider: found }
    found.catch(() => {
      known = undefined
    })
    return found
  }

  return {
    basis: `${settings.issuer} ${settings.clientId}`,
    async begin() {
      try {
        const client = await openid()
        const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()]
        const address = client.buildAuthorizationUrl(await provider(), {
          redirect_uri: redirect,
          scope: settings.scope,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state,
          nonce,
        })
        return { state, nonce, verifier, address }
      } catch (error) {
        return { away: nameOf(error) }
      }
    },
    async finish(answer, { state, nonce, verifier }) {
      const client = await openid()
      let config: Configuration
      try {
        config = await provider()
      } catch (error) {
        return { refused: 'away', why: nameOf(error) }
      }
      try {
        const tokens = await client.authorizationCodeGrant(config, new URL(answer, settings.publicUrl), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const said = tokens.claims()
        if (said === undefined) return { refused: 'invalid', why: 'no ID token' }
        let claims: Record<string, unknown> = { ...said }
        if (config.serverMetadata().userinfo_endpoint !== undefined)
          claims = { ...(await client.fetchUserInfo(config, tokens.access_token, said.sub)), ...claims }
        const role = roleFrom(claims, settings.roleClaim, settings.roles)
        if (role === undefined) return { refused: 'no-role' }
        return { account: { name: nameFrom(claims), role } }
      } catch (error) {
        if (error instanceof client.AuthorizationResponseError && error.error === 'access_denied')
          return { refused: 'cancelled' }
        return { refused: 'invalid', why: nameOf(error) }
      }
    },
  }
}

/** What a person is called, for the record: a name with the provider's own id, which two people cannot share. */
function nameFrom(claims: Record<string, unknown>): string {
  const called = [claims.name, claims.preferred_username, claims.email].find(
    (one): one is string => typeof one === 'string' && one.trim() !== '',
  )
  const subject = String(claims.sub).slice(0, LONGEST_NAME)
  return called === undefined ? subject : `${called.trim().slice(0, LONGEST_NAME)} (${subject})`
}

/** What went wrong, by its code: a message might hold what was answered. */
const nameOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.name : 'unknown'
