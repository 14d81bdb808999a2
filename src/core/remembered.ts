/**
 * What a pure function came to for the last few texts: a turn asks the same of its text several times over, in different places that know nothing of each other.
 * @param most texts remembered; a turn has a handful
 * @param keyOf what a result depends on, as text
 */
export function rememberingLast<Input extends unknown[], Result>(
  most: number,
  keyOf: (...input: Input) => string,
  work: (...input: Input) => Result,
): (...input: Input) => Result {
  const held = new Map<string, Result>()
  return (...input) => {
    const key = keyOf(...input)
    const known = held.get(key)
    if (known !== undefined) return known
    const result = work(...input)
    if (held.size >= most) for (const oldest of held.keys()) if (held.delete(oldest)) break
    held.set(key, result)
    return result
  }
}

/** Whether something is so of a text. */
export type Test = (text: string) => boolean

/**
 * What many tests came to for the last few texts: makes of each a test that is made once for a text, in one memory for all of them.
 * @param most texts remembered
 * @param mayHold what is known of a text beforehand, cheaply: for each test in the order they are made, 1 where it may hold and 0 where it cannot
 */
export function rememberingTests(most: number, mayHold?: (text: string) => Uint8Array): (test: Test) => Test {
  const [NO, UNKNOWN, YES] = [0, 1, 2]
  let count = 0
  const resultsOf = rememberingLast(
    most,
    (text: string) => text,
    (text) => ({ known: mayHold?.(text) ?? new Uint8Array(count).fill(UNKNOWN) }),
  )
  let last: { text: string; results: { known: Uint8Array } } | undefined
  return (test) => {
    const number = count++
    return (text) => {
      if (last?.text !== text) last = { text, results: resultsOf(text) }
      const { results } = last
      // A test may be newer than the memory of a text.
      if (number >= results.known.length) {
        const longer = new Uint8Array(count).fill(UNKNOWN)
        longer.set(results.known)
        results.known = longer
      }
      const known = results.known[number]
      if (known !== UNKNOWN) return known === YES
      const holds = test(text)
      results.known[number] = holds ? YES : NO
      return holds
    }
  }
}
