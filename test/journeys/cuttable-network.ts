import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A network between a browser and the service that can fail in the middle. */
export interface CuttableNetwork extends AsyncDisposable {
  /** Where the service is to be had through it. */
  readonly url: string
  /** Breaks every connection, and lets none through. */
  cut(): void
  /** Lets through what is said to the service, and loses what it says. */
  loseAnswers(): void
  /** Lets everything through again. */
  restore(): void
}

/** Puts a network before a port of this machine. */
export async function cuttableNetwork(port: number): Promise<CuttableNetwork> {
  let state: 'whole' | 'deaf' | 'cut' = 'whole'
  const sockets = new Set<Socket>()
  const kept = (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    return socket
  }
  const server = createServer((browser) => {
    kept(browser)
    if (state === 'cut') return void browser.destroy()
    const service = kept(connect(port, '127.0.0.1'))
    browser.on('data', (data) => service.write(data)).on('close', () => service.destroy())
    service.on('data', (data) => state === 'whole' && browser.write(data)).on('close', () => browser.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const breakAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      state = 'cut'
      breakAll()
    },
    loseAnswers() {
      state = 'deaf'
    },
    restore() {
      breakAll()
      state = 'whole'
    },
    async [Symbol.asyncDispose]() {
      state = 'cut'
      breakAll()
      server.close()
      await once(server, 'close')
    },
  }
}
