/** A clock that goes on only when it is told to. */
export function handClock(start = Date.UTC(2026, 10, 28, 4)) {
  let at = start
  let waiting: { until: number; done: () => void }[] = []
  return {
    now: () => at,
    /** Resolves when the clock has gone on so far, or when it is called off. */
    wait: (milliseconds: number, off: AbortSignal) =>
      new Promise<void>((resolve) => {
        const one = { until: at + milliseconds, done: resolve }
        waiting.push(one)
        off.addEventListener('abort', () => {
          waiting = waiting.filter((other) => other !== one)
          resolve()
        })
      }),
    /** How many wait. */
    waiting: () => waiting.length,
    advance(milliseconds: number) {
      at += milliseconds
      const due = waiting.filter(({ until }) => until <= at)
      waiting = waiting.filter(({ until }) => until > at)
      for (const { done } of due) done()
    },
  }
}
