import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { METHOD, SECTIONS } from '../../src/insights/sections.ts'
import { DESKTOP, inBrowser } from '../http/chat-page/browser.ts'
import { aYear } from './a-year.ts'
import { hostileCatalogue, hostileLog } from './hostile.ts'
import { openInsights, TODAY } from './opened.ts'

const PATHS = [...SECTIONS.map(({ path }) => path), METHOD.path]

// What runs in the page stands here as text: the types of a browser are not those of the service.

/** How wide the page is, and what of it lies outside; wide tables scroll by themselves, and some things are hidden on purpose. */
const EXTENT = `(() => {
  const { clientWidth, scrollWidth } = document.documentElement
  const outside = (element) => {
    const { left, right } = element.getBoundingClientRect()
    return right > clientWidth + 1 || left < -1
  }
  const all = [...document.querySelectorAll('body *')].filter((element) => !element.closest('.skip, thead, .scroll table:not(.wide)'))
  return { wide: scrollWidth - clientWidth, clipped: all.filter(outside).map(({ outerHTML }) => outerHTML.slice(0, 80)) }
})()`

/** Charts that were not drawn. */
const BROKEN = `[...document.images].filter(({ complete, naturalWidth }) => !complete || naturalWidth === 0).map(({ src }) => src)`

let year: Awaited<ReturnType<typeof openInsights>>
let hostile: Awaited<ReturnType<typeof openInsights>>
beforeAll(async () => {
  year = await openInsights(aYear({ until: TODAY }))
  hostile = await openInsights(hostileLog(), {
    catalogue: hostileCatalogue,
    terms: (text) => [{ key: text, shown: text }],
  })
})
afterAll(async () => {
  await year?.[Symbol.asyncDispose]()
  await hostile?.[Symbol.asyncDispose]()
})

inBrowser('the insights pages', (open) => {
  describe.each(PATHS)('%s', (path) => {
    test.each([320, 390, 1280])('fits %d pixels, charts drawn, without script', async (width) => {
      await using one = await open(`${year.url}${path}?locale=en`, { viewport: { width, height: 800 } })
      await one.page.waitForLoadState('networkidle')
      expect(await one.page.evaluate(EXTENT)).toEqual({ wide: 0, clipped: [] })
      expect(await one.page.evaluate(BROKEN)).toEqual([])
      expect(await one.page.locator('script').count()).toBe(0)
      expect(one.surprises).toEqual([])
    })

    test('runs nothing that people or authors wrote, and shows it as text', async () => {
      await using one = await open(`${hostile.url}${path}?locale=en`, { viewport: DESKTOP })
      await one.page.waitForLoadState('networkidle')
      expect(one.surprises).toEqual([])
      expect(await one.page.locator('script, main svg, main img:not(.chart)').count()).toBe(0)
      expect(await one.page.evaluate(BROKEN)).toEqual([])
    })
  })

  test('a chart of hostile names, opened by itself, runs nothing either', async () => {
    for (const chart of [
      'overview/leading',
      'topics/topics',
      'gaps/groups',
      'misconceptions/misconceptions',
      'entries/entries',
    ]) {
      await using one = await open(`${hostile.url}/insights/charts/${chart}.svg`)
      expect(one.surprises).toEqual([])
      expect(await one.page.locator('script, foreignObject, image').count()).toBe(0)
      expect(await one.page.locator('text').count()).toBeGreaterThan(5)
    }
  })

  test('can be used by keyboard alone: skip, pages, period, downloads, all with the focus to be seen', async () => {
    await using one = await open(`${year.url}/insights/misconceptions?locale=en`, { viewport: DESKTOP })
    const { page } = one
    const seen: string[] = []
    for (let step = 0; step < 34; step++) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate<{ name: string; outline: string }>(
        `(({ textContent, tagName, className }, { outlineStyle }) => ({ name: className === 'scroll' ? 'table' : textContent.trim() || tagName, outline: outlineStyle }))(document.activeElement, getComputedStyle(document.activeElement))`,
      )
      expect(focused).toMatchObject({ outline: expect.not.stringMatching(/^none$/) })
      seen.push(focused.name)
      if (focused.name === 'Change the period or narrow it down') await page.keyboard.press('Enter')
    }
    expect(seen.slice(0, 4)).toEqual(['Skip to the numbers', 'Tongguan insights', '简体', '繁體'])
    expect(seen).toEqual(
      expect.arrayContaining([
        'Overview',
        'Method',
        'INPUT',
        'Show',
        '13 weeks',
        'table',
        'table (CSV): False beliefs',
      ]),
    )
  })

  test('narrows down by its form, without script, and keeps the view from page to page', async () => {
    await using one = await open(`${year.url}/insights?locale=en`, { viewport: DESKTOP, javaScriptEnabled: false })
    const { page } = one
    await page.locator('summary').click()
    await page.locator('select[name=channel]').selectOption('web')
    await page.getByLabel('From', { exact: true }).fill('2026-10-05')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.waitForURL(/channel=web/)
    expect(await page.locator('.period').textContent()).toContain('5 October 2026 to 29 November 2026')
    await page.getByRole('link', { name: 'Topics', exact: true }).click()
    await page.waitForURL(/\/topics\?.*channel=web/)
    await page.getByRole('link', { name: '繁體' }).click()
    await page.locator('html[lang=zh-Hant]').waitFor()
    expect(await page.locator('.period').textContent()).toContain('聊天頁面')
  })

  test('prints without what is for the screen, on a light ground, tables whole', async () => {
    await using one = await open(`${year.url}/insights/topics?locale=en`, { viewport: DESKTOP, colorScheme: 'dark' })
    const { page } = one
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await page.waitForLoadState('networkidle')
    for (const hidden of ['.languages', '.sections', 'details', '.downloads'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false)
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
    expect(await page.evaluate("document.querySelector('img.chart').currentSrc")).not.toContain('theme=dark')
    expect(await page.locator('table').first().isVisible()).toBe(true)
  })
})
