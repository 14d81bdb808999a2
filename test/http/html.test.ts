import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeHtml, Html, html } from '../../src/http/html.ts'

/** What a browser makes of escaped text. */
const read = (markup: string): string =>
  markup.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
  )

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'<>&"\'/=; aimg!-`'.split('')) }),
)

describe('escaped text', () => {
  test('holds no character that could end an element or an attribute, and reads as it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeHtml(text)
        expect(escaped).not.toMatch(/[<>"']/)
        expect(escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&')
        expect(read(escaped)).toBe(text)
      }),
    )
  })

  test('stays escaped when it is escaped again: nothing is unescaped on the way', () => {
    expect(escapeHtml('&lt;b&gt;')).toBe('&amp;lt;b&amp;gt;')
  })
})

describe('a template', () => {
  test('escapes every value, wherever it stands', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const { markup } = html`<p title="${one}">${other}</p>`
        const [, title = '', content = ''] = /^<p title="([^"]*)">([^<]*)<\/p>$/.exec(markup) ?? []
        expect([read(title), read(content)]).toEqual([one, other])
      }),
    )
  })

  test('keeps markup that a template has made, once and in lists', () => {
    const item = (text: string) => html`<li>${text}</li>`
    expect(html`<ul>${['<a>', 'b'].map(item)}</ul>`.markup).toBe('<ul><li>&lt;a&gt;</li><li>b</li></ul>')
    expect(html`${html`${html`<b>${'&'}</b>`}`}`.markup).toBe('<b>&amp;</b>')
  })

  test('shows nothing for what is absent, and a number as it is', () => {
    expect(html`[${undefined}${false}${[undefined, false]}${0}]`.markup).toBe('[0]')
  })

  test('does not take a look-alike for markup', () => {
    const forged = { markup: '<script>alert(1)</script>', toString: () => '<script>' } as unknown as string
    expect(html`${forged}`.markup).toBe('&lt;script&gt;')
    expect(`${new Html('<b>')}`).toBe('<b>')
  })
})
