import { type DirectLineParts, directLine } from '../../../src/channels/direct-line/direct-line.ts'
import { aConversation, ask, serve, wording } from '../served.ts'

export const SECRET = 'a secret of the test, long enough'

/** The Direct Line endpoint on a port of its own, with a clock the test sets. */
export async function openDirectLine(parts: Partial<DirectLineParts> = {}) {
  const conversation = aConversation()
  const clock = { at: Date.parse('2026-11-23T08:00:00Z') }
  const channel = directLine({
    respond: conversation.respond,
    rate: conversation.rate,
    translate: wording,
    takeTurn: () => 0,
    secret: SECRET,
    allowedOrigins: ['https://allowed.example'],
    now: () => clock.at,
    ...parts,
  })
  const served = await serve(channel)
  const domain = `${served.url}/v3/directline`
  const bearing = (token: string) => ({ authorization: `Bearer ${token}` })
  return {
    ...conversation,
    channel,
    served,
    domain,
    clock,
    bearing,
    /** Lets minutes pass. */
    pass(minutes: number) {
      clock.at += minutes * 60_000
    },
    /** Begins a conversation with a token of the page's. */
    async start(token = channel.issueToken().token) {
      const { status, body } = await ask(`${domain}/conversations`, { method: 'POST', headers: bearing(token) })
      const { conversationId, streamUrl } = body as { conversationId: string; streamUrl: string }
      const activities = `${domain}/conversations/${conversationId}/activities`
      return {
        status,
        id: conversationId,
        token: body.token as string,
        streamUrl,
        activities,
        say: (text: string, more: Record<string, unknown> = {}) =>
          ask(activities, {
            json: { type: 'message', from: { id: 'u1' }, text, ...more },
            headers: bearing(body.token),
          }),
        read: async (watermark = '') =>
          (await ask(`${activities}?watermark=${watermark}`, { headers: bearing(body.token) })).body,
      }
    },
    [Symbol.asyncDispose]: () => served[Symbol.asyncDispose](),
  }
}
