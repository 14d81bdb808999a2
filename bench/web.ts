import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { SERVE, start } from './processes.ts'

// How soon our pages can be read and used on a poor phone: Chromium with a slow 4G network and a processor four times slower, each page opened
// afresh several times. Printed, never asserted.

/** Slow 4G as Lighthouse applies it through the developer tools: milliseconds from a request to its answer, bytes a second. */
const NETWORK = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
  uploadThroughput: (750 * 1024 * 0.9) / 8,
}
const SLOWER = 4
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5)
const PAGES = { 'chat page': '/zh-Hans/', 'an entry': '/zh-Hans/a/annual-limit' }
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
if (!existsSync(CHROMIUM)) throw new Error(`there is no Chromium at ${CHROMIUM}: set CHROMIUM_PATH`)

/** What the page is asked: first contentful paint, the end of the last long task after it or of the scripts, and what came over the network. */
const TOLD = `new Promise((resolve) => {
  const long = []
  new PerformanceObserver((list) => long.push(...list.getEntries())).observe({ type: 'longtask', buffered: true })
  const look = () => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0]
    const [navigation] = performance.getEntriesByType('navigation')
    if (!paint || !navigation.loadEventEnd) return setTimeout(look, 50)
    setTimeout(() => {
      const busy = long.map(({ startTime, duration }) => startTime + duration)
      const interactive = Math.max(paint.startTime, navigation.domContentLoadedEventEnd, ...busy)
      const all = [navigation, ...performance.getEntriesByType('resource')]
      resolve({ paint: paint.startTime, interactive, bytes: all.reduce((sum, { transferSize }) => sum + transferSize, 0) })
    }, 500)
  }
  look()
})`

const folder = await mkdtemp(join(tmpdir(), 'tongguan-bench-web-'))
const service = await start(SERVE, {
  HOST: '127.0.0.1',
  PORT: '0',
  DATABASE_URL: `sqlite:${join(folder, 'questions.db')}`,
  LOG_LEVEL: 'info',
})
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
const middle = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
try {
  console.log(
    `| Page, slow 4G, processor ${SLOWER}x slower, median of ${ROUNDS} | First contentful paint | Interactive | Over the network |`,
  )
  console.log('|---|---|---|---|')
  for (const [name, path] of Object.entries(PAGES)) {
    const rounds: { paint: number; interactive: number; bytes: number }[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
      const page = await context.newPage()
      const session = await context.newCDPSession(page)
      await session.send('Network.enable')
      await session.send('Network.emulateNetworkConditions', NETWORK)
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
      await page.goto(service.url + path)
      rounds.push(await page.evaluate(TOLD))
      await context.close()
    }
    const [paint, interactive, bytes] = (['paint', 'interactive', 'bytes'] as const).map((key) =>
      middle(rounds.map((round) => round[key])),
    )
    console.log(
      `| ${name} | ${Math.round(paint ?? 0)} ms (aim < 1500) | ${Math.round(interactive ?? 0)} ms (aim < 2000) | ${((bytes ?? 0) / 1024).toFixed(1)} KB |`,
    )
  }
} finally {
  await browser.close()
  await service.stop()
  await rm(folder, { recursive: true, force: true })
}
