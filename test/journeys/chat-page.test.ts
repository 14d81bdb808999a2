import { afterAll, beforeAll, expect, test } from 'vitest'
import { DESKTOP, inBrowser, PHONE } from '../http/chat-page/browser.ts'
import { type Service, startService } from './service.ts'

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service?.[Symbol.asyncDispose]())

inBrowser('somebody opens the chat page and asks how much may still be bought this year', (open) => {
  test.each([
    [
      'on a phone, in simplified Chinese',
      { viewport: PHONE, locale: 'zh-CN', hasTouch: true },
      '今年还能买多少跨境商品？',
      '26,000元',
    ],
    [
      'on a phone, in traditional Chinese, without script',
      { viewport: PHONE, locale: 'zh-TW', javaScriptEnabled: false },
      '今年還能買多少跨境商品？',
      '26,000元',
    ],
    [
      'on a desktop, in English, in the dark',
      { viewport: DESKTOP, locale: 'en-GB', colorScheme: 'dark' as const },
      'How much may I still buy this year?',
      '26,000 yuan',
    ],
  ])('%s', async (_, options, question, amount) => {
    await using one = await open(service.url, options)
    const { page } = one
    await page.locator('#question').fill(question)
    await page.keyboard.press('Enter')
    const reply = page.locator('li.bot:has(.rating)')
    await reply.waitFor()
    expect(await reply.locator('p').first().textContent()).toContain(amount)
    expect(await reply.textContent()).toMatch(/2019年1月1日|1 January 2019/)
    const links = await reply.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    expect(links.length).toBeGreaterThan(0)
    const own = links.filter((link) => link?.startsWith('/'))
    expect(own).toEqual([expect.stringMatching(/^\/(zh-Hans|zh-Hant|en)\/a\/annual-limit$/)])
    for (const link of links) if (!own.includes(link)) expect(link).toMatch(/^https?:\/\/[\w.-]+\.gov\.cn\//)

    await reply.locator('.rating button').first().click()
    await page.getByText(/谢谢您的评价|謝謝您的評價|Thank you for the rating/).waitFor()
    const logged = (await service.exported()).find(({ text }) => text === question)
    expect(logged).toMatchObject({ channel: 'web', entry: 'annual-limit', helpful: 'true' })
    expect(one.surprises).toEqual([])
  })
})
