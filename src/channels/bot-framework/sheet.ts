import type { WebResponse } from '@microsoft/agents-hosting'

/** What the SDK writes its response on; it leaves when we have read it. */
export class Sheet implements WebResponse {
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
export function asOnTheWire(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('_channelId' in value)) return value
  const { _channelId: channelId, ...rest } = value
  return { ...rest, channelId }
}
