import { createHmac, hash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** Seconds a token is good for. The stock client renews its own after fifteen minutes. */
const LIFETIME = 1800

/** What a token allows: to speak in one conversation, as one user where it names one. */
const grant = z.strictObject({
  conversation: z.string(),
  user: z.string().optional(),
  /** Whether our own page was given it. */
  page: z.boolean().optional(),
  /** Seconds since 1970. */
  expires: z.number(),
})
export type Grant = z.infer<typeof grant>

/** A token as clients are told of it. */
export type IssuedToken = { conversationId: string; token: string; expires_in: number }

/** Makes and checks tokens. */
export interface Tokens {
  issue(to: Omit<Grant, 'expires'>): IssuedToken
  /** What a token allows, or why it allows nothing. */
  read(token: string): Grant | 'wrong' | 'expired'
  /** Whether this is the secret itself, which allows everything. */
  isSecret(given: string): boolean
}

/**
 * Tokens of the form `tongguan.<what is granted>.<HMAC-SHA256>`, both parts base64url: nothing is kept, and nothing of ours can be made without
 * the secret. The three parts are where the stock client looks for the `user` in a token.
 */
export function directLineTokens(secret: string, now: () => number): Tokens {
  const key = createHmac('sha256', secret).update('tongguan direct line tokens').digest()
  const sign = (text: string): Buffer => createHmac('sha256', key).update(text).digest()
  const seconds = () => Math.floor(now() / 1000)
  return {
    issue(to) {
      const granted: Grant = { ...to, expires: seconds() + LIFETIME }
      const text = `tongguan.${Buffer.from(JSON.stringify(granted)).toString('base64url')}`
      return {
        conversationId: to.conversation,
        token: `${text}.${sign(text).toString('base64url')}`,
        expires_in: LIFETIME,
      }
    },
    read(token) {
      const end = token.lastIndexOf('.')
      const given = Buffer.from(token.slice(end + 1), 'base64url')
      const made = sign(token.slice(0, end))
      if (end < 0 || given.length !== made.length || !timingSafeEqual(given, made)) return 'wrong'
      const granted = grant.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()))
      return granted.expires > seconds() ? granted : 'expired'
    },
    isSecret: (given) => timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', secret, 'buffer')),
  }
}
