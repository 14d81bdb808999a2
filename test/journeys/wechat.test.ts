import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Menu } from '../../src/channels/wechat/menu.ts'
import { MOST_BYTES } from '../../src/channels/wechat/parts.ts'
import { ACCOUNT, weChatPlatform } from '../channels/wechat/client.ts'
import { run, type Service, startService, temporaryFolder } from './service.ts'

const PUBLIC_URL = 'https://tongguan.example.cn'

let service: Service
let platform: ReturnType<typeof weChatPlatform>
const parts = new AsyncDisposableStack()
beforeAll(async () => {
  const folder = parts.use(await temporaryFolder())
  const keyFile = join(folder.path, 'key')
  await writeFile(keyFile, `${ACCOUNT.key}\n`)
  const settings = { WECHAT_TOKEN: ACCOUNT.token, WECHAT_AES_KEY_FILE: keyFile, WECHAT_APP_ID: ACCOUNT.appId }
  service = parts.use(await startService({ ...settings, PUBLIC_URL }))
  platform = weChatPlatform(service.url)
})
afterAll(() => parts.disposeAsync())

const loggedOf = async (text: string) => (await service.exported()).filter((row) => row.text === text)

test('the address is checked, and answers only who knows the token', async () => {
  expect(await platform.verify('42')).toMatchObject({ status: 200, body: '42' })
  expect((await fetch(`${service.url}/wechat`)).status).toBe(403)
})

test.each([
  ['今年还能买多少跨境商品？', '26,000元', `${PUBLIC_URL}/zh-Hans/a/annual-limit`],
  ['今年還能買多少跨境商品？', '年度限值提高過一次', `${PUBLIC_URL}/zh-Hant/a/annual-limit`],
  ['How much may I still buy this year?', '26,000 yuan', `${PUBLIC_URL}/en/a/annual-limit`],
])('%s is answered in its language, with its documents and its page', async (question, words, page) => {
  const told = await platform.say(`o-${question}`, question)
  expect(told).toContain(words)
  expect(told).toContain(`<a href="${page}">`)
  expect(told).toMatch(/【(依据|依據|Based on)】\n\n· <a href="https:\/\/www\.gov\.cn[^"]*">/)
  expect(told).not.toMatch(/\*\*|\]\(/)
})

test('a retry is logged once, under a pseudonym, and the rating reaches it', async () => {
  const question = '网购一次最多能花多少钱的跨境商品'
  const fields = platform.message('oNobodyMustEverSeeThis', 'text', { Content: question })
  const first = await platform.push(fields)
  expect((await platform.push(fields)).content).toBe(first.content)
  expect(await platform.say('oNobodyMustEverSeeThis', '没用：请打 13812345678')).toContain('谢谢')
  const rows = await loggedOf(question)
  expect(rows).toMatchObject([{ channel: 'wechat', helpful: 'false' }])
  expect(JSON.stringify(await service.exported())).not.toMatch(/oNobodyMustEverSeeThis|13812345678/)
  const database = await readFile(service.settings.DATABASE_URL?.replace('sqlite:', '') ?? '')
  expect(database.includes('oNobodyMustEverSeeThis')).toBe(false)
  expect(JSON.stringify(service.lines)).not.toContain('oNobodyMustEverSeeThis')
})

test('an answer longer than one reply is read to its end with 继续, and nothing of it is logged twice', async () => {
  const question = '海淘、行邮、携带哪个划算？一块手表3000元'
  const told = [await platform.say('o-long', question)]
  expect(told[0]).toContain(`<a href="${PUBLIC_URL}/`)
  while (/回复“继续”接着看。$/.test(told.at(-1) ?? '') && told.length < 10)
    told.push(await platform.say('o-long', '继续'))
  expect(told.length).toBeGreaterThan(1)
  for (const part of told) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(MOST_BYTES)
  expect(told.at(-1)).toMatch(/回复“有用”或“没用”。$/)
  expect(told.join('\n').match(/【依据】/g)).toHaveLength(1)
  expect(await platform.say('o-long', '继续')).toMatch(/没有更多/)
  expect((await service.exported()).filter(({ text }) => text === '继续')).toEqual([])
  expect(await loggedOf(question)).toHaveLength(1)
})

