import type { ProtectedSpan } from './protect.ts'

/** The lines of one span that may be seen, by their keys. */
export type Lines = ReadonlyMap<string, ProtectedSpan>

/** Lines remembered at most. */
const MOST = 250_000

/** How long they are remembered, in milliseconds: a week that is over changes no more, but for ratings and records that come late. */
const KEPT = 10 * 60_000

/**
 * Remembers what may be seen of a table, span by span, so that each is read once in a while, whatever period it is asked for with. What is held back is not
 * remembered: there is more of it than of the rest.
 * @param now milliseconds
 */
export function keptSpans(now: () => number) {
  const known = new Map<string, { at: number; spans: Map<string, Promise<Lines>>; size: number }>()

  /**
   * The lines of some spans.
   * @param name tells the table from others
   * @param read hands over those that are not remembered
   */
  return async (
    name: string,
    ids: readonly string[],
    read: (missing: ReadonlySet<string>) => Map<string, Promise<Lines>>,
  ): Promise<Map<string, Lines>> => {
    let table = known.get(name)
    if (table === undefined || now() - table.at > KEPT) table = { at: now(), spans: new Map(), size: 0 }
    known.delete(name)
    known.set(name, table)
    const { spans } = table
    const missing = new Set(ids.filter((id) => !spans.has(id)))
    const wanted = table
    if (missing.size > 0)
      for (const [id, lines] of read(missing)) {
        spans.set(id, lines)
        lines.then(
          ({ size }) => {
            wanted.size += size
          },
          () => known.delete(name),
        )
      }
    const found = new Map(
      await Promise.all(ids.map(async (id) => [id, (await spans.get(id)) ?? new Map()] as [string, Lines])),
    )
    forgetOldest(known)
    return found
  }
}

function forgetOldest(known: Map<string, { size: number }>): void {
  let size = [...known.values()].reduce((all, table) => all + table.size, 0)
  for (const [name, table] of known) {
    if (size <= MOST || known.size === 1) return
    known.delete(name)
    size -= table.size
  }
}
