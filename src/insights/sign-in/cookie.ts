import type { Request, Response } from 'express'
import { getIronSession, type IronSession } from 'iron-session'

/** What the cookie holds, sealed: nobody can read it or make one, the browser included. */
export type Sealed = {
  /** Names a session; a new one at every sign-in, so that nobody can be made to use one that somebody else knows. */
  token: string
  /** What a form has to bring along. */
  csrf: string
  /** A sign-in that is under way elsewhere. */
  pending: { state: string; nonce: string; verifier: string; to: string }
}

/** The sealed cookie of a request. Changes reach the browser with `save()`. */
export type SealedCookie = IronSession<Partial<Sealed>>

/**
 * Opens the cookie. It is out of reach of scripts, is sent along to pages of ours alone and to us by whoever follows a link (`Lax`), and behind TLS has a name that
 * browsers take from this host over TLS alone (`__Host-`).
 * @param secret at least 32 characters, the same in every process
 * @param ttl seconds after which the seal is worth nothing
 */
export const openCookie = (
  request: Request,
  response: Response,
  { secret, secure, ttl }: { secret: string; secure: boolean; ttl: number },
): Promise<SealedCookie> =>
  getIronSession<Partial<Sealed>>(request, response, {
    password: secret,
    cookieName: secure ? '__Host-tongguan-office' : 'tongguan-office',
    ttl,
    cookieOptions: { httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge: undefined },
  })