test('a calculation is told in lines', async () => {
  const told = await platform.say('o-tax', '一支100毫升香水800元包邮跨境电商交多少税')
  expect(told).toMatch(/^要交税 72\.80 元/)
  expect(told).toMatch(/· 增值税：800 × 13% × 70% = 72\.80元\n/)
})

test('a decision is made by numbers, and what may be asked next as well', async () => {
  expect(await platform.say('o-tree', '帮我选监管方式')).toMatch(/1\. 进口[^\n]*\n2\. 出口/)
  expect(await platform.say('o-tree', '2')).toMatch(/1\. [^\n]*\n2\. 境外的公司/)
  expect(await platform.say('o-tree', '2')).toMatch(/1\. 对方在跨境电商平台上下的单/)
  expect(await platform.say('o-tree', '1')).toMatch(/^走9710/)

  const told = await platform.say('o-next', '今年还能买多少跨境商品？')
  const [, second = ''] = /\n2\. ([^\n]+)/.exec(told) ?? []
  const next = await platform.say('o-next', '2')
  expect(next).toBe(await platform.say('o-other', second))
})

test('without a token there is no such address', async () => {
  await using other = await startService()
  expect((await fetch(`${other.url}/wechat`)).status).toBe(404)
})

describe('the menu that is printed', () => {
  const printed = async (args: string[] = [], settings = {}) => {
    const { code, stdout, stderr } = await run(['wechat-menu', ...args], settings)
    expect(code).toBe(0)
    return { menu: JSON.parse(stdout) as Menu, stderr }
  }
  const bytes = (text: string) => Buffer.byteLength(text)

  test.each([
    ['with an address', [], { PUBLIC_URL }],
    ['without', [], {}],
    ['in English', ['--language', 'en'], { PUBLIC_URL }],
  ])("keeps the platform's limits %s", async (_, args, settings) => {
    const { menu, stderr } = await printed(args, settings)
    expect(menu.button.length).toBeLessThanOrEqual(3)
    for (const { name, sub_button: buttons } of menu.button) {
      expect({ name, fits: bytes(name) <= 16 }).toEqual({ name, fits: true })
      expect(buttons.length).toBeGreaterThan(0)
      expect(buttons.length).toBeLessThanOrEqual(5)
      for (const button of buttons) {
        expect(bytes(button.name)).toBeLessThanOrEqual(60)
        if (button.type === 'click') expect(bytes(button.key)).toBeLessThanOrEqual(128)
        else expect(button.url.startsWith(`${PUBLIC_URL}/`)).toBe(true)
      }
    }
    expect(stderr === '').toBe('PUBLIC_URL' in settings)
  })

  test('says nothing but how it is used for a language that it does not have', async () => {
    expect(await run(['wechat-menu', '--language', 'fr'])).toMatchObject({ code: 64, stdout: '' })
  })

  test.each([
    ['zh-Hans', []],
    ['en', ['--language', 'en']],
  ])('has buttons that are all answered, and pages that are all there, in %s', async (locale, args) => {
    for (const settings of [{}, { PUBLIC_URL }]) {
      const { menu } = await printed(args, settings)
      for (const button of menu.button.flatMap(({ sub_button }) => sub_button)) {
        if (button.type === 'view') {
          const { status } = await fetch(button.url.replace(PUBLIC_URL, service.url))
          expect({ button, status }).toEqual({ button, status: 200 })
          continue
        }
        await platform.event(`o-${button.key}`, 'CLICK', { EventKey: button.key })
        const [row] = await loggedOf(button.key.replace(/^ask:/, ''))
        expect({ button, row }).toEqual({
          button,
          row: expect.objectContaining({
            locale,
            outcome: expect.stringMatching(/^(answered|asked|changed|courtesy)$/),
          }),
        })
      }
    }
  })
})
