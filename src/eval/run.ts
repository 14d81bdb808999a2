import type { Reply } from '../core/reply.ts'
import { judge, judged, satisfied, type Verdict } from './judge.ts'
import { readLines, type TestQuestion, testDialogue, testQuestion } from './questions.ts'

/** Asks one question of the service, as another program would. */
export type Ask = (request: { question: string; asOf?: string; conversation?: string }) => Promise<Reply>

/** How sure the service is that a question is in its scope, 0…1, as decided on the way to the reply. */
export type ScopeOf = (question: string, asOf?: string) => number

/** One question, its reply and the verdict. */
export type Judged = {
  file: string
  question: TestQuestion
  reply: Pick<Reply, 'outcome' | 'why' | 'topic' | 'entry' | 'locale'>
  scope: number
  verdict: Verdict
}

/** A file of questions, asked one by one, each on its own. */
export async function runQuestions(file: string, name: string, ask: Ask, scopeOf: ScopeOf): Promise<Judged[]> {
  const results: Judged[] = []
  for (const question of await readLines(file, testQuestion)) {
    const when = question.asOf === undefined ? {} : { asOf: question.asOf }
    const reply = await ask({ question: question.q, ...when })
    const verdict = await judge(question, reply, (utterance) => ask({ question: utterance, ...when }))
    results.push({ file: name, question, reply, scope: scopeOf(question.q, question.asOf), verdict })
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
