import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inBrowser, reply, send } from '../http/chat-page/browser.ts'
import { cuttableNetwork } from './cuttable-network.ts'
import { type Service, startService } from './service.ts'

const PATIENCE = { timeout: 20_000 }

let service: Service
beforeAll(async () => {
  service = await startService({ RATE_PER_MINUTE: '0' })
})
afterAll(() => service?.[Symbol.asyncDispose]())

inBrowser('a conversation on a network that is cut and comes back', (open) => {
  const WAYS = [
    ['over a WebSocket', true],
    ['polling', false],
  ] as const

  describe.each(WAYS)('%s', (way, webSocket) => {
    async function visit() {
      await using parts = new AsyncDisposableStack()
      const network = parts.use(await cuttableNetwork(Number(new URL(service.url).port)))
      const { page } = parts.use(await open(network.url))
      if (!webSocket) {
        await page.addInitScript(`delete window.WebSocket`)
        await page.reload()
      }
      const kept = parts.move()
      return { network, page, [Symbol.asyncDispose]: () => kept.disposeAsync() }
    }
    type Page = Awaited<ReturnType<typeof visit>>['page']

    /** Each question once on the page with one reply below it, and once in the log. */
    async function nothingLostNothingTwice(page: Page, questions: string[]) {
      await reply(page, questions.length)
      expect(await page.locator('.wait').count()).toBe(0)
      expect(await page.getByRole('alert').count()).toBe(0)
      const kinds = await page.locator('#log > li').evaluateAll((all) => all.map((item) => item.className))
      expect(kinds).toEqual(['bot', ...questions.flatMap(() => ['you', 'bot'])])
      expect(await page.locator('li.you p').allTextContents()).toEqual(questions)
      const logged = (await service.exported()).map(({ text }) => text)
      for (const question of questions) expect(logged.filter((text) => text === question)).toEqual([question])
    }

    test('a question sent while it is down goes out by itself when it is back', async () => {
      await using one = await visit()
      const { network, page } = one
      const questions = [`今年还能买多少跨境商品 甲 ${way}`, `跨境电商的税怎么算 乙 ${way}`, `怎么退货 丙 ${way}`]
      await send(page, questions[0] ?? '')
      await reply(page, 1)
      network.cut()
      await send(page, questions[1] ?? '')
      await page.getByRole('alert').waitFor()
      expect(await page.locator('li.you').count()).toBe(2)
      network.restore()
      await reply(page, 2)
      await send(page, questions[2] ?? '')
      await nothingLostNothingTwice(page, questions)
    })

    test('a question whose answer got lost on the way is answered once', async () => {
      await using one = await visit()
      const { network, page } = one
      const questions = [`单次最多买多少 甲 ${way}`, `奶粉能买吗 乙 ${way}`]
      await send(page, questions[0] ?? '')
      await reply(page, 1)
      network.loseAnswers()
      await send(page, questions[1] ?? '')
      await expect
        .poll(async () => (await service.exported()).some(({ text }) => text === questions[1]), PATIENCE)
        .toBe(true)
      network.cut()
      await page.getByRole('alert').waitFor()
      network.restore()
      await nothingLostNothingTwice(page, questions)
    })

    test('a cut at any moment of a turn loses nothing', async () => {
      await using one = await visit()
      const { network, page } = one
      const questions: string[] = []
      for (const milliseconds of [0, 3, 8, 15, 40]) {
        const question = `口红要交多少税 第${milliseconds}次 ${way}`
        questions.push(question)
        await send(page, question)
        await new Promise((resolve) => setTimeout(resolve, milliseconds))
        network.cut()
        network.restore()
        await reply(page, questions.length)
      }
      await nothingLostNothingTwice(page, questions)
    })
  })
})
