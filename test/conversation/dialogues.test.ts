import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Reply } from '../../src/core/reply.ts'
import { talking } from './talking.ts'

type Turn = {
  say: string
  entry?: string
  outcome?: string
  why?: string
  total?: string
  locale?: string
  asOf?: string
  text?: string
  not?: string
  offers?: string
}
type Dialogue = { about: string; turns: Turn[] }

const read = (name: string): Dialogue[] =>
  parse(readFileSync(new URL(`./dialogues/${name}.yaml`, import.meta.url), 'utf8'))

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`)

/** What is wrong with a reply. */
function faults(reply: Reply, { entry, outcome, why, total, locale, asOf, text, not, offers }: Turn): string[] {
  const all: [boolean, string][] = [
    [entry === undefined || whole(entry).test(reply.entry ?? ''), `entry ${reply.entry}`],
    [outcome === undefined || whole(outcome).test(reply.outcome), `outcome ${reply.outcome}`],
    [why === undefined || reply.why === why, `why ${reply.why}`],
    [total === undefined || reply.calculation?.total === total, `total ${reply.calculation?.total}`],
    [locale === undefined || reply.locale === locale, `locale ${reply.locale}`],
    [asOf === undefined || reply.asOf === asOf, `as of ${reply.asOf}`],
    [text === undefined || new RegExp(text, 'i').test(reply.text), reply.text.slice(0, 120)],
    [not === undefined || !new RegExp(not, 'i').test(reply.text), reply.text.slice(0, 120)],
    [offers === undefined || reply.choices.some(({ label }) => label.includes(offers)), 'does not offer the rest'],
  ]
  return all.filter(([right]) => !right).map(([, fault]) => fault)
}

describe('conversations that show every move', () => {
  test.each([...read('moves'), ...read('next')].map(({ about, turns }) => [about, turns] as const))(
    '%s',
    async (_, turns) => {
      const say = talking()
      for (const turn of turns) expect(faults(await say(String(turn.say)), turn), turn.say).toEqual([])
    },
  )
})

// Sentences that nobody tuned to, so a few turns may fail; how many at most is what this says.
test('conversations written after the rules go right in seventeen turns of twenty, questions back not counted', async () => {
  const wrong: string[] = []
  let turns = 0
  for (const dialogue of read('unseen')) {
    const say = talking()
    for (const turn of dialogue.turns) {
      turns++
      const found = faults(await say(String(turn.say)), turn)
      if (found.length > 0) wrong.push(`${dialogue.about}: ${turn.say}: ${found.join('; ')}`)
    }
  }
  expect(turns).toBeGreaterThan(80)
  expect(wrong.length / turns, wrong.join('\n')).toBeLessThanOrEqual(0.15)
})
