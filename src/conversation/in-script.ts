/** Markdown in traditional Chinese, converted from simplified; where its links lead stays as it is. */
export const markdownInTraditional = (markdown: string, toTraditional: (text: string) => string): string =>
  markdown.replace(/[^\]()]+|\]\([^)]*\)|[\]()]/g, (part) => (part.startsWith('](') ? part : toTraditional(part)))
