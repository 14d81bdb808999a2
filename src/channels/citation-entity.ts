import type { Citation } from '../core/citation.ts'

/**
 * Citations where Teams and Web Chat look for them.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content#citations
 */
export const citationEntity = (citations: Citation[]) => ({
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  '@id': '',
  citation: citations.map(({ title, number, issuer, clause, url, effective: { from, to } }, index) => ({
    '@type': 'Claim',
    position: index + 1,
    appearance: {
      '@type': 'DigitalDocument',
      name: shortened(title, LONGEST_NAME),
      ...(url !== undefined && { url }),
      abstract: shortened(
        [number, clause, issuer, `${from} – ${to ?? ''}`.trim()].filter(Boolean).join(' · '),
        LONGEST_ABSTRACT,
      ),
    },
  })),
})

/** The most characters that Teams shows of a citation's name and of its abstract. */
const LONGEST_NAME = 80
const LONGEST_ABSTRACT = 160

const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

/** A text in which each document of the list of documents bears its number, where the channel links it to the citation (`[1]`). */
export const withMarks = (text: string, citations: Citation[]): string => {
  const unmarked = new Set(citations.keys())
  return text
    .split('\n')
    .map((line) => {
      if (!line.startsWith('- ')) return line
      const index = [...unmarked].find((one) => line.includes(citations[one]?.title ?? line))
      if (index === undefined) return line
      unmarked.delete(index)
      return `${line} [${index + 1}]`
    })
    .join('\n')
}
