import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import type { QuestionCounts } from '../../src/questions/question-counts.ts'
import type { AskedQuestion } from '../../src/questions/question-log.ts'
import { asked } from '../questions/asked.ts'
import { counted as countedIn } from '../questions/places.ts'
import type { Asked } from './counted.ts'

/** The counts of a log that is kept in SQLite, in a file and a thread of its own, as when the service runs. */
export async function keptInSqlite(log: readonly Asked[]): Promise<{ counts: QuestionCounts } & AsyncDisposable> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'insights-'))
  stack.defer(() => rm(folder, { recursive: true }))
  const { log: questions, counts } = stack.use(
    await countedIn(`sqlite:${join(folder, 'questions.db')}`, () => new Date('2026-12-02T04:00:00Z'), 'own'),
  )
  const rows = log.map((one) => ({ rated: one.helpful, question: asQuestion(one) }))
  for (let first = 0; first < rows.length; first += 500)
    await Promise.all(rows.slice(first, first + 500).map(({ question }) => questions.record(question)))
  for (const { rated, question } of rows) if (rated !== undefined) await questions.rate(question.id, rated)
  // Sums are caught up with a little at every look.
  const everything = { from: '2000-01-01', to: '2099-12-31' }
  const rated = log.filter(({ helpful }) => helpful !== undefined).length
  await vi.waitFor(
    async () => {
      const [all] = await counts.cells(everything, [])
      expect(all).toMatchObject({ asked: log.length })
      expect((all?.helpful ?? 0) + (all?.notHelpful ?? 0)).toBe(rated)
    },
    { timeout: 50_000 },
  )
  const kept = stack.move()
  return { counts, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

const asQuestion = ({ day, asker, audience, why, entry, misconception, ...rest }: Asked): AskedQuestion =>
  asked({
    ...(Object.fromEntries(
      Object.entries({ ...rest, audience, why, entry, misconception }).filter(
        ([name, value]) => value != null && name !== 'helpful',
      ),
    ) as Partial<AskedQuestion>),
    at: new Date(`${day}T12:00:00+08:00`),
    channel: (rest.channel ?? 'web') as AskedQuestion['channel'],
    speaker: asker,
  })
