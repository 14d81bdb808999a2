import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

// A browser takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const PATH = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const missing = existsSync(PATH)
  ? undefined
  : `there is no Chromium at ${PATH}: install chromium (on Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH`

/**
 * Tests in a real browser. Where there is none they are skipped, and say loudly what to install; in CI they fail instead.
 * @param body is handed what launches a page: a context of its own, with the given options
 */
export function inBrowser(name: string, body: (open: OpenPage) => void): void {
  if (missing !== undefined) {
    if (process.env.CI) {
      test(name, () => expect.fail(missing))
      return
    }
    console.warn(`SKIPPED, ${name}: ${missing}`)
    describe.skip(`${name} (${missing})`, () => body(() => Promise.reject(new Error(missing))))
    return
  }
  describe(name, () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await chromium.launch({
        executablePath: PATH,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      })
    })
    afterAll(() => browser?.close())
    body(async (url, options = {}) => {
      const context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN', ...options })
      const page = await context.newPage()
      const surprises: string[] = []
      page.on('pageerror', (error) => surprises.push(`error: ${error.message}`))
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') surprises.push(`console: ${message.text()}`)
      })
      page.on('dialog', (dialog) => {
        surprises.push(`dialog: ${dialog.message()}`)
        void dialog.dismiss()
      })
      page.on('request', (request) => {
        if (
          url !== 'about:blank' &&
          !request.url().startsWith(new URL(url).origin) &&
          !request.url().startsWith('data:')
        )
          surprises.push(`request: ${request.url()}`)
      })
      await page.goto(url)
      return { page, context, surprises, [Symbol.asyncDispose]: () => context.close() }
    })
  })
}

export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1280, height: 900 }

/** A page in a context of its own. `surprises` are errors, warnings, dialogs and requests to anywhere else. */
export type OpenedPage = AsyncDisposable & { page: Page; context: BrowserContext; surprises: string[] }
type OpenPage = (url: string, options?: Parameters<Browser['newContext']>[0]) => Promise<OpenedPage>

/** What axe finds wrong with the page: rule, and the elements. It needs script, so a page without is tried with ours blocked instead. */
export async function axe(page: Page): Promise<string[]> {
  // Without frames there is nothing to gather on a page of its own, which takes most of the time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

const REPLIES = 'li.bot:not(.wait):has(.rating)'

/** Types a question and sends it with Enter. */
export async function send(page: Page, question: string) {
  await page.locator('#question').fill(question)
  await page.keyboard.press('Enter')
}

/** The page's last reply, once there are this many. */
export async function reply(page: Page, count = 1) {
  const replies = page.locator(REPLIES)
  await replies.nth(count - 1).waitFor()
  return replies.nth(count - 1)
}
