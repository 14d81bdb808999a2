import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BLUR_VARIANCE } from '../../../src/insights/disclosure/blur.ts'
import { isHidden } from '../../../src/insights/disclosure/count.ts'
import { createRelease } from '../../../src/insights/disclosure/release.ts'
import { weekOfDay } from '../../../src/insights/weeks.ts'
import { type Asked, counted } from '../counted.ts'
import { Attacker, type Published } from './attacker.ts'
import {
  ATOMS,
  atomsOf,
  nameOf,
  readEverything,
  SPANS,
  someLog,
  TARGETS,
  type Target,
  truthOf,
} from './everything-published.ts'

/** What an attacker takes for granted of an atom who knows nothing about it. */
const IGNORANT = { mean: 3, variance: 400 }

const worlds = fc.record({
  seed: fc.nat(1_000_000),
  rate: fc.double({ min: 0.5, max: 12, noNaN: true }),
  people: fc.integer({ min: 3, max: 300 }),
})

/** Everything that was published about a log, once for each thing, and what was held back although somebody asked. */
async function published(log: readonly Asked[], key: string) {
  const truth = truthOf(log)
  const shown = new Map<string, Published>()
  const hidden = new Map<string, number[]>()
  for (const { target, count } of await readEverything(createRelease(counted(log), { key, now: () => 0 }))) {
    const atoms = atomsOf(target)
    if (!isHidden(count)) shown.set(nameOf(target), { atoms, value: count.value, variance: BLUR_VARIANCE })
    else if (atoms.some((atom) => truth[atom] !== 0)) hidden.set(nameOf(target), atoms)
  }
  for (const name of shown.keys()) hidden.delete(name)
  return { truth, shown: [...shown.values()], hidden: [...hidden.values()] }
}

/** The same without any protection but that small numbers are left out: what pages elsewhere do. */
function carelesslyPublished(log: readonly Asked[]) {
  const truth = truthOf(log)
  const shown = new Map<string, Published>()
  const hidden = new Map<string, number[]>()
  for (const target of TARGETS) {
    const atoms = atomsOf(target)
    const value = sumOf(truth, atoms)
    if (askersOf(log, target) >= 5) shown.set(nameOf(target), { atoms, value, variance: 1e-4 })
    else if (value > 0) hidden.set(nameOf(target), atoms)
  }
  return { truth, shown: [...shown.values()], hidden: [...hidden.values()] }
}

function askersOf(log: readonly Asked[], { span, topic, channel, audience }: Target): number {
  const weeks = span.map((week) => {
    const some = (byWeek(log).get(week) ?? []).filter(
      (asked) =>
        (topic === undefined || asked.topic === topic) &&
        (channel === undefined || asked.channel === channel) &&
        (audience === undefined || (asked.audience ?? 'unknown') === audience),
    )
    return new Set(some.map(({ asker }) => asker)).size
  })
  return Math.max(...weeks)
}

const groups = new WeakMap<readonly Asked[], Map<string, Asked[]>>()
function byWeek(log: readonly Asked[]): Map<string, Asked[]> {
  const known = groups.get(log) ?? Map.groupBy(log, ({ day }) => weekOfDay(day))
  groups.set(log, known)
  return known
}

const sumOf = (truth: readonly number[], atoms: readonly number[]) =>
  atoms.reduce((all, atom) => all + (truth[atom] ?? 0), 0)

/** How many of the numbers held back the attacker guesses to the one, and how many by always saying the commonest of them. */
function outcomeOf({ truth, shown, hidden }: Awaited<ReturnType<typeof published>>, variance?: number) {
  const believed = variance === undefined ? shown : shown.map((one) => ({ ...one, variance }))
  const attacker = new Attacker(ATOMS.length, believed, IGNORANT)
  const guesses = hidden.map((atoms) => ({ real: sumOf(truth, atoms), ...attacker.guess(atoms) }))
  return {
    guesses,
    hits: guesses.filter(({ real, value }) => Math.round(value) === real).length,
    surest: Math.min(Infinity, ...guesses.map(({ deviation }) => deviation)),
  }
}

