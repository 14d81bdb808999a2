/** Takes one turn of a speaker's allowance: seconds to wait when it is used up, otherwise 0. */
export type TakeTurn = (speaker: string) => number

/**
 * A sliding allowance per speaker, in memory: at most `perMinute` turns in any minute, refilled evenly. `perMinute` 0 means no limit.
 * Forgets speakers whose allowance is full again, so that a flood of names cannot fill the memory.
 */
export function turnsPerMinute(perMinute: number, now: () => number = Date.now, remember = 50_000): TakeTurn {
  if (perMinute === 0) return () => 0
  const interval = 60_000 / perMinute
  /** When each speaker's allowance will be full again (the "theoretical arrival time" of the generic cell rate algorithm). */
  const fullAt = new Map<string, number>()
  return (speaker) => {
    const at = now()
    if (fullAt.size >= remember) for (const [name, full] of fullAt) if (full <= at) fullAt.delete(name)
    if (fullAt.size >= remember && !fullAt.has(speaker)) return 60
    const full = Math.max(fullAt.get(speaker) ?? 0, at)
    if (full + interval - at > 60_000 + 1) return Math.max(1, Math.ceil((full + interval - at - 60_000) / 1000))
    fullAt.set(speaker, full + interval)
    return 0
  }
}
