import { z } from 'zod'
import type { WriteTo } from '../../core/address.ts'
import { toWeChatText } from './text.ts'

/** What writing to a follower needs: the account, and where the platform answers. */
export type WriteLaterParts = { appId: string; secret: string; api: string; now: () => number }

const token = z.looseObject({ access_token: z.string(), expires_in: z.number() })
const result = z.looseObject({ errcode: z.number().default(0) })

/** Milliseconds the platform may take. */
const PATIENCE = 10_000
/** Seconds before its end at which a token is not used any more. */
const MARGIN = 300
/** The largest text of one message, in bytes. */
const MOST_BYTES = 2048

/** The token ended before its time: another is asked for, once. */
const STALE = new Set([40001, 40014, 42001])
/** The person does not follow the account, or there is no such person. */
const GONE = new Set([40003, 43004])

/** A text cut to so many bytes, between characters. */
function cut(text: string): string {
  let bytes = 0
  let kept = ''
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > MOST_BYTES) return `${kept.slice(0, -1)}…`
    kept += character
  }
  return kept
}

/**
 * Writes to a follower through the account's customer service messages, which the platform takes for two days after a person last wrote; later it says no,
 * and the message waits until they write again.
 * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html
 */
export function writeLater({ appId, secret, api, now }: WriteLaterParts): WriteTo {
  let held: { value: string; until: number } | undefined
  const call = async (path: string, init?: RequestInit): Promise<unknown> => {
    const response = await fetch(`${api}${path}`, { ...init, signal: AbortSignal.timeout(PATIENCE) })
    return response.json()
  }
  const accessToken = async (): Promise<string> => {
    if (held && held.until > now()) return held.value
    const query = new URLSearchParams({ grant_type: 'client_credential', appid: appId, secret })
    const given = token.parse(await call(`/cgi-bin/token?${query}`))
    held = { value: given.access_token, until: now() + (given.expires_in - MARGIN) * 1000 }
    return held.value
  }
  const send = async (to: string, text: string): Promise<number> => {
    const body = JSON.stringify({ touser: to, msgtype: 'text', text: { content: text } })
    const path = `/cgi-bin/message/custom/send?${new URLSearchParams({ access_token: await accessToken() })}`
    return result.parse(await call(path, { method: 'POST', body })).errcode
  }
  return async ({ to }, { text }) => {
    try {
      const content = cut(toWeChatText(text))
      let code = await send(to, content)
      if (STALE.has(code)) {
        held = undefined
        code = await send(to, content)
      }
      return code === 0 ? 'sent' : GONE.has(code) ? 'gone' : 'away'
    } catch {
      return 'away'
    }
  }
}
