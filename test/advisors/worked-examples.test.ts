import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ADVISORS } from '../../src/advisors/advisors.ts'
import type { Calculation } from '../../src/core/calculation.ts'
import { on, said } from './context.ts'
import { amounts, calculated, gist, refused } from './outcomes.ts'

type Check = Parameters<typeof said>[1] & {
  advisor: string
  day: string
  items: Parameters<typeof said>[0]
  total?: string
  rate?: string
  refused?: string
  steps?: Record<string, string>
}
type Example = { id: string; source: string; published: string; agrees: string; because?: string; checks: Check[] }

const file = new URL('worked-examples.yaml', import.meta.url)
const examples = parse(await readFile(file, 'utf8'), { schema: 'core' }) as Example[]

describe.each(examples)('$id: $published ($agrees)', ({ checks }) => {
  test.each(checks.map((check) => ({ ...check, comes: check.total ?? check.refused })))(
    '$advisor on $day comes to $comes',
    ({ advisor, day, items, total, rate, refused: verdict, steps = {}, comes: _, ...more }) => {
      const outcome = ADVISORS.find(({ id }) => id === advisor)?.run(said(items, more), on(day))
      if (!outcome) throw new Error(`no advisor ${advisor}`)
      expect(gist(outcome)).toBe(total ?? verdict)
      const result = (total === undefined ? refused(outcome).calculation : calculated(outcome)) as Calculation
      if (rate !== undefined) expect(result.verdict.values.rate).toBe(rate)
      for (const [label, amount] of Object.entries(steps)) expect(amounts(result, label)).toEqual([amount])
    },
  )
})

test('an example that was published wrongly says why', () => {
  const wrong = examples.filter(({ agrees }) => agrees === 'wrong')
  expect(wrong.map(({ id }) => id)).toEqual(['E12', 'E16', 'E20', 'E30'])
  for (const { because } of wrong) expect(because).toMatch(/\w/)
})
