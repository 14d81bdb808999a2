import { buildKnowledge } from '../../src/knowledge/build.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { readFolder } from '../../src/knowledge/read.ts'

const OPTIONS = { today: '2026-11-23', reviewAfterDays: 365 }

/** The table of the latest positive list with a few lines only, so that no test depends on whether the official annex has been imported. */
export const PARTIAL_TABLE = `code,name,remark
32151900,其他印刷油墨,仅限家用打印机墨水
38249999,足贴,
95045020,视频游戏控制器及设备,
95045030,视频游戏控制器及设备,
95045080,视频游戏控制器及设备,
95061100,滑雪屐,
95061200,滑雪屐扣件,
95061900,其他滑雪用具,
`

/** The index of the positive list with no version complete. */
export const incomplete = (index: string): string => index.replaceAll('complete: true', 'complete: false')

/** The files of the knowledge folder as it stands, path → text, to be changed by a test; of the latest positive list a few lines only. */
async function realFiles(): Promise<Map<string, string>> {
  const files = await readFolder('knowledge')
  return files
    .set('positive-list/2022-03.csv', PARTIAL_TABLE)
    .set('positive-list/index.yaml', incomplete(files.get('positive-list/index.yaml') ?? ''))
}

/** The same without the entries, for tests of what does not concern them: reading them takes most of the time. */
export const filesWithoutEntries = async (): Promise<Map<string, string>> =>
  new Map([...(await realFiles())].filter(([file]) => !file.startsWith('entries/')))

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
