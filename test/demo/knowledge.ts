import { fileURLToPath } from 'node:url'
import { buildKnowledge } from '../../src/knowledge/build.ts'
import { readFolder } from '../../src/knowledge/read.ts'

/** The knowledge as it is in the repository. */
const { knowledge } = buildKnowledge(await readFolder(fileURLToPath(import.meta.resolve('../../knowledge'))), {
  today: '2100-01-01',
  reviewAfterDays: 100_000,
})
if (!knowledge) throw new Error('the knowledge has errors: npm run check')
export const KNOWLEDGE = knowledge
