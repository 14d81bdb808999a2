import { afterAll, beforeAll, expect, test } from 'vitest'
import { METHOD, SECTIONS } from '../../src/insights/sections.ts'
import { axe, DESKTOP, inBrowser, PHONE } from '../http/chat-page/browser.ts'
import { aYear } from './a-year.ts'
import { openInsights, TODAY } from './opened.ts'

const WAYS = [
  { locale: 'zh-Hans', viewport: PHONE, colorScheme: 'dark' },
  { locale: 'zh-Hant', viewport: PHONE, colorScheme: 'light' },
  { locale: 'en', viewport: DESKTOP, colorScheme: 'light' },
  { locale: 'en', viewport: DESKTOP, colorScheme: 'dark' },
] as const

let service: Awaited<ReturnType<typeof openInsights>>
beforeAll(async () => {
  service = await openInsights(aYear({ until: TODAY }))
})
afterAll(() => service?.[Symbol.asyncDispose]())

inBrowser('the insights pages for everybody', (open) => {
  test.each([...SECTIONS.map(({ path }) => path), METHOD.path])(
    '%s has no fault that axe can find, in three languages, at phone and desktop width, light and dark',
    async (path) => {
      await using one = await open(service.url + path)
      const faults: Record<string, string[]> = {}
      for (const { locale, viewport, colorScheme } of WAYS) {
        await one.page.setViewportSize(viewport)
        await one.page.emulateMedia({ colorScheme })
        await one.page.goto(`${service.url}${path}?locale=${locale}`)
        await one.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        const found = await axe(one.page)
        if (found.length > 0) faults[`${locale}, ${viewport.width}, ${colorScheme}`] = found
      }
      expect(faults).toEqual({})
    },
  )

  test('a view that cannot be, and one of nothing, have no fault either', async () => {
    await using empty = await openInsights([])
    await using one = await open(`${empty.url}/insights?locale=en`, { viewport: DESKTOP })
    expect(await axe(one.page)).toEqual([])
    await one.page.goto(`${empty.url}/insights?locale=en&channel=none`)
    expect(await axe(one.page)).toEqual([])
  })
})
