import { once } from 'node:events'
import { Agent, createServer, get, type IncomingMessage, Server } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { CannotListen, listen } from '../../src/http/listen.ts'
import { takenPort } from './opened.ts'

const local = { port: 0, host: '127.0.0.1', grace: 60_000 }

const fetched = (port: number, agent: Agent) =>
  new Promise<IncomingMessage>((resolve, reject) =>
    get({ port, host: '127.0.0.1', agent }, resolve).on('error', reject),
  )

describe('an address that cannot be listened on', () => {
  const problem = (server: Server, where: { port: number; host: string }) =>
    listen(server, { ...local, ...where }).then(
      () => expect.fail('it listened'),
      (error) => error,
    )

  test('because the port is taken', async () => {
    await using taken = await takenPort()
    const error = await problem(createServer(), { port: taken.port, host: '127.0.0.1' })
    expect(error).toBeInstanceOf(CannotListen)
    expect(error.message).toBe(`port ${taken.port} is in use: stop what uses it, or set PORT to another one`)
  })

  test('because it is none of this machine’s', async () => {
    const error = await problem(createServer(), { port: 0, host: '203.0.113.1' })
    expect(error).toBeInstanceOf(CannotListen)
    expect(error.message).toContain('cannot listen on 203.0.113.1:0: ')
  })

  test('because low ports belong to the administrator', async () => {
    // Who may use them differs from machine to machine; the system's refusal does not.
    class Refused extends Server {
      override listen(): this {
        queueMicrotask(() => this.emit('error', Object.assign(new Error('listen EACCES'), { code: 'EACCES' })))
        return this
      }
    }
    const error = await problem(new Refused(), { port: 80, host: '0.0.0.0' })
    expect(error).toBeInstanceOf(CannotListen)
    expect(error.message).toContain('set PORT to one above 1023')
  })
})

describe('a server that stops', () => {
  test('finishes what it has begun, and takes nothing new', async () => {
    let finish = () => {}
    const arrived = Promise.withResolvers<void>()
    const server = createServer((_, response) => {
      finish = () => response.end('done')
      arrived.resolve()
    })
    const listening = await listen(server, local)
    using agent = Object.assign(new Agent({ keepAlive: true }), { [Symbol.dispose]: () => agent.destroy() })
    const answer = fetched(listening.port, agent)
    await arrived.promise

    const stopped = listening[Symbol.asyncDispose]()
    await expect(fetched(listening.port, new Agent())).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    finish()
    expect(await text(await answer)).toBe('done')
    await stopped
    expect(server.listening).toBe(false)
  })

  test('does not wait for connections that only stand open', async () => {
    const listening = await listen(
      createServer((_, response) => response.end('hello')),
      local,
    )
    using agent = Object.assign(new Agent({ keepAlive: true }), { [Symbol.dispose]: () => agent.destroy() })
    expect(await text(await fetched(listening.port, agent))).toBe('hello')
    const silent = connect(listening.port, '127.0.0.1')
    await new Promise<void>((resolve) => silent.once('connect', () => resolve()))
    await listening[Symbol.asyncDispose]()
  })

  test('tells whoever it still answers to close the connection', async () => {
    let finish = () => {}
    const arrived = Promise.withResolvers<void>()
    const server = createServer((_, response) => {
      finish = () => response.end('done')
      arrived.resolve()
    })
    const listening = await listen(server, local)
    using agent = Object.assign(new Agent({ keepAlive: true }), { [Symbol.dispose]: () => agent.destroy() })
    const answer = fetched(listening.port, agent)
    await arrived.promise
    const stopped = listening[Symbol.asyncDispose]()
    finish()
    const { headers } = await answer
    expect(headers.connection).toBe('close')
    await stopped
  })

  test('says goodbye to what stays open when what it has begun is finished, and not before', async () => {
    const order: string[] = []
    let finish = () => {}
    const arrived = Promise.withResolvers<void>()
    const server = createServer((_, response) => {
      finish = () => response.end('done')
      arrived.resolve()
    })
    server.on(
      'upgrade',
      (_, socket) =>
        void socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: test\r\n\r\n'),
    )
    const streams: Duplex[] = []
    server.on('upgrade', (_, socket) => void streams.push(socket))
    const listening = await listen(server, {
      ...local,
      goodbye: async () => {
        order.push('goodbye')
        for (const stream of streams) stream.end()
      },
    })
    const upgraded = connect(
      listening.port,
      '127.0.0.1',
      () => void upgraded.write('GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: test\r\n\r\n'),
    )
    await once(upgraded, 'data')
    const answer = fetched(listening.port, new Agent()).then(async (response) => {
      await text(response)
      order.push('answered')
    })
    await arrived.promise
    const stopped = listening[Symbol.asyncDispose]().then(() => void order.push('stopped'))
    await new Promise((resolve) => setImmediate(resolve))
    expect(order).toEqual([])
    finish()
    await Promise.all([answer, stopped])
    expect(order.toSorted()).toEqual(['answered', 'goodbye', 'stopped'])
    expect(order.at(-1)).toBe('stopped')
  })

  test('cuts off what does not end in time', async () => {
    const arrived = Promise.withResolvers<void>()
    const listening = await listen(
      createServer(() => arrived.resolve()),
      { ...local, grace: 1 },
    )
    const answer = fetched(listening.port, new Agent())
    await arrived.promise
    await Promise.all([listening[Symbol.asyncDispose](), expect(answer).rejects.toThrow('socket hang up')])
  })
})
