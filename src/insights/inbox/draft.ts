import type { Handover } from '../../core/handover.ts'

const quoted = (text: string): string => JSON.stringify(text.replace(/\s+/g, ' '))

/**
 * A draft of an entry from an answered question, for an author to finish: what must be added is named, and `npm run check` names the rest. The
 * question stands as one way of asking, for the author to put into words that are nobody's.
 */
export function draftOf({ question, answer, locale, topic }: Handover, today: string): string {
  const chinese = locale !== 'en'
  const head = [
    `title: ${quoted(question.slice(0, 40))}`,
    'questions:',
    `  - ${quoted(question)}`,
    ...(chinese
      ? [
          'audiences: [consumer]',
          `effective: { from: ${today} }`,
          `reviewed: ${today}`,
          'citations: []',
          `# topic: ${topic}; the file belongs into the folder of its topic, under an id of its own`,
        ]
      : []),
    `next: ${quoted('')}`,
  ]
  return `---\n${head.join('\n')}\n---\n\n${answer ?? ''}\n`
}
