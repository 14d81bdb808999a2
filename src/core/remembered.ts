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
