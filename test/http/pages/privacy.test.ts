import { expect, test } from 'vitest'
import { LOCALES } from '../../../src/core/locale.ts'
import { load, openPages } from './opened.ts'

test.each(LOCALES)('what is kept of those who ask is told in %s, with the days as they are set', async (locale) => {
  await using app = await openPages({ retainTextDays: 37 })
  const { status, markup } = await load(`${app.url}/${locale}/privacy`)
  expect(status).toBe(200)
  expect(markup.match(/\b37\b/g)).toHaveLength(2)
})

test('every page leads there, and the map of the site as well', async () => {
  await using app = await openPages()
  for (const path of ['/en/a/annual-limit', '/en/t', '/en/search']) {
    const { markup } = await load(app.url + path)
    expect(markup).toContain('href="/en/privacy"')
  }
  expect((await load(`${app.url}/sitemap.xml`)).markup).toContain('/zh-Hant/privacy</loc>')
})
