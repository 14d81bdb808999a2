import type { WebResponse } from '@microsoft/agents-hosting'
import type { Fields } from '../written-messages.ts'

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

/** Fields of a message that are JSON text already, in the place of its `channelData`: the SDK hands that on as it is, and would check and copy everything else. */
export class WrittenFields {
  readonly text: Fields
  constructor(text: Fields) {
    this.text = text
  }
}

/** A body as JSON. The SDK keeps an activity's `channelId` in a field of another name, and under `expectReplies` would send that. */
export function asOnTheWire(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('activities' in body) || !Array.isArray(body.activities))
    return JSON.stringify(body)
  const { activities, ...rest } = body
  const others = JSON.stringify(rest).slice(1, -1)
  return `{"activities":[${activities.map(activityOnTheWire).join(',')}]${others && `,${others}`}}`
}

function activityOnTheWire(activity: Record<string, unknown>): string {
  const fields: Record<string, unknown> = {}
  let written: WrittenFields | undefined
  for (const name of Object.keys(activity)) {
    const value = activity[name]
    if (name === '_channelId') fields.channelId = value
    else if (value instanceof WrittenFields) written = value
    else fields[name] = value
  }
  if (!written) return JSON.stringify(fields)
  // What the SDK adds to a message of its own accord, as it does where a channel lies within another, is rare.
  if (fields.entities) return JSON.stringify(withEntities(JSON.parse(`{${written.text}}`), fields))
  return `${JSON.stringify(fields).slice(0, -1)},${written.text}}`
}

const withEntities = (written: { entities?: unknown[] }, { entities, ...fields }: Record<string, unknown>) => ({
  ...written,
  ...fields,
  entities: [...(written.entities ?? []), ...(entities as unknown[])],
})
