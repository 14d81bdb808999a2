import type { Phrase } from '../core/calculation.ts'
import type { Regime } from '../core/slots.ts'
import { amount } from './expression.ts'
import type { Run } from './run.ts'

/** Figures a remark names, under the names of its placeholders. */
const NAMED: Record<string, Record<string, string>> = {
  'cbec.quota': { single: 'single-limit', annual: 'annual-limit' },
  'cbec.time': { apply: 'return-apply-days', arrive: 'return-arrive-days' },
  'hainan.quota': { limit: 'hainan-annual-limit' },
  'hainan.time': { age: 'hainan-age' },
}

/** Remarks on a channel: which quota it uses, what time limits hold, what can go wrong. One whose figures have no value on the day is left out. */
export function channelNotes(regime: Regime, { figures }: Run): Phrase[] {
  return ['quota', 'time', 'risk'].flatMap((about): Phrase[] => {
    const key = `${regime}.${about}`
    const values: Record<string, string> = {}
    for (const [name, id] of Object.entries(NAMED[key] ?? {})) {
      const value = figures.optional(id)
      if (value === undefined) return []
      values[name] = amount(value)
    }
    return [{ key: `note.channel.${key}`, values }]
  })
}
