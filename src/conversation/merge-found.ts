import { type Found, type Hit, SIGNALS } from '../search/searchable.ts'

/** The same question as it was typed and as it was mended: the stronger of each signal. */
export function merged(typed: Found, mended: Found): Found {
  const hits = new Map<string, Hit>(typed.hits.map((hit) => [hit.id, hit]))
  for (const other of mended.hits) {
    const one = hits.get(other.id)
    const signals = { ...other.signals }
    for (const signal of SIGNALS) signals[signal] = Math.max(signals[signal], one?.signals[signal] ?? 0)
    const nearest = (one?.signals.phrasing ?? -1) >= other.signals.phrasing ? (one?.nearest ?? '') : other.nearest
    hits.set(other.id, { id: other.id, signals, nearest })
  }
  return {
    hits: [...hits.values()],
    unknown: Math.min(typed.unknown, mended.unknown),
    length: Math.max(typed.length, mended.length),
  }
}
