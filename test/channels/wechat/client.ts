import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect } from 'vitest'
import { createCipher, signatureOf } from '../../../src/channels/wechat/cipher.ts'
import { writeXml } from '../../../src/channels/wechat/xml.ts'

/** An Official Account as its owner sets it up. */
export const ACCOUNT = {
  token: 'tongguanTestToken',
  key: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  appId: 'wxb11529c136998cb6',
}

/** The account's own id, to which people write. */
const OURS = 'gh_7f083739789a'

/** How an account is told to send: in the clear, both ways at once, or encrypted. */
export type Mode = 'plain' | 'compatible' | 'encrypted'

/** Fields of a message: text leaves in CDATA sections, numbers bare. */
export type Fields = Record<string, string | number>

/** What came back: `content` is the text somebody reads, and undefined when there is none. */
export type Answered = { status: number; body: string; content: string | undefined; fields: Map<string, string> }

/** What must not stand in XML 1.0. */
const NOT_XML = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
const parser = new XMLParser({ parseTagValue: false, trimValues: false })

/** @throws when it is not well-formed */
function fieldsIn(xml: string): Map<string, string> {
  const valid = XMLValidator.validate(xml)
  if (valid !== true || NOT_XML.test(xml)) throw new Error(`not well-formed: ${JSON.stringify({ valid, xml })}`)
  return new Map(Object.entries(parser.parse(xml).xml as Record<string, string>))
}

let messages = 6_000_000_000_000_000_000n

/** The WeChat platform, as the server address of an account meets it: signs, encrypts and posts what people send, and reads what comes back. */
export function weChatPlatform(
  url: string,
  {
    mode = 'encrypted',
    account = ACCOUNT,
    now = Date.now,
  }: { mode?: Mode; account?: typeof ACCOUNT; now?: () => number } = {},
) {
  const cipher = createCipher(account)
  const { token } = account

  /** A time, a number nobody guesses, and the signature over them and whatever else is signed. */
  const stamp = () => ({ timestamp: String(Math.floor(now() / 1000)), nonce: String(Math.floor(Math.random() * 1e10)) })

  /** The address and the body under which a message is pushed. */
  function envelope(xml: string, { timestamp, nonce } = stamp()): { address: string; body: string } {
    const query = new URLSearchParams({
      signature: signatureOf(token, timestamp, nonce),
      timestamp,
      nonce,
      openid: 'o1',
    })
    let body = xml
    if (mode !== 'plain') {
      const encrypted = cipher.seal(xml)
      query.set('encrypt_type', 'aes')
      query.set('msg_signature', signatureOf(token, timestamp, nonce, encrypted))
      const seal = `<Encrypt><![CDATA[${encrypted}]]></Encrypt>`
      body =
        mode === 'compatible'
          ? xml.replace(/<\/xml>\s*$/, `${seal}</xml>`)
          : `<xml><ToUserName><![CDATA[${OURS}]]></ToUserName>${seal}</xml>`
    }
    return { address: `${url}/wechat?${query}`, body }
  }

  /** Sends a body as it is. */
  async function deliver(
    { address, body }: { address: string; body: string | Uint8Array<ArrayBuffer> },
    init: RequestInit = {},
  ): Promise<Answered> {
    const response = await fetch(address, { method: 'POST', body, headers: { 'content-type': 'text/xml' }, ...init })
    const told = await response.text()
    const { status } = response
    if (status !== 200 || told === 'success') return { status, body: told, content: undefined, fields: new Map() }
    let fields = fieldsIn(told)
    if (mode !== 'plain') {
      const [encrypted = '', timestamp = '', nonce = ''] = ['Encrypt', 'TimeStamp', 'Nonce'].map((name) =>
        fields.get(name),
      )
      if (fields.get('MsgSignature') !== signatureOf(token, timestamp, nonce, encrypted)) throw new Error('not signed')
      fields = fieldsIn(cipher.open(encrypted) ?? '')
    }
    return { status, body: told, content: fields.get('Content'), fields }
  }

  const push = (fields: Fields, init?: RequestInit) => deliver(envelope(writeXml(fields)), init)

  const common = (speaker: string, type: string): Fields => ({
    ToUserName: OURS,
    FromUserName: speaker,
    CreateTime: Math.floor(now() / 1000),
    MsgType: type,
  })

  return {
    envelope,
    deliver,
    /** Pushes a message of any fields. */
    push,
    /** The fields of a message; a message has an id that no other has. */
    message: (speaker: string, type: string, more: Fields = {}): Fields => ({
      ...common(speaker, type),
      MsgId: String(messages++),
      ...more,
    }),
    /** Somebody types a text; what they read in return. */
    async say(speaker: string, text: string): Promise<string> {
      const { status, content } = await push({ ...common(speaker, 'text'), Content: text, MsgId: String(messages++) })
      expect(status).toBe(200)
      return content ?? ''
    },
    /** An event happens; what they read in return. */
    async event(speaker: string, event: string, more: Fields = {}): Promise<string | undefined> {
      const { status, content } = await push({ ...common(speaker, 'event'), Event: event, ...more })
      expect(status).toBe(200)
      return content
    },
    /** Asks whether the server knows the token. */
    async verify(echo: string, { timestamp, nonce } = stamp(), signature = signatureOf(token, timestamp, nonce)) {
      const query = new URLSearchParams({ signature, timestamp, nonce, echostr: echo })
      const response = await fetch(`${url}/wechat?${query}`)
      return { status: response.status, body: await response.text(), type: response.headers.get('content-type') }
    },
  }
}
