import { describe, expect, test } from 'vitest'
import { readCommand } from '../../../src/channels/wechat/commands.ts'
import { composeReply } from '../../../src/channels/wechat/compose.ts'
import { MOST_BYTES } from '../../../src/channels/wechat/parts.ts'
import { toWeChatText, withoutPageLink } from '../../../src/channels/wechat/text.ts'
import type { Reply } from '../../../src/core/reply.ts'
import { replyTo, wording } from '../served.ts'

describe('Markdown in WeChat', () => {
  test('has no marks: headings stand in brackets, bold text is bare, lists are lines', () => {
    expect(toWeChatText('最多 **5,000元**。\n\n**依据**\n\n- 甲\n- `乙`\n\n1. 一\n2. 二')).toBe(
      '最多 5,000元。\n\n【依据】\n\n· 甲\n· 乙\n\n1. 一\n2. 二',
    )
  })

  test('a link is one to tap on, a table is lines', () => {
    expect(toWeChatText('《通知》[财关税〔2018〕49号](https://example.cn/a?b=1&c=2)，第一条')).toBe(
      '《通知》<a href="https://example.cn/a?b=1&c=2">财关税〔2018〕49号</a>，第一条',
    )
    expect(toWeChatText('| 代码 | 方向 |\n|---|---|\n| 9610 | 进出口 |')).toBe('代码 | 方向\n9610 | 进出口')
    expect(toWeChatText('[电话](tel:12360)')).toBe('电话')
  })

  test('nobody else can make a link or a heading', () => {
    const text = toWeChatText('<a href="http://evil.example">x</a> a<b 1 < 2 \uE000粗\uE001 [x](javascript:alert(1))')
    expect(text).toBe('＜a href="http://evil.example">x＜/a> a＜b 1 < 2 粗 [x](javascript:alert(1))')
    expect(toWeChatText('[<a href="x">](https://example.cn/"o)')).not.toMatch(/<a[^>]*<a/)
  })

  test('knows the link to its page by its address', () => {
    const link = '<a href="https://t.example.cn/zh-Hans/a/x">页</a>'
    expect(withoutPageLink(`答\n\n${link}`, 'https://t.example.cn')).toEqual({ text: '答', link })
    expect(withoutPageLink(`答\n\n${link}`, 'https://other.example.cn')).toEqual({ text: `答\n\n${link}` })
    expect(withoutPageLink(`答\n\n${link}`, undefined)).toEqual({ text: `答\n\n${link}` })
    expect(withoutPageLink('答', 'https://t.example.cn')).toEqual({ text: '答' })
  })
})

describe('a reply in WeChat', () => {
  const publicUrl = 'https://t.example.cn'
  const compose = (more: Partial<Reply>, before?: string) =>
    composeReply(
      { ...replyTo({ text: '额度', channel: 'wechat', speaker: 'o1' }), text: '答', ...more },
      { translate: wording, publicUrl },
      before,
    )

  test('ends with what may be asked next and how to rate it', () => {
    expect(compose({}, '听到的是')).toEqual({
      parts: ['听到的是\n\n答\n\n回复数字接着问：\n1. 单次限值\n\n这条回答有没有用？回复“有用”或“没用”。'],
      locale: 'zh-Hans',
      choices: ['单次交易限值是多少'],
      reply: expect.stringMatching(/^reply-/),
    })
  })

  test('in several parts links to its page in the first, says how many are left, and ends as a short one does', () => {
    const text = `${Array.from({ length: 60 }, (_, index) => `第${index}段：${'说明'.repeat(12)}`).join('\n\n')}\n\n[页](${publicUrl}/zh-Hans/a/x)`
    const { parts } = compose({ text })
    const link = `<a href="${publicUrl}/zh-Hans/a/x">页</a>`
    expect(parts.length).toBeGreaterThan(2)
    for (const [index, part] of parts.entries()) {
      expect(Buffer.byteLength(part)).toBeLessThanOrEqual(MOST_BYTES)
      expect(part.includes(link)).toBe(index === 0)
    }
    expect(parts[0]).toMatch(new RegExp(`还有${parts.length - 1}段，回复“继续”接着看。$`))
    expect(parts.at(-2)).toMatch(/还有一段，回复“继续”接着看。$/)
    expect(parts.at(-1)).toMatch(/1\. 单次限值\n\n这条回答有没有用？回复“有用”或“没用”。$/)
    const paragraphs = parts.join('\n\n').match(/第\d+段：/g)
    expect(paragraphs).toEqual(Array.from({ length: 60 }, (_, index) => `第${index}段：`))
  })

  test.each(['declined', 'courtesy', 'signposted', 'clarified'] as const)(
    'that is %s asks for no rating, and leaves the one before to be rated',
    (outcome) => {
      const said = compose({ outcome })
      expect(said.parts[0]).not.toContain('有没有用')
      expect(said.reply).toBeUndefined()
    },
  )
})

test.each([
  ['继续', { kind: 'continue' }],
  ['請繼續。', { kind: 'continue' }],
  ['More', { kind: 'continue' }],
  ['有用！', { kind: 'rate', helpful: true }],
  ['没有用', { kind: 'rate', helpful: false }],
  ['没用:看不懂', { kind: 'rate', helpful: false, reason: '看不懂' }],
  ['继续教育怎么报税', undefined],
  ['没用，能退吗', undefined],
  ['useful life of goods', undefined],
  ['', undefined],
])('%s is a command or it is not', (text, command) => {
  expect(readCommand(text)).toEqual(command)
})
