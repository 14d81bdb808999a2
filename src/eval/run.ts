import type { Reply } from '../core/reply.ts'
import { judge, judged, satisfied, type Verdict } from './judge.ts'
import { readLines, type TestQuestion, testDialogue, testQuestion } from './questions.ts'

/** Asks one question of the service, as another program would. */
export type Ask = (request: { question: string; asOf?: string; conversation?: string }) => Promise<Reply>

/** One question, its reply and the verdict. */
export type Judged = {
  file: string
  question: TestQuestion
  reply: Pick<Reply, 'outcome' | 'why' | 'topic' | 'entry' | 'locale'>
  verdict: Verdict
}

/** A file of questions, asked one by one, each on its own. */
export async function runQuestions(file: string, ask: Ask): Promise<Judged[]> {
  const results: Judged[] = []
  for (const question of await readLines(file, testQuestion)) {
    const when = question.asOf === undefined ? {} : { asOf: question.asOf }
    const reply = await ask({ question: question.q, ...when })
    const verdict = await judge(question, reply, (utterance) => ask({ question: utterance, ...when }))
    results.push({ file, question, reply, verdict })
  }
  return results
}

/** A file of conversations: how many turns were right, and which were not. */
export async function runDialogues(
  file: string,
  ask: Ask,
): Promise<{ id: string; turn: number; user: string; right: boolean; text: string }[]> {
  const results = []
  for (const { id, turns } of await readLines(file, testDialogue))
    for (const [index, { user, ...wanted }] of turns.entries()) {
      const text = judged(await ask({ question: user, conversation: `eval-${id}` }))
      results.push({ id, turn: index + 1, user, right: satisfied(text, wanted), text })
    }
  return results
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`)

/** A table of verdicts by some property of the questions. */
export function table(results: Judged[], heading: string, by: (one: Judged) => string): string {
  const groups = new Map<string, Judged[]>()
  for (const one of results) groups.set(by(one), [...(groups.get(by(one)) ?? []), one])
  const count = (list: Judged[], verdict: Verdict) => list.filter((one) => one.verdict === verdict).length
  const rows = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, list]) => {
      const right = count(list, 'right')
      const clarified = count(list, 'clarified')
      return `| ${name} | ${list.length} | ${right} | ${clarified} | ${count(list, 'declined')} | ${count(list, 'wrong')} | ${share(right + clarified, list.length)} |`
    })
  return [
    `| ${heading} | asked | right | clarified | declined | wrong | right or clarified |`,
    '|---|---:|---:|---:|---:|---:|---:|',
    ...rows,
  ].join('\n')
}

/** Whether the topic the reply was logged under is the one the question is about; clarified and declined replies count as they stand. */
export const topicRight = ({ question, reply }: Judged): boolean => question.topic === reply.topic
