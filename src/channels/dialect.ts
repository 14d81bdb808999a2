import { type Marks, toMarkedText, toPlainText } from './markdown.ts'
import type { Dialect } from './traits.ts'

/** Slack's own marks; `&`, `<` and `>` mean something there.
 * @see https://docs.slack.dev/messaging/formatting-message-text */
const SLACK: Marks = {
  bold: (text) => `*${text}*`,
  link: (text, address) => `<${address}|${text}>`,
  bullet: '•',
  literal: (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
}

/** Markdown for channels that know bold type and links and nothing else. */
const SPARSE: Marks = {
  bold: (text) => `**${text}**`,
  link: (text, address) => `[${text}](${address})`,
  bullet: '•',
  literal: (text) => text.replace(/([\\`*_[\]])/g, '\\$1'),
}

/** A reply's Markdown as a channel writes it, and the format that the channel is told it is in. */
export function inDialect(markdown: string, dialect: Dialect): { text: string; textFormat: 'markdown' | 'plain' } {
  switch (dialect) {
    case 'markdown':
      return { text: markdown, textFormat: 'markdown' }
    case 'sparse':
      return { text: toMarkedText(markdown, SPARSE), textFormat: 'markdown' }
    case 'slack':
      // As plain text it reaches Slack unchanged, which reads its own marks.
      return { text: toMarkedText(markdown, SLACK), textFormat: 'plain' }
    case 'plain':
      return { text: toPlainText(markdown), textFormat: 'plain' }
  }
}
