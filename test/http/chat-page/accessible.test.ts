import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LOCALES } from '../../../src/core/locale.ts'
import { axe, DESKTOP, inBrowser, PHONE } from './browser.ts'
import { openPage } from './opened.ts'

/** Everything a reply can hold: what knowledge may be written in, long words and a wide table. */
const EVERYTHING = `每人每年最多可以买 **26,000元**，每次交易最多 \`5,000元\`。

- 一项
- 两项
  1. 其中一项

| 商品 | 税率 | 消费税 | 增值税 | 单位 | 说明 |
|---|---|---|---|---|---|
| 红酒 | 17.90% | 10% | 13% | 升 | ${'很长的说明'.repeat(12)} |

**依据**
- [《关于完善跨境电子商务零售进口税收政策的通知》（财关税〔2018〕49号）](https://www.gov.cn/${'a'.repeat(120)}.htm)，第一条

Incomprehensibilities${'x'.repeat(150)}`

const choices = [
  { label: '一次最多能买多少', utterance: '一次最多能买多少' },
  { label: 'A rather long title of another entry, as English ones are wont to be, in one button', utterance: 'other' },
]

// What runs in the page stands here as text: the types of a browser are not those of the service.

/** How wide the page is, and what of it lies outside. Tables scroll by themselves, and two things are hidden on purpose. */
const EXTENT = `(() => {
  const { clientWidth, scrollWidth } = document.documentElement
  const outside = (element) => {
    const { left, right } = element.getBoundingClientRect()
    return right > clientWidth + 1 || left < -1
  }
  const all = [...document.querySelectorAll('body *')].filter((element) => !element.closest('.who, .skip, table'))
  return { width: clientWidth, wide: scrollWidth, clipped: all.filter(outside).map(({ outerHTML }) => outerHTML.slice(0, 80)) }
})()`

/** How light the ground and the ink are, between 0 and 1. */
const LIGHTNESS = `(() => {
  const { backgroundColor, color } = getComputedStyle(document.body)
  return [backgroundColor, color].map((text) => text.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765)
})()`

/** What has the focus, and whether one can see it. */
const FOCUSED = `(() => {
  const element = document.activeElement
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  return { name: element.id || element.textContent.trim() || element.tagName, seen: outlineStyle !== 'none' && outlineWidth !== '0px' }
})()`

let service: Awaited<ReturnType<typeof openPage>>
beforeAll(async () => {
  service = await openPage({ answer: ({ text }) => ({ text: `${text}\n\n${EVERYTHING}`, choices }) })
})
afterAll(() => service?.[Symbol.asyncDispose]())

