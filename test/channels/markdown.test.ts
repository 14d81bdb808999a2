import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toHtml, toPlainText } from '../../src/channels/markdown.ts'

const anyMarkdown = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        ...[
          '**',
          '`',
          '[',
          '](',
          ')',
          '\n',
          '\n\n',
          '- ',
          '1. ',
          '| a | b |\n|---|---|\n',
          '> ',
          '# ',
          '```\n',
          '    ',
          '<',
          '>',
          '"',
          '&',
        ],
        ...[
          '<script>',
          '</script>',
          '<img src=x onerror=alert(1)>',
          'javascript:alert(1)',
          'https://www.gov.cn/',
          'data:text/html,',
          '![x](',
        ],
        ...['额度', '&#x6a;', '&colon;', '\\', '%', '%zz', '\u0000', '\u202e'],
      ),
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''))

/** The elements of some markup: name and attributes. */
const elementsIn = (markup: string) =>
  [...markup.matchAll(/<([a-z0-9]+)((?:\s[^<>]*)?)>/gi)].map(([, name = '', attributes = '']) => ({ name, attributes }))

describe('a reply as HTML', () => {
  test.each([
    ['**26,000元**', '<p><strong>26,000元</strong></p>'],
    ['一\n二\n\n三', '<p>一<br>\n二</p>\n<p>三</p>'],
    ['- 一\n- 二', '<ul>\n<li>一</li>\n<li>二</li>\n</ul>'],
    ['1. 一\n2. 二', '<ol>\n<li>一</li>\n<li>二</li>\n</ol>'],
    [
      '[《通知》（财关税〔2018〕49号）](https://www.gov.cn/a)',
      '<p><a href="https://www.gov.cn/a" rel="noopener noreferrer" target="_blank">《通知》（财关税〔2018〕49号）</a></p>',
    ],
    ['https://www.gov.cn/a', '<p>https://www.gov.cn/a</p>'],
    ['| 甲 | 乙 |\n|---|---|\n| 一 | 二 |', expect.stringMatching(/<th>甲<\/th>[\s\S]*<td>二<\/td>/)],
  ])('%j', (markdown, markup) => {
    expect(toHtml(markdown).trim()).toEqual(markup)
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '![x](https://a.cn/x.png)',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](java\nscript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:x)',
    '<javascript:alert(1)>',
    '[x]: javascript:alert(1)\n\n[x]',
    '**<svg onload=alert(1)>**',
    '```html\n<script>alert(1)</script>\n```',
    '[x](https://a.cn/"onmouseover="alert(1))',
    '[x](https://a.cn/ "><script>alert(1)</script>")',
  ])('of %j holds nothing that runs', (markdown) => {
    const markup = toHtml(markdown)
    expect(markup).not.toMatch(/<(?!\/?(?:p|strong|code|pre|a|br|em)\b)/)
    expect(markup).not.toMatch(/<[^>]*\s(?:on\w+|src)=|href="(?!https:\/\/a\.cn\/)/i)
  })

  test('of anything holds only the elements of text, and links that lead to a web page', () => {
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        for (const { name, attributes } of elementsIn(toHtml(markdown))) {
          expect(name).toMatch(
            /^(?:div|p|br|strong|em|s|code|pre|a|ul|ol|li|table|thead|tbody|tr|th|td|h[1-6]|blockquote|hr)$/,
          )
          if (name === 'a')
            expect(attributes).toMatch(
              /^ href="(?!\s*(?:javascript|data|vbscript|file):)[^"<>]*"(?: title="[^"<>]*")? rel="noopener noreferrer" target="_blank"$/i,
            )
          else
            expect(attributes).toMatch(
              /^(?: start="\d+"| style="text-align:(?:left|right|center)"| class="language-[^"<>]*"| class="scroll" tabindex="0")*$/,
            )
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a reply as plain text', () => {
  test.each([
    ['**26,000元**，`5,000元`', '26,000元，5,000元'],
    ['一\n二\n\n三', '一\n二\n\n三'],
    ['前\n\n- 一\n- 二\n\n后', '前\n\n· 一\n· 二\n\n后'],
    ['1. 一\n2. 二', '1. 一\n2. 二'],
    ['3. 三\n4. 四', '3. 三\n4. 四'],
    ['- 一\n  1. 甲\n  2. 乙\n- 二', '· 一\n  1. 甲\n  2. 乙\n· 二'],
    ['**依据**\n- [《通知》](https://www.gov.cn/a)，第一条', '依据\n\n· 《通知》 <https://www.gov.cn/a>，第一条'],
    ['| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n| 三 | 四 |\n\n后', '甲 | 乙\n一 | 二\n三 | 四\n\n后'],
    ['# 题目\n\n一', '题目\n\n一'],
    ['<b>一</b>', '<b>一</b>'],
    ['```\n一\n  二\n```', '一\n  二'],
    ['', ''],
  ])('%j', (markdown, text) => {
    expect(toPlainText(markdown)).toBe(text)
  })

  test('tells a link’s address readably, whatever it holds', () => {
    expect(toPlainText('[a](https://www.gov.cn/%E6%B5%B7%E5%85%B3)')).toBe('a <https://www.gov.cn/海关>')
    expect(toPlainText('[a](https://www.gov.cn/%E6%B5)')).toBe('a <https://www.gov.cn/%E6%B5>')
    expect(toPlainText('[a](https://www.gov.cn/100%25)')).toContain('a <https://www.gov.cn/100%25>')
  })

  test('of anything is some text: nothing is thrown, no word is lost', () => {
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        const text = toPlainText(markdown)
        expect(text).not.toMatch(/\n{3}|^\s|\s$/u)
        for (const [word] of markdown.matchAll(/额度/g)) expect(text).toContain(word)
      }),
      { numRuns: 1000 },
    )
  })
})
