import { randomUUID } from 'node:crypto'
import type { AskedQuestion, LoggedQuestion, QuestionLog } from '../../src/questions/question-log.ts'

/** A question as the conversation records it, with whatever matters to a test put in. */
export const asked = (given: Partial<AskedQuestion> = {}): AskedQuestion => ({
  id: randomUUID(),
  at: new Date('2026-11-23T04:00:00.000Z'),
  channel: 'api',
  locale: 'zh-Hans',
  outcome: 'answered',
  topic: 'quota.annual',
  asOf: '2026-11-23',
  knowledge: 'a1b2c3',
  milliseconds: 2,
  speaker: 'someone',
  text: '年度限值是多少',
  ...given,
})

/** Everything a log holds. */
export async function all(
  log: QuestionLog,
  days = { from: '2000-01-01', to: '2099-12-31' },
): Promise<LoggedQuestion[]> {
  const questions: LoggedQuestion[] = []
  for await (const question of log.between(days)) questions.push(question)
  return questions
}
