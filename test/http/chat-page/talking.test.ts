import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { turnsPerMinute } from '../../../src/core/rate-limit.ts'
import { inBrowser, PHONE, reply, send } from './browser.ts'
import { openPage } from './opened.ts'

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(2)</script>',
  '<iframe src="https://example.org"></iframe>',
  '[press me](javascript:alert(3))',
  '[press me](data:text/html,<script>alert(4)</script>)',
  '![image](https://example.org/x.png)',
  '<a href="javascript:alert(5)">a</a>',
  '"><svg onload=alert(6)>',
  '{{constructor.constructor("alert(7)")()}}',
  '</li></ol><form action="https://example.org"><input name=a>',
].join('\n\n')

inBrowser('a conversation on the chat page', (open) => {
  const WAYS = [
    ['with script, over a WebSocket', { script: true, webSocket: true }],
    ['with script, polling', { script: true, webSocket: false }],
    ['without script', { script: false, webSocket: false }],
  ] as const

  describe.each(WAYS)('%s', (_, { script, webSocket }) => {
    async function visit(url: string, options: Parameters<typeof open>[1] = {}) {
      if (!script) return open(url, { javaScriptEnabled: false, ...options })
      const one = await open(url, options)
      if (webSocket) return one
      await one.page.addInitScript(`delete window.WebSocket`)
      await one.page.reload()
      return one
    }
    /** With script a conversation grows on one page; without, each page holds one turn. */
    const nth = (count: number) => (script ? count : 1)
    /** Without script the answer is another page, and the one before shows its own reply until that has come. */
    async function ask(page: Page, question: string) {
      const turned = script ? undefined : page.waitForEvent('domcontentloaded')
      await send(page, question)
      await turned
    }

    test('a question is answered below it, and the page is ready for the next', async () => {
      await using service = await openPage()
      await using one = await visit(service.url)
      const { page } = one
      for (const [index, question] of ['还能买多少', '那税呢'].entries()) {
        await ask(page, question)
        expect(await (await reply(page, nth(index + 1))).locator('strong').textContent()).toBe(question)
        expect(await page.locator('li.you p').last().textContent()).toBe(question)
        expect(await page.locator('#question').inputValue()).toBe('')
      }
      expect(service.heard.map(({ text, channel, locale }) => ({ text, channel, locale }))).toEqual([
        { text: '还能买多少', channel: 'web', locale: 'zh-Hans' },
        { text: '那税呢', channel: 'web', locale: 'zh-Hans' },
      ])
      expect(new Set(service.heard.map(({ conversation }) => conversation)).size).toBe(1)
      expect(await page.locator('.wait').count()).toBe(0)
      expect(one.surprises).toEqual([])
    })

    test('the examples and the choices are buttons that ask', async () => {
      await using service = await openPage()
      await using one = await visit(service.url, { locale: 'en-GB' })
      const { page } = one
      await page.getByRole('button', { name: 'How much may I still buy this year?' }).click()
      await (await reply(page, nth(1))).getByRole('button', { name: '单次限值' }).click()
      await reply(page, nth(2))
      await expect.poll(() => page.locator('li.you p').last().textContent()).toBe('单次交易限值是多少')
      expect(service.heard.map(({ text }) => text)).toEqual([
        'How much may I still buy this year?',
        '单次交易限值是多少',
      ])
      expect(one.surprises).toEqual([])
    })

    test('a reply can be rated, and the conversation goes on', async () => {
      await using service = await openPage()
      await using one = await visit(service.url, { locale: 'en-GB' })
      const { page } = one
      await ask(page, 'how much')
      await (await reply(page)).getByRole('button', { name: 'No', exact: true }).click()
      await page.getByText('Thank you for the rating.').waitFor()
      expect(service.ratings).toMatchObject([{ helpful: false }])
      await ask(page, 'and then')
      await reply(page, nth(1))
      await expect.poll(() => service.heard.length).toBe(2)
      expect(new Set(service.heard.map(({ conversation }) => conversation)).size).toBe(1)
      expect(one.surprises).toEqual([])
    })

    test('the first sentence of a long reply is in sight', async () => {
      await using service = await openPage({
        answer: () => ({ text: `**The answer.**\n\n${'- one more line of the detail, and it goes on\n'.repeat(80)}` }),
      })
      await using one = await visit(service.url)
      await ask(one.page, 'how much')
      const sentence = (await reply(one.page)).locator('strong').first()
      await expect
        .poll(async () => {
          const { y = -1, height = 0 } = (await sentence.boundingBox()) ?? {}
          return y >= 0 && y + height <= PHONE.height / 2
        })
        .toBe(true)
      expect(await one.page.locator('#question').isVisible()).toBe(true)
    })

    test('hostile text, asked or answered, is shown as text', async () => {
      await using service = await openPage({
        answer: ({ text }) => ({ text: `${HOSTILE}\n\n${text}`, choices: [{ label: HOSTILE, utterance: HOSTILE }] }),
      })
      await using one = await visit(service.url)
      const { page } = one
      const asked = `<img src=x onerror=alert(1)><script>alert(2)</script> [a](javascript:alert(3)) "'&lt;`
      await ask(page, asked)
      const shown = await reply(page)
      expect(await page.locator('li.you p').last().textContent()).toBe(asked)
      const text = (await shown.textContent()) ?? ''
      for (const line of [
        '<img src=x onerror=alert(1)>',
        '<script>alert(2)</script>',
        '"><svg onload=alert(6)>',
        '{{constructor',
      ])
        expect(text).toContain(line)
      expect(await page.locator('#log :is(img, script, iframe, svg, object, style)').count()).toBe(0)
      expect(await page.locator('form[action*="example.org"]').count()).toBe(0)
      for (const link of await page.locator('#log a').all()) expect(await link.getAttribute('href')).toMatch(/^https?:/)
      await shown.locator('.choices button').click()
      await expect.poll(() => service.heard.length).toBe(2)
      // A field is one line.
      expect(service.heard[1]?.text.replace(/\s+/g, '')).toBe(HOSTILE.replace(/\s+/g, ''))
      await reply(page, nth(2))
      expect(one.surprises).toEqual([])
    })

    test.each([
      ['zh-CN', '问得太快了'],
      ['zh-TW', '問得太快了'],
      ['en-GB', 'That was too fast'],
    ])('a flood is told so to a reader of %s, and the question is not lost', async (locale, words) => {
      await using service = await openPage({ takeTurn: turnsPerMinute(1, () => 0) })
      await using one = await visit(service.url, { locale })
      const { page } = one
      await ask(page, '一')
      await reply(page)
      await ask(page, 'the second')
      const alert = page.getByRole('alert')
      await alert.waitFor()
      expect(await alert.textContent()).toContain(words)
      expect(await page.locator('#question').inputValue()).toBe('the second')
      expect(service.heard).toHaveLength(1)
    })

    test('links lead to the documents in a window of their own, which learns nothing of this page', async () => {
      await using service = await openPage({
        answer: () => ({ text: '- [《通知》（财关税〔2018〕49号）](https://www.gov.cn/a_b_(c).htm)，第一条' }),
      })
      await using one = await visit(service.url)
      await ask(one.page, '依据')
      const link = (await reply(one.page)).locator('a')
      expect(await link.textContent()).toBe('《通知》（财关税〔2018〕49号）')
      expect(await link.getAttribute('href')).toBe('https://www.gov.cn/a_b_(c).htm')
      expect(await link.getAttribute('target')).toBe('_blank')
      expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
    })
  })

  test('both ways make the same of a reply: paragraphs, lists, tables, emphasis, links', async () => {
    const text = [
      '每人每年 **26,000元**，`5,000元`。',
      '第一行\n第二行',
      '- 一\n- 二，[链接](https://www.gov.cn/a)',
      '1. 甲\n2. 乙',
      '| 商品 | 税率 |\n|---|---|\n| 红酒 | 17.9% |\n| 啤酒 | 9% |',
      '**依据**\n- [《通知》](https://www.gov.cn/b)',
      '3 * 4 * 5，a_b_c，5 < 6 & 7 > 2，**没有结束',
    ].join('\n\n')
    await using service = await openPage({ answer: () => ({ text }) })
    const shapes: string[] = []
    for (const javaScriptEnabled of [true, false]) {
      await using one = await open(service.url, { javaScriptEnabled })
      await send(one.page, '一')
      const markup = await (await reply(one.page)).innerHTML()
      const [, body = ''] = /<\/span>([\s\S]*?)<(?:form|div)/.exec(markup) ?? []
      shapes.push(
        body.replace(/<\/?(?:tbody|thead|tr)>| (?:rel|target|href)="[^"]*"|\s/g, '').replace(/<p>|<\/p>|<br>/g, '¶'),
      )
    }
    expect(shapes[0]?.replace(/¶+/g, '¶')).toBe(shapes[1]?.replace(/¶+/g, '¶'))
  })
})
