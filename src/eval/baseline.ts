import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Judged } from './run.ts'

const baselineSchema = z.object({
  /** The verdict on each question, by its id. */
  verdicts: z.record(z.string(), z.enum(['right', 'clarified', 'declined', 'wrong'])),
  /** Figures of the last full run, by set. */
  totals: z.record(z.string(), z.record(z.string(), z.number().nullable())),
})
/** What an earlier run came to. */
export type Baseline = z.infer<typeof baselineSchema>

/** Where the baseline is kept, relative to the repository. */
export const BASELINE = new URL('../../test/questions/baseline.json', import.meta.url)

/** Reads the stored baseline; an empty one when none was stored yet. */
export async function readBaseline(): Promise<Baseline> {
  const text = await readFile(BASELINE, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{ "verdicts": {}, "totals": {} }'
    throw error
  })
  return baselineSchema.parse(JSON.parse(text))
}

/** Stores a run as the baseline: its verdicts and totals replace those of the same questions and sets; others stay. */
export async function saveBaseline(before: Baseline, after: Baseline): Promise<void> {
  const sorted = <T>(record: Record<string, T>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
  const merged = {
    totals: sorted({ ...before.totals, ...after.totals }),
    verdicts: sorted({ ...before.verdicts, ...after.verdicts }),
  }
  await writeFile(BASELINE, `${JSON.stringify(merged, null, 2)}\n`)
}

const WORTH = { right: 3, clarified: 2, declined: 1, wrong: 0 } as const

/** What became better and what worse since the baseline, by question. */
export function changesSince(before: Baseline, judged: Judged[]): { better: string[]; worse: string[] } {
  const changes = { better: [] as string[], worse: [] as string[] }
  for (const { question, verdict } of judged) {
    const was = before.verdicts[question.id]
    if (was === undefined || was === verdict) continue
    changes[WORTH[verdict] > WORTH[was] ? 'better' : 'worse'].push(`${question.id} ${was} → ${verdict}`)
  }
  return changes
}
