import { once } from 'node:events'
import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Conversation, Conversations } from './conversations.ts'
import { mayUse } from './origins.ts'
import type { Tokens } from './tokens.ts'
import { readWatermark } from './watermark.ts'

const PATH = /^\/v3\/directline\/conversations\/([^/?]+)\/stream$/

/** WebSockets of one conversation at once; a further one takes the place of the oldest, which a lost network may have left behind. */
const MOST_FOLLOWERS = 5
/** Bytes a slow reader may fall behind before it is cut off; it reconnects at its watermark. */
const MOST_BEHIND = 1_000_000
/** Milliseconds between two heartbeats; a peer that missed one is gone. */
const HEARTBEAT = 30_000
/** Milliseconds a peer may take to say goodbye. */
const PATIENCE = 1000

/**
 * Serves `GET /v3/directline/conversations/:id/stream`: activities as they are added. Tokens travel in `?t=`, for browsers cannot set headers
 * here; foreign pages are refused by `Origin`. Returns what says goodbye to everybody and lets nobody in any more.
 */
export function serveStreams(
  server: Server,
  { conversations, tokens, allowedOrigins }: { conversations: Conversations; tokens: Tokens; allowedOrigins: string[] },
): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4096, perMessageDeflate: false })
  const open = new Map<Conversation, Set<WebSocket>>()
  let closing = false

  const judge = (request: IncomingMessage): { conversation: Conversation; watermark: number } | number => {
    const { pathname, searchParams } = addressOf(request) ?? {}
    const id = PATH.exec(pathname ?? '')?.[1]
    if (id === undefined || !searchParams) return 404
    if (closing) return 503
    if (!mayUse(request, allowedOrigins)) return 403
    const granted = tokens.read(searchParams.get('t') ?? '')
    if (granted === 'wrong') return 401
    if (granted === 'expired' || granted.conversation !== id) return 403
    const watermark = readWatermark(searchParams.get('watermark') ?? '')
    if (watermark === undefined) return 400
    const conversation = conversations.get(id)
    return conversation ? { conversation, watermark } : 404
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const judged = judge(request)
    if (typeof judged === 'number') return refuse(socket, judged)
    sockets.handleUpgrade(request, socket, head, (webSocket) => serve(webSocket, judged))
  })

  const serve = (socket: WebSocket, { conversation, watermark }: { conversation: Conversation; watermark: number }) => {
    const others = open.get(conversation) ?? new Set()
    open.set(conversation, others.add(socket))
    const [oldest] = others
    if (oldest && others.size > MOST_FOLLOWERS) {
      others.delete(oldest)
      oldest.close(1008)
    }
    let alive = true
    socket.on('pong', () => {
      alive = true
    })
    const heartbeat = setInterval(() => {
      if (!alive) return socket.terminate()
      alive = false
      socket.ping()
    }, HEARTBEAT)
    // What a client sends here is an empty ping of its own; nothing is read from it.
    socket.on('error', () => socket.terminate())
    const leave = conversation.follow(watermark, (batch) => {
      if (socket.bufferedAmount > MOST_BEHIND) socket.terminate()
      else socket.send(batch)
    })
    socket.on('close', () => {
      clearInterval(heartbeat)
      // Asked for while still followed, so that its idle time begins now.
      conversations.get(conversation.id)
      leave()
      others.delete(socket)
      if (others.size === 0) open.delete(conversation)
    })
  }

  return async () => {
    closing = true
    const gone = [...sockets.clients].map((socket) => once(socket, 'close'))
    for (const socket of sockets.clients) {
      socket.close(1001)
      setTimeout(() => socket.terminate(), PATIENCE).unref()
    }
    await Promise.all(gone)
  }
}

/** The address asked for; undefined when it is none (`//`). */
const addressOf = ({ url = '' }: IncomingMessage): URL | undefined =>
  URL.canParse(url, 'http://host') ? new URL(url, 'http://host') : undefined

/** Refuses to upgrade, before there is a WebSocket to say it on. */
function refuse(socket: Duplex, status: number): void {
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
