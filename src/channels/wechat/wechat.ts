import { isUtf8 } from 'node:buffer'
import { setTimeout as sleep } from 'node:timers/promises'
import express, { type Request, type RequestHandler } from 'express'
import { Problem } from '../../core/problem-details.ts'
import type { Channel } from '../channel.ts'
import { LARGEST_BODY } from '../json-body.ts'
import { only } from '../only.ts'
import { type Cipher, createCipher, isSignatureOf, signatureOf } from './cipher.ts'
import { readMessage } from './message.ts'
import { createTalk, type TalkParts } from './talk.ts'
import { type WriteLaterParts, writeLater } from './write-later.ts'
import { readXml, writeXml } from './xml.ts'

/** What the WeChat channel needs. With `encryption`, as the account's safe and compatible modes have it, nothing else is taken. */
export type WeChatParts = Omit<TalkParts, 'wait' | 'reachable'> & {
  token: string
  encryption?: { key: string; appId: string } | undefined
  /** With it, followers can be written to outside an answer. */
  later?: Omit<WriteLaterParts, 'now'> | undefined
  /** The real clock, unless a test has its own. */
  wait?: TalkParts['wait']
}

/** How far a signature's time may be from ours, in seconds: older ones are replayed, and clocks differ. */
const WINDOW = 5 * 60

/** What the platform takes for “received, nothing to say”. */
const RECEIVED = 'success'

/** Waits, and leaves nothing behind when it is called off. */
const timer: TalkParts['wait'] = (milliseconds, signal) =>
  sleep(milliseconds, undefined, { signal, ref: false }).catch(() => undefined)

const bytesOf = express.raw({ type: () => true, limit: LARGEST_BODY })

/**
 * `/wechat`, the server address of a WeChat Official Account: `GET` proves that we know the token, `POST` takes a message and answers it in the response,
 * the only way that needs no access token. Nothing unsigned is read.
 * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_standard_messages.html
 */
export function wechat({ token, encryption, later, ...parts }: WeChatParts): Channel {
  const talk = createTalk({ wait: timer, ...parts, reachable: later !== undefined })
  const cipher = encryption && createCipher(encryption)
  const { now } = parts

  /** Whether the platform sent a request, and lately. Its answer is for the platform alone, so the refusal says no more. */
  const signed: RequestHandler = (request, _response, next) => {
    const { signature, timestamp, nonce } = stamp(request)
    const seconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN
    const lately = Math.abs(now() / 1000 - seconds) <= WINDOW
    next(lately && isSignatureOf(signature, token, timestamp, nonce) ? undefined : new Problem(403, 'forbidden'))
  }

  return {
    id: 'wechat',
    ...(later && { writeTo: writeLater({ ...later, now }) }),
    attach(routes) {
      routes
        .route('/wechat')
        .get(signed, (request, response) => void response.type('text/plain').send(parameter(request, 'echostr')))
        .post(signed, bytesOf, async (request, response) => {
          const message = readMessage(cipher ? unsealed(request, token, cipher) : fieldsOf(textOf(request.body)))
          if (!message) throw badRequest()
          const said = await talk(message)
          response.set('Cache-Control', 'no-store')
          if (said === undefined) {
            response.type('text/plain').send(RECEIVED)
            return
          }
          const answer = writeXml({
            ToUserName: message.speaker,
            FromUserName: message.account,
            CreateTime: Math.floor(now() / 1000),
            MsgType: 'text',
            Content: said,
          })
          response.type('application/xml').send(cipher ? sealed(answer, request, token, cipher) : answer)
        })
        .all(only('GET', 'HEAD', 'POST'))
    },
  }
}

const badRequest = () => new Problem(400, 'bad-request', { fields: [{ field: 'body', fault: 'invalid' }] })

/** A parameter of the address; empty when it is missing, comes twice, or is longer than any the platform sends. */
function parameter({ query }: Request, name: string): string {
  const value = Object.hasOwn(query, name) ? query[name] : ''
  return typeof value === 'string' && value.length <= 256 ? value : ''
}

const stamp = (request: Request) => ({
  signature: parameter(request, 'signature'),
  timestamp: parameter(request, 'timestamp'),
  nonce: parameter(request, 'nonce'),
})

/** @throws Problem `bad-encoding` */
function textOf(body: unknown): string {
  if (!Buffer.isBuffer(body)) return ''
  if (!isUtf8(body)) throw new Problem(400, 'bad-encoding')
  return body.toString('utf8').replace(/^\uFEFF/, '')
}

/** @throws Problem `bad-request` */
function fieldsOf(xml: string): Map<string, string> {
  const fields = readXml(xml)
  if (!fields) throw badRequest()
  return fields
}

/**
 * The fields inside an encrypted message. In compatible mode they stand beside it in the clear as well; those prove nothing and are not read.
 * @throws Problem `forbidden` when it is not encrypted, not signed, or not for this account
 */
function unsealed(request: Request, token: string, cipher: Cipher): Map<string, string> {
  const encrypted = fieldsOf(textOf(request.body)).get('Encrypt') ?? ''
  const { timestamp, nonce } = stamp(request)
  const signed = isSignatureOf(parameter(request, 'msg_signature'), token, timestamp, nonce, encrypted)
  const inside = signed ? cipher.open(encrypted) : undefined
  if (inside === undefined) throw new Problem(403, 'forbidden')
  return fieldsOf(inside)
}

/** An answer, encrypted under the stamp of the message it answers. */
function sealed(answer: string, request: Request, token: string, cipher: Cipher): string {
  const { timestamp, nonce } = stamp(request)
  const encrypted = cipher.seal(answer)
  return writeXml({
    Encrypt: encrypted,
    MsgSignature: signatureOf(token, timestamp, nonce, encrypted),
    TimeStamp: Number(timestamp),
    Nonce: nonce,
  })
}
