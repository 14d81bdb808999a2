import { addDays } from '../../src/core/day.ts'
import type { CatalogueIn } from '../../src/insights/catalogue.ts'
import type { Asked } from './counted.ts'

/** Texts that would do harm if they were taken for markup, for an attribute, for a template, or for a formula. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  '</title></svg><script>alert(1)</script>',
  ']]><foreignObject><script>alert(1)</script>',
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}} {a|b} {b}',
  '=HYPERLINK("http://evil.example";"ok")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1+1)',
  '\t=1+1',
  '＝1＋1',
] as const

/** A busy month in which everything that is named by somebody else is hostile: questions, entries, topics, beliefs. */
export function hostileLog(): Asked[] {
  return HOSTILE.flatMap((text, index) =>
    Array.from({ length: 60 }, (_, each): Asked => {
      const gap = each % 2 === 0
      return {
        day: addDays('2026-11-02', each % 28),
        asker: `${index} ${each % 30}`,
        topic: `topic ${index}`,
        text,
        outcome: gap ? 'declined' : 'answered',
        why: gap ? 'no-match' : null,
        entry: gap ? null : `entry ${index}`,
        misconception: gap ? null : `belief ${index}`,
      }
    }).flatMap((asked) => [asked, { ...asked, day: '2026-11-11' }]),
  )
}

/** The names that go with it. */
export const hostileCatalogue: CatalogueIn = () => ({
  topics: HOSTILE.map((name, index) => ({ id: `topic ${index}`, name, audience: 'both' })),
  entries: HOSTILE.map((title, index) => ({
    id: `entry ${index}`,
    topic: `topic ${index}`,
    title,
    reviewed: '2026-11-01',
    due: true,
  })),
  misconceptions: HOSTILE.map((belief, index) => ({
    id: `belief ${index}`,
    topic: `topic ${index}`,
    belief,
    entry: `entry ${index}`,
  })),
})
