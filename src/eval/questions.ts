import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const turn = z.object({ must: z.array(z.string()).default([]), must_not: z.array(z.string()).default([]) })

/** One line of a question file: a question with what a right reply must and must not hold. */
export const testQuestion = turn.extend({
  id: z.string(),
  q: z.string(),
  lang: z.string(),
  audience: z.enum(['consumer', 'merchant']).optional(),
  kind: z.string(),
  topic: z.string().optional(),
  asOf: z.iso.date().optional(),
  expect: z.enum(['decline', 'refuse', 'safe']).optional(),
  note: z.string().optional(),
})
export type TestQuestion = z.infer<typeof testQuestion>

/** A whole conversation with what each reply must hold. */
export const testDialogue = z.object({
  id: z.string(),
  lang: z.string(),
  turns: z.array(turn.extend({ user: z.string() })),
})

/** Reads a file of JSON Lines; blank lines are skipped. */
export async function readLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const text = await readFile(file, 'utf8')
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => schema.parse(JSON.parse(line)))
}
