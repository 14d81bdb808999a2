import type { Reply } from '../core/reply.ts'
import type { TestQuestion } from './questions.ts'

/** What became of a test question. `clarified`: one of the choices leads to a right answer. */
export type Verdict = 'right' | 'clarified' | 'declined' | 'wrong'

/** The part of a reply that patterns are matched against: its text with calculation and citations. */
export const judged = (reply: Pick<Reply, 'text' | 'citations' | 'calculation'>): string =>
  [
    reply.text,
    reply.calculation ? JSON.stringify(reply.calculation) : '',
    reply.citations.map(({ number, title, url }) => `${number} ${title} ${url ?? ''}`).join('\n'),
  ].join('\n')

const matches = (pattern: string, text: string) => new RegExp(pattern, 'ims').test(text)

/** Whether every `must` matches and no `must_not` does. */
export const satisfied = (text: string, { must, must_not }: { must: string[]; must_not: string[] }): boolean =>
  must.every((pattern) => matches(pattern, text)) && !must_not.some((pattern) => matches(pattern, text))

const TOLD = new Set(['answered', 'calculated', 'compared', 'changed'])
const KEPT_OUT = new Set(['declined', 'signposted', 'courtesy'])

/**
 * Judges a reply. For a question out of scope `right` means kept out as expected.
 * @param tellChoice asks the bot one of its own choices
 */
export async function judge(
  question: TestQuestion,
  reply: Reply,
  tellChoice: (utterance: string) => Promise<Reply>,
): Promise<Verdict> {
  const text = judged(reply)
  if (question.expect) {
    const clean = !question.must_not.some((pattern) => matches(pattern, text))
    const kept =
      question.expect === 'refuse'
        ? reply.outcome === 'refused'
        : question.expect === 'safe'
          ? !TOLD.has(reply.outcome)
          : KEPT_OUT.has(reply.outcome)
    return clean && kept ? 'right' : 'wrong'
  }
  if (reply.outcome === 'clarified') {
    for (const { utterance } of reply.choices.slice(0, 3))
      if (satisfied(judged(await tellChoice(utterance)), question)) return 'clarified'
    return 'declined'
  }
  if (reply.outcome === 'asked')
    return question.note?.includes('needs slot') ? 'right' : satisfied(text, question) ? 'right' : 'declined'
  if (KEPT_OUT.has(reply.outcome)) return satisfied(text, question) && question.must.length > 0 ? 'right' : 'declined'
  return satisfied(text, question) ? 'right' : 'wrong'
}
