/** Something kept in memory that is looked up again and again. */
export interface Watched<Value> extends AsyncDisposable {
  /** As it was when it was looked up last; without waiting. */
  current(): Value
  /** Looks at once: whoever has just changed something wants to see it. */
  refresh(): Promise<void>
}

/**
 * Keeps a value in memory and looks again and again whether it has changed. While it cannot be looked up, what was known last holds.
 * @param every milliseconds between two looks
 * @param onProblem told once when looking begins to fail, and again after it has worked in between
 */
export async function watch<Value>(
  look: () => Promise<Value>,
  { first, every, onProblem }: { first: Value; every: number; onProblem: (error: unknown) => void },
): Promise<Watched<Value>> {
  let current = first
  let failing = false
  let closed = false
  const refresh = async () => {
    current = await look()
    failing = false
  }
  const tryTo = async () => {
    try {
      await refresh()
    } catch (error) {
      if (!failing && !closed) onProblem(error)
      failing = true
    }
  }
  let looking: Promise<void> = tryTo()
  await looking
  const timer = setInterval(() => {
    looking = tryTo()
  }, every)
  timer.unref()
  return {
    current: () => current,
    refresh,
    async [Symbol.asyncDispose]() {
      closed = true
      clearInterval(timer)
      await looking
    },
  }
}
