import { type Marks, toMarkedText } from '../markdown.ts'

// Private characters that stand around bold text until it is known what it heads.
const [OPEN, CLOSE] = ['\uE000', '\uE001']

/** The client shows text as it is, but makes links of `<a>`: nothing else may look like a tag. */
const literal = (text: string): string => text.replace(/[\uE000\uE001]/g, '').replace(/<(?=[a-z/!])/gi, '＜')

const WECHAT: Marks = {
  bold: (text) => `${OPEN}${text}${CLOSE}`,
  link: (text, address) =>
    /^https?:/.test(address)
      ? `<a href="${address.replaceAll('"', '%22')}">${text.replace(/<a href="[^"]*">|<\/a>/g, '')}</a>`
      : text,
  bullet: '·',
  literal,
}

/** A reply's Markdown as the WeChat client shows it: headings in brackets, links to tap on, nothing of the marks. */
export const toWeChatText = (markdown: string): string =>
  toMarkedText(markdown, WECHAT)
    .replace(/^\uE000([^\uE000\uE001\n]+)\uE001$/gm, '【$1】')
    .replace(/[\uE000\uE001]/g, '')

/** What somebody else wrote, to be shown as they wrote it. */
export const quoted = literal

/** A text without the link to its page at the end, and that link; undefined where there is none. */
export function withoutPageLink(text: string, publicUrl: string | undefined): { text: string; link?: string } {
  const [, body = '', link = ''] = /^([\s\S]*)\n\n(<a href="[^"]*">[^<]*<\/a>)$/.exec(text) ?? []
  return publicUrl !== undefined && link.startsWith(`<a href="${publicUrl}/`) ? { text: body, link } : { text }
}
