/** Does the work of a key once: whoever comes again with the same key gets what the first one got, or waits for it. */
export type Once<Result> = (key: string, work: () => Promise<Result>) => Promise<Result>

/**
 * Remembers what was done, in memory.
 * @param keep milliseconds for which it is remembered
 * @param most keys that are remembered; the oldest are forgotten first
 * @param now milliseconds
 */
export function onlyOnce<Result>({ keep, most, now }: { keep: number; most: number; now: () => number }): Once<Result> {
  const done = new Map<string, { result: Promise<Result>; at: number }>()
  return (key, work) => {
    const known = done.get(key)
    const at = now()
    if (known && at - known.at <= keep) return known.result
    done.delete(key)
    const result = work()
    done.set(key, { result, at })
    for (const [oldest, one] of done) {
      if (done.size <= most && at - one.at <= keep) break
      done.delete(oldest)
    }
    return result
  }
}
