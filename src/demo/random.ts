/** A repeatable source of chance. */
export type Chance = {
  /** From 0 up to 1. */
  next(): number
  /** Whether something of this probability happens. */
  happens(probability: number): boolean
  /** A whole number from 0 up to `below`. */
  below(below: number): number
}

/** Mulberry32: small, quick, and good enough to look like people. */
export function chance(seed: number): Chance {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { next, happens: (probability) => next() < probability, below: (below) => Math.floor(next() * below) }
}

/** Something to choose from, each with its weight. */
export type Weighted<Value> = readonly (readonly [Value, number])[]

/** Chooses by weight. @throws RangeError when there is nothing to choose from. */
export function chooser<Value>(weighted: Weighted<Value>): (chance: Chance) => Value {
  const ends: number[] = []
  let total = 0
  for (const [, weight] of weighted) {
    total += weight
    ends.push(total)
  }
  if (!(total > 0)) throw new RangeError('nothing to choose from')
  return ({ next }) => {
    const at = next() * total
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] as number) > at) high = middle
      else low = middle + 1
    }
    return (weighted[low] as readonly [Value, number])[0]
  }
}

/** Weights as in language and in what people ask: the first often, the next ones ever more seldom. */
export const zipf = <Value>(values: readonly Value[], steepness = 0.9): Weighted<Value> =>
  values.map((value, rank) => [value, 1 / (rank + 1) ** steepness] as const)
