import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../channels/served.ts'
import { inBrowser, type OpenedPage } from '../http/chat-page/browser.ts'
import { cuttableNetwork } from './cuttable-network.ts'
import { type Service, startService } from './service.ts'
import { webChatBundle } from './web-chat-bundle.ts'

const SECRET = 'a secret of the web chat, long enough'

/** Another site's page with the stock client, told by its address where to connect. */
const PAGE = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>Web Chat</title>
<link rel="icon" href="data:,">
<style>html, body, #chat { height: 100%; margin: 0 }</style></head><body><div id="chat" role="main"></div>
<script src="/webchat.js"></script><script>
const { domain, token, locale, polling, conversationId } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)))
const directLine = WebChat.createDirectLine({ domain, token, webSocket: !polling, pollingInterval: 200, conversationId, conversationStartProperties: { locale } })
WebChat.renderWebChat({ directLine, locale, styleOptions: { internalLiveRegionFadeAfter: 1 } }, document.getElementById('chat'))
</script></body></html>`

let site: { url: string } & AsyncDisposable
let service: Service
beforeAll(async () => {
  const bundle = await webChatBundle()
  const server = createServer(({ url }, response) => {
    const script = url === '/webchat.js'
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html')
    response.end(script ? bundle : PAGE)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  site = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  service = await startService({ RATE_PER_MINUTE: '0', DIRECT_LINE_SECRET: SECRET, DIRECT_LINE_ORIGINS: site.url })
}, 120_000)
afterAll(async () => {
  await service?.[Symbol.asyncDispose]()
  await site?.[Symbol.asyncDispose]()
})

/** The stock client waits up to fifteen seconds before it connects again. */
const PATIENCE = { timeout: 90_000 }

type Page = OpenedPage['page']

inBrowser('the stock Web Chat in another site’s page', (open) => {
  /** Opens the page with a token that its server asked for. */
  async function visit({ locale = 'zh-CN', through = service.url, polling = false } = {}) {
    const { body } = await ask(`${service.url}/v3/directline/tokens/generate`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET}` },
    })
    const address = new URLSearchParams({
      domain: `${through}/v3/directline`,
      token: body.token,
      locale,
      ...(polling && { polling: 'yes' }),
    })
    const visited = await open(`${site.url}/#${address}`)
    /** Opens the page again, as somebody does who sees that nothing comes any more. */
    const again = async () => {
      address.set('conversationId', body.conversationId)
      await visited.page.goto(`${site.url}/#${address}`)
      await visited.page.reload()
    }
    return Object.assign(visited, { again })
  }
  const transcript = (page: Page) => page.locator('.webchat__basic-transcript__activity')
  const box = (page: Page) =>
    page.locator('[data-testid="send box text area"], .webchat__send-box-text-box__input').first()
  async function say(page: Page, text: string) {
    await box(page).fill(text)
    await page.keyboard.press('Enter')
  }
  /** Waits until the transcript shows a text. */
  const shows = (page: Page, text: string | RegExp, count = 1) =>
    expect.poll(() => transcript(page).filter({ hasText: text }).count(), PATIENCE).toBe(count)
  /** How often the log has a question. */
  const logged = async (question: string) => (await service.exported()).filter(({ text }) => text === question).length

  test('asks, presses a choice, and sees a calculation on a card', async () => {
    await using visited = await visit()
    const { page } = visited
    await shows(page, '您好，我是通关')

    await say(page, '今年还能买多少跨境商品？')
    await shows(page, /每人每年最多可以买\s*26,000元/)
    const [choice] = (await service.ask('今年还能买多少跨境商品？')).choices
    await page.getByRole('button', { name: choice?.label ?? '' }).click()
    await expect.poll(() => transcript(page).count(), PATIENCE).toBe(5)
    expect(await transcript(page).nth(3).innerText()).toContain(choice?.utterance)

    await say(page, '面霜 480元 包邮 跨境 税多少')
    await shows(page, '要知道净含量')
    await say(page, '50毫升')
    const card = page.locator('.ac-adaptiveCard').last()
    await expect.poll(() => card.innerText(), PATIENCE).toMatch(/增值税[\s\S]*合计[\s\S]*43\.68元/)
    await shows(page, '43.68', 2)

    expect(await page.getByText('发送失败').count()).toBe(0)
    expect(visited.surprises.filter((one) => one.startsWith('error:'))).toEqual([])
  })

  test('presses a choice on a card, which says it as if it had been typed', async () => {
    await using visited = await visit()
    const { page } = visited
    let menu: string | undefined
    for (const word of ['限额', '怎么退货', '红酒', '退货', '奶粉', '清单', '税率'])
      menu ??= (await service.ask(word)).outcome === 'clarified' ? word : undefined
    if (menu === undefined) return expect.fail('no word is ambiguous')
    await say(page, menu)
    const button = page.locator('.ac-adaptiveCard .ac-pushButton').first()
    const label = ((await button.textContent()) ?? '').replace(/^1\. /, '').trim()
    await button.click()
    await expect.poll(() => transcript(page).count(), PATIENCE).toBe(5)
    expect(await transcript(page).nth(3).innerText()).toContain(label)
    await expect.poll(() => logged(label)).toBe(1)
  })

  test('sends a file, and is told in words why it is not taken', async () => {
    await using visited = await visit()
    const { page } = visited
    await shows(page, '您好，我是通关')
    const receipt = { name: 'receipt.png', mimeType: 'image/png', buffer: Buffer.alloc(200_000, 1) }
    await page.locator('input[type="file"]').setInputFiles(receipt)
    // The client takes its time to read the file; what is sent before goes without it.
    await page.locator('.webchat__attachment-icon--checked').waitFor()
    await say(page, '看看这张小票')
    await shows(page, '我读不了文件')
    await say(page, '今年还能买多少跨境商品？')
    await shows(page, /每人每年最多可以买\s*26,000元/)
  })

  test.each([
    ['over a WebSocket', false],
    ['polling', true],
  ])('loses nothing and says nothing twice when the network is cut in mid-conversation, %s', async (way, polling) => {
    await using network = await cuttableNetwork(Number(new URL(service.url).port))
    await using visited = await visit({ through: network.url, polling })
    const { page } = visited
    const questions = [`今年还能买多少跨境商品 甲 ${way}`, `单次最多买多少 乙 ${way}`, `口红要交多少税 丙 ${way}`]
    const [first = '', second = '', third = ''] = questions
    // Whoever speaks first is not greeted any more.
    await shows(page, '您好，我是通关')
    await say(page, first)
    await shows(page, first)
    await expect.poll(() => transcript(page).count(), PATIENCE).toBe(3)

    // Heard by the service, and the answer lost.
    network.loseAnswers()
    await say(page, second)
    await expect.poll(() => logged(second), PATIENCE).toBe(1)
    network.cut()
    network.restore()
    // The stock client connects again when it has a WebSocket; when it polls, it ends at the first poll that fails.
    if (polling) await visited.again()
    await expect.poll(() => transcript(page).count(), PATIENCE).toBe(5)

    await say(page, third)
    await expect.poll(() => transcript(page).count(), PATIENCE).toBe(7)
    for (const question of questions) {
      await shows(page, question)
      expect(await logged(question)).toBe(1)
    }
  })
})