inBrowser('the chat page for everybody', (open) => {
  /** Opens the page; without script means with ours left out, for the checks themselves need script. */
  async function opened(script: boolean, options: Parameters<typeof open>[1] = {}, path = '/') {
    const one = await open(service.url + path, options)
    if (script) return one
    await one.page.route('**/chat.js*', (route) => route.abort())
    await one.page.reload()
    return one
  }

  async function answered(page: Page) {
    await page.locator('#question').fill('how much?')
    await page.keyboard.press('Enter')
    await page.locator('li.bot:not(.wait) .rating').waitFor()
  }

  const BOTH = [
    ['with script', true],
    ['without script', false],
  ] as const
  const SIZES = { phone: PHONE, desktop: DESKTOP }

  describe.each(BOTH)('%s', (_, script) => {
    test.each(LOCALES)(
      'has no fault that axe can find, in %s, at phone and desktop width, light and dark',
      async (locale) => {
        await using one = await opened(script, {}, `/?lang=${locale}`)
        const { page } = one
        expect(await page.locator('html').getAttribute('lang')).toBe(locale)
        const faults: Record<string, string[]> = {}
        for (const state of ['before', 'after'] as const) {
          if (state === 'after') await answered(page)
          for (const [size, viewport] of Object.entries(SIZES))
            for (const colorScheme of ['light', 'dark'] as const) {
              await page.setViewportSize(viewport)
              await page.emulateMedia({ colorScheme })
              const found = await axe(page)
              if (found.length > 0) faults[`${state} the answer, ${size}, ${colorScheme}`] = found
            }
        }
        expect(faults).toEqual({})
      },
    )

    test.each([
      ['320 pixels wide, which is 400 % on a desktop', { viewport: { width: 320, height: 256 } }, 1],
      ['on a small phone', { viewport: { width: 320, height: 568 } }, 1],
      ['at 200 % zoom on a desktop', { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }, 1],
      ['with text twice as large on a phone', { viewport: PHONE }, 2],
    ])('does not have to be scrolled sideways, nor hides anything, %s', async (_name, options, text) => {
      await using one = await opened(script, options, '/?lang=en')
      const { page } = one
      for (const state of ['before', 'after']) {
        if (state === 'after') await answered(page)
        await page.evaluate(`document.documentElement.style.fontSize = '${100 * text}%'`)
        const { width, wide, clipped } = await page.evaluate<{ width: number; wide: number; clipped: string[] }>(EXTENT)
        expect({ state, wide, clipped }).toEqual({ state, wide: width, clipped: [] })
      }
    })

    test('is dark for whoever likes it dark', async () => {
      await using one = await opened(script, { colorScheme: 'dark' })
      const lightness = () => one.page.evaluate<number[]>(LIGHTNESS)
      const [ground = 1, ink = 0] = await lightness()
      expect([ground < 0.2, ink > 0.8]).toEqual([true, true])
      await one.page.emulateMedia({ colorScheme: 'light' })
      const [paper = 0, print = 1] = await lightness()
      expect([paper > 0.8, print < 0.2]).toEqual([true, true])
    })

    test('can be used by keyboard alone, in the order in which it is read', async () => {
      await using one = await opened(script, { viewport: DESKTOP }, '/?lang=en')
      const { page } = one
      const focused = () => page.evaluate<{ name: string; seen: boolean }>(FOCUSED)
      const walk = async (steps: number) => {
        const names = []
        for (let step = 0; step < steps; step++) {
          await page.keyboard.press('Tab')
          const { name, seen } = await focused()
          expect({ name, seen }).toEqual({ name, seen: true })
          names.push(name)
        }
        return names
      }
      expect(await walk(12)).toEqual([
        'Skip to the question box',
        '简体',
        '繁體',
        'Ask',
        'Topics',
        'Search',
        'Changes',
        'How much may I still buy this year?',
        'How is the tax on cross-border shopping worked out?',
        'What are the limits for a personal parcel from abroad?',
        'question',
        'Send',
      ])
      for (let step = 0; step < 11; step++) await page.keyboard.press('Shift+Tab')
      expect((await focused()).name).toBe('Skip to the question box')
      await page.keyboard.press('Enter')
      await page.keyboard.type('how much?')
      await page.keyboard.press('Enter')
      await page.locator('.rating').waitFor()
      expect(service.heard.at(-1)?.text).toBe('how much?')

      await page.locator('li.bot .choices button').last().focus()
      const after = await walk(4)
      expect(after).toEqual(['Yes', 'No', 'question', 'Send'])
    })

    test('has names, headings and landmarks for whoever hears it', async () => {
      await using one = await opened(script, {}, '/?lang=en')
      const { page } = one
      await answered(page)
      for (const role of ['banner', 'main', 'contentinfo', 'log'] as const)
        expect(await page.getByRole(role).count()).toBe(1)
      expect(await page.getByRole('navigation', { name: 'Language' }).count()).toBe(1)
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Tongguan')
      expect(await page.getByRole('textbox', { name: 'Your question' }).count()).toBe(1)
      expect(await page.getByRole('button', { name: 'Send' }).count()).toBe(1)
      const reply = page.locator('li.bot').last()
      expect(await reply.getAttribute('lang')).toBe('en')
      expect(await reply.locator('.who').textContent()).toBe('Tongguan:')
    })

    test('has targets that a thumb can hit', async () => {
      await using one = await opened(script, { hasTouch: true }, '/?lang=zh-Hans')
      await answered(one.page)
      for (const target of await one.page.locator('button, #question, nav a').all()) {
        const box = await target.boundingBox()
        expect({
          what: await target.textContent(),
          tall: (box?.height ?? 0) >= 44,
          wide: (box?.width ?? 0) >= 44,
        }).toMatchObject({ tall: true, wide: true })
      }
    })
  })

  test('tells a screen reader of the reply, politely, when it comes', async () => {
    await using one = await opened(true)
    const { page, context } = one
    const session = await context.newCDPSession(page)
    const log = async () => {
      const { nodes } = await session.send('Accessibility.getFullAXTree')
      const node = nodes.find(({ role }) => role?.value === 'log')
      const inside = new Set<string | undefined>([node?.nodeId])
      for (const { nodeId, parentId } of nodes) if (inside.has(parentId)) inside.add(nodeId)
      return {
        live: node?.properties?.find(({ name }) => name === 'live')?.value.value,
        atomic: node?.properties?.find(({ name }) => name === 'atomic')?.value.value,
        text: nodes
          .filter(({ nodeId, role }) => inside.has(nodeId) && role?.value === 'StaticText')
          .map(({ name }) => name?.value)
          .join(' '),
      }
    }
    const before = await log()
    expect(before).toMatchObject({ live: 'polite', text: expect.stringContaining('您好') })
    expect(before.text).not.toContain('26,000元')
    await answered(page)
    const after = await log()
    expect(after).toMatchObject({ live: 'polite', text: expect.stringContaining('26,000元') })
    expect(after.atomic ?? false).toBe(false)
    expect(after.text).toContain('您好')
  })
})
