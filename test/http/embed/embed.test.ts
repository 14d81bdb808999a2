import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../../../src/core/locale.ts'
import { embedScript } from '../../../src/http/embed/routes.ts'
import { wording } from '../../channels/served.ts'
import { axe, DESKTOP, inBrowser, PHONE, reply, send } from '../chat-page/browser.ts'
import { openPage } from '../chat-page/opened.ts'

/** Somebody's site with a page of its own and styles that shout, which loads a script. */
async function site(script: () => string, lang = 'en'): Promise<{ origin: string } & AsyncDisposable> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="${lang}"><title>A shop</title>
<style>* { color: rgb(255, 0, 0) !important; font-size: 40px } button { display: none }</style>
<main><h1>A shop</h1><a id="first" href="#first">first</a></main><script src="${script()}" defer></script></html>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** What moves when the panel opens. */
const ANIMATION = `getComputedStyle(document.querySelector('tongguan-chat').shadowRoot.querySelector('section')).animationName`

/** A site and the service; it is on the list or not. */
async function together(allowed: boolean, lang?: string) {
  await using parts = new AsyncDisposableStack()
  let script = ''
  const shop = parts.use(await site(() => script, lang))
  const service = parts.use(
    await openPage({
      embedders: allowed ? [shop.origin] : ['https://example.cn'],
      more: [embedScript({ translate: wording })],
    }),
  )
  script = `${service.url}/embed.js`
  const kept = parts.move()
  return { shop, service, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

describe('the page in a frame', () => {
  const load = async (url: string, origin?: string, init: RequestInit = {}) => {
    const response = await fetch(
      `${url}/en/${origin === undefined ? '' : `?origin=${encodeURIComponent(origin)}`}`,
      init,
    )
    const policy = response.headers.get('content-security-policy') ?? ''
    return { response, markup: await response.text(), ancestors: /frame-ancestors ([^;]*)/.exec(policy)?.[1] }
  }

  test('may be framed by the site that asks, if it is on the list, and by no other', async () => {
    await using service = await openPage({ embedders: ['https://shop.cn', 'https://other.cn'] })
    const { response, ancestors, markup } = await load(service.url, 'https://shop.cn')
    expect({ status: response.status, ancestors }).toEqual({ status: 200, ancestors: 'https://shop.cn' })
    expect(response.headers.get('x-frame-options')).toBeNull()
    expect(markup).toContain('data-embedder="https://shop.cn"')
    expect(markup).toContain('name="robots" content="noindex"')
    expect(markup).toContain('action="/en/?origin=https%3A%2F%2Fshop.cn#reply"')
    const body = new URLSearchParams({ q: 'how much' })
    expect((await load(service.url, 'https://shop.cn', { method: 'POST', body })).ancestors).toBe('https://shop.cn')
  })

  test('is not framed when nobody asks for it', async () => {
    await using service = await openPage({ embedders: ['https://shop.cn'] })
    const { ancestors, markup, response } = await load(service.url)
    expect(ancestors).toBe("'none'")
    expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(markup).not.toContain('embedded.js')
  })

  test.each([
    'https://evil.cn',
    'https://shop.cn.evil.cn',
    'http://shop.cn',
    'null',
    '',
    'https://shop.cn; script-src *',
  ])('is refused to %j', async (origin) => {
    await using service = await openPage({ embedders: ['https://shop.cn'] })
    const { ancestors, response } = await load(service.url, origin)
    expect({ status: response.status, ancestors }).toEqual({ status: 403, ancestors: "'none'" })
  })
})

test('the script weighs less than 15 KB and may be loaded by any site', async () => {
  await using both = await together(true)
  const response = await fetch(`${both.service.url}/embed.js`, { headers: { 'accept-encoding': 'identity' } })
  expect((await response.arrayBuffer()).byteLength).toBeLessThan(15_000)
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
})

inBrowser('the chat on another site', (open) => {
  const button = (page: Page, words = 'Ask about customs rules') => page.getByRole('button', { name: words })
  const frameOf = (page: Page) => page.frameLocator('tongguan-chat iframe')

  test('loads nothing but one small script until it is opened', async () => {
    await using both = await together(true)
    await using one = await open('about:blank')
    const asked: string[] = []
    one.page.on('request', (request) => asked.push(request.url()))
    await one.page.goto(both.shop.origin)
    await button(one.page).waitFor()
    expect(asked.filter((url) => url.startsWith(both.service.url))).toEqual([`${both.service.url}/embed.js`])
  })

  test('holds a conversation, and neither site touches the other', async () => {
    await using both = await together(true)
    await using one = await open('about:blank', { viewport: DESKTOP })
    const { page } = one
    await page.goto(both.shop.origin)
    await button(page).click()
    const frame = frameOf(page)
    await frame.locator('#question').fill('how much')
    await page.keyboard.press('Enter')
    await frame.locator('li.bot:not(.wait):has(.rating)').waitFor()
    expect(both.service.heard.map(({ text, channel }) => ({ text, channel }))).toEqual([
      { text: 'how much', channel: 'web' },
    ])
    const COLOR = `getComputedStyle(document.querySelector('h1')).color`
    const framed = page.frames().at(-1)
    expect(await framed?.evaluate(COLOR)).not.toBe('rgb(255, 0, 0)')
    expect(await page.evaluate(COLOR)).toBe('rgb(255, 0, 0)')
    const around = `(() => { try { return document.querySelector('tongguan-chat').shadowRoot.querySelector('iframe').contentDocument } catch { return null } })()`
    expect(await page.evaluate(around)).toBeNull()
  })

  test('is opened, used and closed by keyboard: the focus goes in, and back to the button', async () => {
    await using both = await together(true)
    await using one = await open('about:blank', { viewport: DESKTOP, reducedMotion: 'reduce' })
    const { page } = one
    await page.goto(both.shop.origin)
    await button(page).focus()
    await page.keyboard.press('Enter')
    const frame = frameOf(page)
    await expect
      .poll(() => page.frames().at(-1)?.evaluate(`document.activeElement?.id`), {
        timeout: 20_000,
      })
      .toBe('question')
    expect(await button(page).getAttribute('aria-expanded')).toBe('true')
    expect(await page.getByRole('dialog', { name: 'Tongguan: customs rules explained' }).count()).toBe(1)
    expect(await page.evaluate(ANIMATION)).toBe('none')
    await page.keyboard.type('how much')
    await page.keyboard.press('Enter')
    await frame.locator('li.bot:not(.wait):has(.rating)').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await expect
      .poll(() => page.evaluate(`document.querySelector('tongguan-chat').shadowRoot.activeElement?.localName`))
      .toBe('button')
    await page.keyboard.press('Enter')
    await frame.locator('li.you').waitFor()
    await frame.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(both.service.heard).toHaveLength(1)
  })

  test.each(LOCALES)('speaks the language of the site, %s, without a fault that axe can find', async (locale) => {
    await using both = await together(true, locale)
    for (const viewport of [PHONE, DESKTOP]) {
      await using one = await open('about:blank', { viewport })
      const { page } = one
      await page.goto(both.shop.origin)
      await button(page, wording(locale, 'embed.open')).click()
      await frameOf(page).locator('#question').waitFor()
      expect(await frameOf(page).locator('html').getAttribute('lang')).toBe(locale)
      const faults = (await axe(page)).filter((fault) => !/A shop|first/.test(fault))
      expect(faults).toEqual([])
      const box = await page.locator('tongguan-chat section').boundingBox()
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 1e9) <= viewport.width).toBe(true)
    }
  })

  test('of a site that is not on the list stays shut, says so, and leads to where it is', async () => {
    await using both = await together(false)
    await using one = await open('about:blank')
    const { page } = one
    await page.goto(both.shop.origin)
    await button(page).click()
    await page.getByText('The chat cannot open here.').waitFor()
    const link = page.getByRole('link', { name: 'Ask in a window of its own' })
    expect(await link.getAttribute('href')).toBe(`${both.service.url}/en/`)
    expect(await page.locator('tongguan-chat iframe').count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  test('listens to nobody but its own frame', async () => {
    await using both = await together(true)
    await using one = await open('about:blank')
    const { page } = one
    await page.goto(both.shop.origin)
    await button(page).click()
    await frameOf(page).locator('#close').waitFor()
    await page.evaluate(`window.postMessage('tongguan:close', '*')`)
    await page.evaluate(
      `document.querySelector('tongguan-chat').shadowRoot.querySelector('iframe').contentWindow.postMessage('tongguan:nonsense', '*')`,
    )
    expect(await page.getByRole('dialog').isVisible()).toBe(true)
  })
})

inBrowser('the page by itself', (open) => {
  test('has nothing to close', async () => {
    await using service = await openPage()
    await using one = await open(service.url, { locale: 'en-GB' })
    await send(one.page, 'how much')
    await reply(one.page)
    expect(await one.page.getByRole('button', { name: 'Close' }).count()).toBe(0)
  })
})
