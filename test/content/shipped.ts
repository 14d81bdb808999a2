import type { Day } from '../../src/core/day.ts'
import { type Built, buildKnowledge } from '../../src/knowledge/build.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { describeProblem } from '../../src/knowledge/problem.ts'
import { readFolder } from '../../src/knowledge/read.ts'

/** The files of the knowledge that is shipped, path → text. Not to be changed in place. */
export const files: ReadonlyMap<string, string> = await readFolder('knowledge')

/** The day of the latest review: the tests say the same on every day on which they are run. */
export const TODAY: Day = [...files]
  .flatMap(([file, text]) =>
    file.startsWith('entries/') ? (/^reviewed: (\d{4}-\d{2}-\d{2})$/m.exec(text)?.[1] ?? []) : [],
  )
  .sort()
  .at(-1) as Day

/** Builds the shipped knowledge with changed or added files. */
export const buildShipped = (changes: Record<string, string> = {}): Built =>
  buildKnowledge(new Map([...files, ...Object.entries(changes)]), { today: TODAY, reviewAfterDays: 365 })

/** The shipped knowledge, changed or as it is. */
export function shipped(changes?: Record<string, string>): Knowledge {
  const { knowledge, problems } = buildShipped(changes)
  if (!knowledge) throw new Error(problems.map(describeProblem).join('\n'))
  return knowledge
}
