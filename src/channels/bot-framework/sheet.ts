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

/** A body as JSON. The SDK keeps an activity's `channelId` in a field of another name, and under `expectReplies` would send that. */
export function asOnTheWire(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('activities' in body) || !Array.isArray(body.activities))
    return JSON.stringify(body)
  return JSON.stringify({ ...body, activities: body.activities.map(withChannelId) })
}

function withChannelId(activity: object): object {
  if (!('_channelId' in activity)) return activity
  const { _channelId: channelId, ...rest } = activity
  return { ...rest, channelId }
}
