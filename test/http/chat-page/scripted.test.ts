import { expect, test } from 'vitest'
import { inBrowser, reply, send } from './browser.ts'
import { openPage } from './opened.ts'

inBrowser('what the script of the chat page takes care of', (open) => {
  test('two presses in haste ask once', async () => {
    await using service = await openPage()
    await using one = await open(service.url)
    const buttons = one.page.locator('.choices button')
    await one.page.evaluate(`document.querySelectorAll('.choices button').forEach((button) => button.click())`)
    await reply(one.page)
    expect(await buttons.first().isVisible()).toBe(true)
    expect(await one.page.locator('.wait').count()).toBe(0)
    expect(service.heard).toHaveLength(1)
  })

  test('a lost connection is told, and the question goes out when it is back, by itself or by a press', async () => {
    await using service = await openPage()
    await using one = await open(service.url, { locale: 'en-GB' })
    const { page, context } = one
    await send(page, 'one')
    await reply(page)
    for (const [count, pressed] of [
      [2, false],
      [3, true],
    ] as const) {
      await context.setOffline(true)
      await send(page, `question ${count}`)
      await page.getByText('The connection seems to be down').waitFor()
      await context.setOffline(false)
      // It may be faster than the press.
      if (pressed) await page.evaluate(`document.querySelector('[role=alert] + button')?.click()`)
      await reply(page, count)
    }
    expect(service.heard.map(({ text }) => text)).toEqual(['one', 'question 2', 'question 3'])
    expect(await page.locator('li.you').count()).toBe(3)
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(await page.locator('#question').inputValue()).toBe('')
  })

  test('a service that was started anew is asked again by the page itself', async () => {
    const first = await openPage()
    await using one = await open(first.url)
    const { page } = one
    await send(page, 'one')
    await reply(page)
    await first[Symbol.asyncDispose]()
    await using second = await openPage({ port: Number(new URL(first.url).port) })
    await send(page, 'two')
    await expect.poll(() => second.heard.map(({ text }) => text)).toEqual(['two'])
    await reply(page)
    await send(page, 'three')
    await reply(page, 2)
    expect(second.heard.map(({ text }) => text)).toEqual(['two', 'three'])
  })

  test('the focus stays where a keyboard left it', async () => {
    await using service = await openPage()
    await using one = await open(service.url, { locale: 'en-GB' })
    const { page } = one
    const focused = () => page.evaluate(`document.activeElement.id || document.activeElement.textContent`)
    await send(page, 'one')
    await reply(page)
    expect(await focused()).toBe('question')
    await page.locator('#question').fill('two')
    await page.getByRole('button', { name: 'Send' }).focus()
    await page.keyboard.press('Enter')
    await reply(page, 2)
    expect(await focused()).toBe('Send')
    await page.getByRole('button', { name: 'Yes' }).first().focus()
    await page.keyboard.press('Enter')
    await page.getByText('Thank you for the rating.').waitFor()
    expect(await focused()).toBe('Thank you for the rating.')
  })
})
