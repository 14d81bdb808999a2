import type { Reply } from '../core/reply.ts'

/** Markdown in traditional Chinese, converted from simplified; where its links lead stays as it is. */
export const markdownInTraditional = (markdown: string, toTraditional: (text: string) => string): string =>
  markdown.replace(/[^\]()]+|\]\([^)]*\)|[\]()]/g, (part) => (part.startsWith('](') ? part : toTraditional(part)))

/** A reply in traditional Chinese, converted from simplified; others as they are. */
export function inScript(reply: Omit<Reply, 'id'>, toTraditional: (text: string) => string): Omit<Reply, 'id'> {
  if (reply.locale !== 'zh-Hant') return reply
  return {
    ...reply,
    text: markdownInTraditional(reply.text, toTraditional),
    citations: reply.citations.map((citation) => ({
      ...citation,
      number: toTraditional(citation.number),
      title: toTraditional(citation.title),
      issuer: toTraditional(citation.issuer),
      ...(citation.clause !== undefined && { clause: toTraditional(citation.clause) }),
      ...(citation.note !== undefined && { note: toTraditional(citation.note) }),
    })),
    choices: reply.choices.map(({ label, utterance }) => ({
      label: toTraditional(label),
      utterance: toTraditional(utterance),
    })),
  }
}
