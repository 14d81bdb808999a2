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

/** A reply's Markdown as plain text for a terminal or a text-only channel: no marks, links with their address behind. */
export function toPlainText(markdown: string): string {
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
        item = `${'  '.repeat(numbers.length - 1)}${Number.isNaN(number) ? '·' : `${number}.`} `
        break
      }
      case 'inline':
        line += item + inline(block.children ?? [])
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

function inline(tokens: Inline): string {
  let text = ''
  let address = ''
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'code_inline') text += token.content
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += '\n'
    else if (token.type === 'link_open') address = String(token.attrGet('href') ?? '')
    else if (token.type === 'link_close') text += address ? ` <${readable(address)}>` : ''
  }
  return text
}
