import type { RequestHandler } from 'express'
import { directLine } from '../../../src/channels/direct-line/direct-line.ts'
import type { Reply } from '../../../src/core/reply.ts'
import type { Utterance } from '../../../src/core/utterance.ts'
import { type ChatPageParts, chatPage } from '../../../src/http/chat-page/routes.ts'
import { assets } from '../../../src/http/pages/assets.ts'
import { languagePrefix } from '../../../src/http/pages/page-locale.ts'
import { aConversation, wording } from '../../channels/served.ts'
import { openApp } from '../opened.ts'

/** The chat page with the Direct Line endpoint its script talks to, over a conversation that answers as told. */
export async function openPage({
  answer = () => ({}),
  port = 0,
  more = [],
  ...parts
}: Partial<ChatPageParts> & {
  more?: RequestHandler[]
  answer?: (utterance: Utterance) => Partial<Reply>
  port?: number
} = {}) {
  const conversation = aConversation()
  const respond = async (utterance: Utterance) => ({ ...(await conversation.respond(utterance)), ...answer(utterance) })
  const shared = { respond, rate: conversation.rate, takeTurn: () => 0, translate: wording, ...parts }
  const line = directLine({ ...shared, secret: 'a secret of sixteen letters', allowedOrigins: [], now: Date.now })
  const app = await openApp({
    port,
    channels: [line],
    pages: [languagePrefix, assets(), chatPage({ issueToken: line.issueToken, ...shared }), ...more],
  })
  return { ...app, ...conversation }
}
