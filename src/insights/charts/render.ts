import { Worker } from 'node:worker_threads'
import type { EChartsCoreOption } from 'echarts/core'

/** What the thread is asked, and what it answers. */
export type RenderRequest = { id: number; option: EChartsCoreOption; width: number; height: number }
export type RenderReply = { id: number; svg: string } | { id: number; error: string }

type Waiting = { resolve: (svg: string) => void; reject: (error: Error) => void }

/** How long the thread waits for another chart before it ends and gives its memory back, in milliseconds. */
const IDLE = 60_000

const waiting = new Map<number, Waiting>()
let worker: Worker | undefined
let ending: NodeJS.Timeout | undefined
let asked = 0

/**
 * Draws with ECharts, in a thread of its own: the library is large and takes a second to load, which nobody who asks a question should wait for. The thread starts
 * with the first chart and ends when no more are wanted.
 */
export function renderSvg(picture: Omit<RenderRequest, 'id'>): Promise<string> {
  clearTimeout(ending)
  worker ??= start()
  worker.ref()
  const id = asked++
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker?.postMessage({ ...picture, id })
  })
}

function start(): Worker {
  const started = new Worker(new URL('./render-worker.ts', import.meta.url))
  started.on('message', (reply: RenderReply) => {
    const one = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (waiting.size === 0) {
      started.unref()
      ending = setTimeout(() => {
        worker = undefined
        void started.terminate()
      }, IDLE).unref()
    }
    if ('svg' in reply) one?.resolve(reply.svg)
    else one?.reject(new Error(reply.error))
  })
  const ended = (error: unknown) => {
    if (worker !== started) return
    worker = undefined
    for (const { reject } of waiting.values()) reject(new Error(`drawing has ended: ${error}`))
    waiting.clear()
  }
  // The next chart starts another.
  started.on('error', ended)
  started.on('exit', ended)
  return started
}