describe('whoever puts together every table, filter, period and export', () => {
  test('works out numbers that were merely left out: the attack is a real one', () => {
    let [hits, all] = [0, 0]
    for (const seed of [1, 2]) {
      const { guesses, hits: some } = outcomeOf(carelesslyPublished(someLog({ seed, rate: 6, people: 200 })))
      hits += some
      all += guesses.length
    }
    expect(all).toBeGreaterThan(200)
    expect(hits / all).toBeGreaterThan(0.5)
  })

  test('is never sure of a number that was held back, whatever was asked', async () => {
    const errors: number[] = []
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const all = await published(someLog(world), `secret ${world.seed}`)
        errors.push(...all.shown.map(({ atoms, value }) => value - sumOf(all.truth, atoms)))
        // A spread of two: the true number and the two on either side are about as likely.
        expect(outcomeOf(all).surest).toBeGreaterThan(2)
      }),
      { seed: 6, numRuns: 15 },
    )
    // The numbers are as uncertain as the attacker takes them for.
    const variance = errors.reduce((all, error) => all + error ** 2, 0) / errors.length
    expect(errors.length).toBeGreaterThan(500)
    expect(variance / BLUR_VARIANCE).toBeGreaterThan(0.8)
  }, 120_000)

  // Who takes the numbers for exact finds out if they are.
  test.each([BLUR_VARIANCE, 0.01])(
    'guesses no better than one who always says the commonest number, taking the variance of numbers for %d',
    async (variance) => {
      const reals = new Map<number, number>()
      let [hits, all] = [0, 0]
      for (let seed = 1; seed <= 8; seed++) {
        const log = someLog({ seed, rate: 0.5 + seed, people: 30 * seed })
        const attack = outcomeOf(await published(log, `secret ${seed}`), variance)
        hits += attack.hits
        all += attack.guesses.length
        for (const { real } of attack.guesses) reals.set(real, (reals.get(real) ?? 0) + 1)
      }
      expect(all).toBeGreaterThan(1000)
      expect(hits / all).toBeLessThan(Math.max(...reals.values()) / all)
    },
    120_000,
  )

  test('is told the same about the same thing, a number or that it is held back, whatever table and filters it is read from', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const said = new Map<string, number | 'held back'>()
        for (const { target, count } of await readEverything(
          createRelease(counted(someLog(world)), { key: 'k', now: () => 0 }),
        )) {
          const name = nameOf(target)
          const told = isHidden(count) ? 'held back' : count.value
          expect({ name, told: said.get(name) ?? told }).toEqual({ name, told })
          said.set(name, told)
        }
      }),
      { seed: 6, numRuns: 6 },
    )
  }, 120_000)

  test('never finds one line alone held back beside others that are shown, of a whole table or under a filter', async () => {
    const PROPERTIES = ['topic', 'channel', 'audience'] as const
    const valuesOf = (property: (typeof PROPERTIES)[number]) => [...new Set(ATOMS.map((atom) => atom[property]))]
    const narrowings = [
      {},
      ...PROPERTIES.flatMap((property) => valuesOf(property).map((value) => ({ [property]: value }))),
    ]
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const { truth, shown, hidden } = await published(someLog(world), 'k')
        const [open, held] = [shown.map(({ atoms }) => atoms), hidden].map((some) => new Set(some.map(String)))
        for (const span of SPANS)
          for (const narrowed of narrowings)
            for (const property of PROPERTIES) {
              if (property in narrowed) continue
              const lines = valuesOf(property).map((value) =>
                atomsOf({ span, ...narrowed, [property]: value, by: [], filters: {} }),
              )
              const some = lines.filter((atoms) => sumOf(truth, atoms) > 0)
              const counted = {
                held: some.filter((atoms) => held?.has(String(atoms))).length,
                shown: some.filter((atoms) => open?.has(String(atoms))).length,
              }
              if (counted.held === 1) expect({ span, narrowed, property, ...counted }).toMatchObject({ shown: 0 })
            }
      }),
      { seed: 6, numRuns: 6 },
    )
  }, 120_000)

  test('sees nothing that fewer askers than the threshold stand behind', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const log = someLog(world)
        for (const { target, count } of await readEverything(createRelease(counted(log), { key: 'k', now: () => 0 }))) {
          if (isHidden(count)) continue
          const crossed = new Set([
            ...target.by,
            ...Object.keys(target.filters).filter((name) => target.filters[name as 'channel']),
          ])
          expect(askersOf(log, target)).toBeGreaterThanOrEqual(crossed.size > 1 ? 10 : 5)
        }
      }),
      { seed: 6, numRuns: 6 },
    )
  }, 120_000)
})
