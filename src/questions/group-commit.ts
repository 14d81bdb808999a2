/** Items per commit at most: bounds one statement's size and the time the loop is held. */
const LARGEST_GROUP = 64

type Waiting<T> = { item: T; resolve: () => void; reject: (error: unknown) => void }

/** Gathers items so that those which arrive together are committed together. */
export type GroupCommit<T> = {
  /** Resolves once the item is committed; rejects with what the commit threw. */
  add(item: T): Promise<void>
  /** Resolves when nothing is waiting any more, however it went. */
  drain(): Promise<void>
}

/**
 * Groups commits as database servers do: whatever is added while a commit runs, or in turns of the event loop that each bring more (all requests read from their sockets
 * in one poll), goes into the next commit. Waits for no clock, so a lone item is not delayed. To gather over several turns makes the groups of eight askers half as large again,
 * and what a commit costs is mostly its pages, which a group shares.
 * @param commit commits all items or none.
 * @param isAboutOneItem whether an error is the fault of an item, in which case the group is tried again one by one, so that a
 * bad item does not take its neighbours along.
 */
export function groupCommits<T>(
  commit: (items: T[]) => Promise<void>,
  isAboutOneItem: (error: unknown) => boolean,
): GroupCommit<T> {
  let waiting: Waiting<T>[] = []
  let running: Promise<void> | undefined

  async function settle(group: Waiting<T>[]): Promise<void> {
    try {
      await commit(group.map(({ item }) => item))
      for (const { resolve } of group) resolve()
    } catch (error) {
      if (group.length > 1 && isAboutOneItem(error)) for (const one of group) await settle([one])
      else for (const { reject } of group) reject(error)
    }
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      let size: number
      do {
        size = waiting.length
        await new Promise<void>((resolve) => setImmediate(resolve))
      } while (waiting.length > size && waiting.length < LARGEST_GROUP)
      const group = waiting.slice(0, LARGEST_GROUP)
      waiting = waiting.slice(LARGEST_GROUP)
      await settle(group)
    }
    running = undefined
  }

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject })
        running ??= run()
      }),
    drain: async () => {
      while (running) await running
    },
  }
}
