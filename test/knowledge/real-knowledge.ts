import { buildKnowledge } from '../../src/knowledge/build.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { readFolder } from '../../src/knowledge/read.ts'

const OPTIONS = { today: '2026-11-23', reviewAfterDays: 365 }

/** The files of the knowledge folder as it stands, path → text, to be changed by a test. */
export const realFiles = (): Promise<Map<string, string>> => readFolder('knowledge')

/** What is wrong with a set of files: file, line and text of each error. */
export const errorsOf = (files: ReadonlyMap<string, string>): string[] =>
  buildKnowledge(files, OPTIONS)
    .problems.filter(({ level }) => level === 'error')
    .map(({ file, line, what }) => `${file}${line === undefined ? '' : `:${line}`} ${what}`)

/** The knowledge of the folder as it stands, or of changed files. */
export async function realKnowledge(files?: ReadonlyMap<string, string>): Promise<Knowledge> {
  const { knowledge, problems } = buildKnowledge(files ?? (await realFiles()), OPTIONS)
  if (!knowledge) throw new Error(`the knowledge has errors: ${JSON.stringify(problems.slice(0, 3))}`)
  return knowledge
}
