import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '../../../src/core/locale.ts'
import { axe, DESKTOP, inBrowser, PHONE } from '../chat-page/browser.ts'
import { openPages } from './opened.ts'

/** One page of each kind, and those that say that something is not there. */
const PAGES = {
  entry: '/a/annual-limit',
  'an entry of another day': '/a/annual-limit?asOf=2018-06-01',
  'an entry before its time': '/a/annual-limit?asOf=2010-01-01',
  topic: '/t/quota.annual',
  topics: '/t',
  document: '/d/cgs-2016-18',
  search: '/search?q=49',
  changes: '/changes',
  privacy: '/privacy',
  'no page': '/nothing',
}

/** Every width in every light, shared out among the languages. */
const LOOKS: Record<Locale, [name: string, typeof PHONE, 'light' | 'dark'][]> = {
  'zh-Hans': [
    ['phone', PHONE, 'light'],
    ['desktop', DESKTOP, 'dark'],
  ],
  'zh-Hant': [['phone', PHONE, 'dark']],
  en: [['desktop', DESKTOP, 'light']],
}

/** How wide the page is, and what of it lies outside and does not scroll by itself. */
const EXTENT = `(() => {
  const { clientWidth, scrollWidth } = document.documentElement
  const outside = (element) => {
    const { left, right } = element.getBoundingClientRect()
    return right > clientWidth + 1 || left < -1
  }
  const all = [...document.querySelectorAll('body *')].filter((element) => !element.closest('.skip, .scroll'))
  return { wide: scrollWidth - clientWidth, clipped: all.filter(outside).map(({ outerHTML }) => outerHTML.slice(0, 80)) }
})()`

/** What has the focus: whether one sees that it has, whether it is in sight, and whether it is hidden under anything. */
const FOCUSED = `(() => {
  const element = document.activeElement
  const { outlineStyle } = getComputedStyle(element)
  const { left, top, width, height } = element.getBoundingClientRect()
  const over = document.elementFromPoint(left + Math.min(width, innerWidth) / 2, top + height / 2)
  const shown = top >= -1 && top + Math.min(height, innerHeight) <= innerHeight + 1
  const parts = [...element.getClientRects()].some((box) => element.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)))
  return { name: (element.textContent.trim() || element.id || element.name).slice(0, 40), seen: outlineStyle !== 'none', shown, free: element.contains(over) || parts }
})()`

let service: Awaited<ReturnType<typeof openPages>>
beforeAll(async () => {
  service = await openPages()
})
afterAll(() => service?.[Symbol.asyncDispose]())

inBrowser('the pages for everybody', (open) => {
  const visit = (locale: Locale, path: string, options = {}) => open(`${service.url}/${locale}${path}`, options)

  describe.each(Object.entries(PAGES))('%s', (name, path) => {
    test('has no fault that axe can find, in any language, at phone and desktop width, light and dark', async () => {
      const faults: Record<string, string[]> = {}
      for (const locale of LOCALES) {
        await using one = await visit(locale, path)
        for (const [size, viewport, colorScheme] of LOOKS[locale]) {
          await one.page.setViewportSize(viewport)
          await one.page.emulateMedia({ colorScheme })
          const found = await axe(one.page)
          if (found.length > 0) faults[`${locale}, ${size}, ${colorScheme}`] = found
        }
        expect(one.surprises.filter((surprise) => name !== 'no page' || !surprise.includes('404'))).toEqual([])
      }
      expect(faults).toEqual({})
    })

    test('does not have to be scrolled sideways at 320 pixels, at 200 % zoom, or with text twice as large', async () => {
      await using one = await visit('en', path)
      const { page } = one
      for (const [width, text] of [
        [320, 1],
        [640, 1],
        [390, 2],
      ] as const) {
        await page.setViewportSize({ width, height: 568 })
        await page.evaluate(`document.documentElement.style.fontSize = '${100 * text}%'`)
        expect({ width, text, ...(await page.evaluate<object>(EXTENT)) }).toEqual({ width, text, wide: 0, clipped: [] })
      }
    })

    test('can be walked through by keyboard: everything that has the focus shows it, and nothing lies over it', async () => {
      await using one = await visit('zh-Hans', path, { viewport: PHONE })
      const { page } = one
      const walked: string[] = []
      for (let step = 0; step < 25; step++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate<boolean>(`document.activeElement === document.body`)) break
        const focused = await page.evaluate<{ name: string; seen: boolean; shown: boolean; free: boolean }>(FOCUSED)
        expect(focused).toEqual({ ...focused, seen: true, free: true })
        walked.push(focused.name)
      }
      expect(walked.slice(0, 8)).toEqual(['跳到正文', '通关', '繁體', 'English', '提问', '主题', '搜索', '政策变化'])
      expect(walked.length).toBeGreaterThan(9)
    })

    test('has targets of a size that can be hit, one heading of the first order, and no level left out', async () => {
      await using one = await visit('zh-Hans', path, { viewport: PHONE })
      const { page } = one
      expect(await targetsTooSmall(page)).toEqual([])
      const levels = await page
        .locator('h1, h2, h3, h4')
        .evaluateAll((all) => all.map((heading) => Number(heading.localName.slice(1))))
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      levels.forEach((level, index) => {
        expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
      })
      for (const role of ['banner', 'main', 'contentinfo'] as const) expect(await page.getByRole(role).count()).toBe(1)
    })
  })

  test('the chosen day is asked for without script', async () => {
    await using one = await visit('en', PAGES.entry, { javaScriptEnabled: false })
    await one.page.getByLabel('See the rules of another day').fill('2018-06-01')
    await one.page.getByRole('button', { name: 'Show' }).click()
    await one.page.getByText('This page tells the rules of 1 June 2018.').waitFor()
    expect(await one.page.locator('.lead').textContent()).toContain('20,000 yuan')
  })

  test('printed, it is the text and the address, without what can only be pressed', async () => {
    await using one = await visit('en', PAGES.entry)
    await one.page.emulateMedia({ media: 'print' })
    expect(await one.page.locator('.address').isVisible()).toBe(true)
    expect(await one.page.locator('.address').textContent()).toBe(`${service.url}/en/a/annual-limit`)
    for (const hidden of ['.places', '.languages', '.day', '.ask-on'])
      expect(await one.page.locator(hidden).first().isVisible()).toBe(false)
    expect(await one.page.locator('.lead').isVisible()).toBe(true)
  })
})

/** Links and buttons smaller than 24 by 24 pixels, but for links within a sentence (WCAG 2.5.8). */
const targetsTooSmall = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('a, button, input')]
    .filter((target) => target.offsetParent && !target.closest('p, .prose, .lead, .documents li, .skip'))
    .filter((target) => { const { width, height } = target.getBoundingClientRect(); return width < 24 || height < 24 })
    .map((target) => target.outerHTML.slice(0, 120))`)
