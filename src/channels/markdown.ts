import MarkdownIt from 'markdown-it'

/** Raw HTML is escaped and unsafe links are refused by construction; bare addresses stay text; a new line is a new line on every channel. */
const parser = new MarkdownIt({ html: false, linkify: false, breaks: true })
parser.renderer.rules.link_open = (tokens, index, options, env, self) => {
  const ours = String(tokens[index]?.attrGet('href') ?? '').startsWith('/')
  tokens[index]?.attrSet('rel', 'noopener noreferrer')
  if (!ours || env?.newTab) tokens[index]?.attrSet('target', '_blank')
  return self.renderToken(tokens, index, options)
}
// A table wider than the page scrolls by itself, by keyboard as well.
parser.renderer.rules.table_open = () => '<div class="scroll" tabindex="0"><table>\n'
parser.renderer.rules.table_close = () => '</table></div>\n'
parser.disable('image')

/**
 * A reply's Markdown as HTML that is safe to put into a page.
 * @param newTab whether links to our own pages open in a tab of their own, as they must where a conversation would be left
 */
export const toHtml = (markdown: string, { newTab = true }: { newTab?: boolean } = {}): string =>
  parser.render(markdown, { newTab })

/** How a text-only channel writes what Markdown marks. */
export type Marks = {
  bold: (text: string) => string
  link: (text: string, address: string) => string
  /** What stands before each item of a list that is not numbered. */
  bullet: string
  /** Makes sure that the channel takes a text to the letter. */
  literal: (text: string) => string
}

const PLAIN: Marks = {
  bold: (text) => text,
  link: (text, address) => `${text} <${readable(address)}>`,
  bullet: '·',
  literal: (text) => text,
}

/** A reply's Markdown as plain text for a terminal or a text-only channel: no marks, links with their address behind. */
export const toPlainText = (markdown: string): string => toMarkedText(markdown, PLAIN)

/** A reply's Markdown as text with a channel's own marks: lists, tables and headings become lines. */
export function toMarkedText(markdown: string, marks: Marks): string {
  const lines: string[] = []
  let line = ''
  let item = ''
  const numbers: number[] = []
  const flush = () => {
    if (line.trim()) lines.push(line.trimEnd())
    line = ''
  }
  for (const block of parser.parse(markdown, {})) {
    switch (block.type) {
      case 'ordered_list_open':
        numbers.push(Number(block.attrGet('start') ?? 1) - 1)
        break
      case 'bullet_list_open':
        numbers.push(Number.NaN)
        break
      case 'ordered_list_close':
      case 'bullet_list_close':
        numbers.pop()
        if (numbers.length === 0) lines.push('')
        break
      case 'list_item_open': {
        const number = (numbers.pop() ?? 0) + 1
        numbers.push(number)
        item = `${'  '.repeat(numbers.length - 1)}${Number.isNaN(number) ? marks.bullet : `${number}.`} `
        break
      }
      case 'inline':
        line += item + inline(block.children ?? [], marks)
        item = ''
        break
      case 'td_close':
      case 'th_close':
        line += ' | '
        break
      case 'tr_close':
        line = line.replace(/ \| $/, '')
        flush()
        break
      case 'table_close':
        lines.push('')
        break
      case 'paragraph_close':
      case 'heading_close':
        flush()
        if (numbers.length === 0) lines.push('')
        break
      case 'fence':
      case 'code_block':
        lines.push(block.content.trimEnd(), '')
        break
      default:
        if (block.type.endsWith('_close') && !/^(tbody|thead|list_item|tr|td|th)/.test(block.type)) flush()
    }
  }
  flush()
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** An address with its Chinese characters instead of their bytes, where the bytes are some. */
const readable = (address: string): string =>
  address.replace(/(?:%[89a-f][\da-f])+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes)
    } catch {
      return bytes
    }
  })

type Inline = NonNullable<ReturnType<typeof parser.parse>[number]['children']>

/** A text between marks: white space stays outside, or the marks would count for nothing. */
const around = (text: string, mark: (text: string) => string): string =>
  text.replace(/\S[\s\S]*\S|\S/, (inside) => mark(inside))

function inline(tokens: Inline, marks: Marks): string {
  const open: { text: string; address: string }[] = [{ text: '', address: '' }]
  const say = (text: string) => {
    const innermost = open.at(-1)
    if (innermost) innermost.text += text
  }
  const close = () => (open.length > 1 ? open.pop() : undefined) ?? { text: '', address: '' }
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'code_inline') say(marks.literal(token.content))
    else if (token.type === 'softbreak' || token.type === 'hardbreak') say('\n')
    else if (token.type === 'strong_open') open.push({ text: '', address: '' })
    else if (token.type === 'strong_close') say(around(close().text, marks.bold))
    else if (token.type === 'link_open') open.push({ text: '', address: String(token.attrGet('href') ?? '') })
    else if (token.type === 'link_close') {
      const { text, address } = close()
      say(address ? marks.link(text, address) : text)
    }
  }
  return open.map(({ text }) => text).join('')
}
