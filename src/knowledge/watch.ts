import { type FSWatcher, watch } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { KeepKnowledge } from './keep.ts'
import type { Knowledge } from './knowledge.ts'
import type { KnowledgeProblem } from './problem.ts'
import { readFolder } from './read.ts'
import { revisionOf } from './revision.ts'

/** Knowledge that follows its folder. */
export interface WatchedKnowledge extends AsyncDisposable {
  /** The last good knowledge. A turn takes it once. */
  current(): Knowledge
  /** What is wrong with the folder as it stands; empty when what serves is what is on disk. */
  problems(): KnowledgeProblem[]
}

/** Knowledge that cannot be served: what is wrong, for whoever starts the service. */
export class BrokenKnowledge extends Error {
  readonly problems: KnowledgeProblem[]
  constructor(problems: KnowledgeProblem[]) {
    super('the knowledge has errors')
    this.problems = problems
  }
}

type Options = {
  folder: string
  today: () => string
  reviewAfterDays: number
  /** Called after each change on disk, with the new knowledge or with what is wrong. */
  onChange: (result: { knowledge: Knowledge } | { problems: KnowledgeProblem[] }) => void
  /** Keeps what was made of a folder between starts; absent, every start makes it anew. */
  keep?: KeepKnowledge
  /** Quiet time after a change before the folder is read again, in milliseconds. */
  settle?: number
}

/** Milliseconds until a folder that cannot be read is looked at again. */
const RETRY = 1000

/** Milliseconds between two looks at whether the folder is still the same one: the system does not always tell that it was moved. */
const LOOK = 1000

/**
 * Reads the folder, then follows it: a sound change is served from the next turn on, a broken one leaves the last good knowledge serving.
 * @throws UnreadableKnowledge, BrokenKnowledge when there is nothing good to begin with
 */
export async function watchKnowledge({
  folder,
  today,
  reviewAfterDays,
  onChange,
  keep = (_, build) => build(),
  settle = 200,
}: Options): Promise<WatchedKnowledge> {
  const read = async () => {
    const files = await readFolder(folder)
    return await keep(revisionOf(files), async () => {
      // What parses and checks is half a megabyte of code that a start with kept knowledge never needs.
      const { buildKnowledge } = await import('./build.ts')
      return buildKnowledge(files, { today: today(), reviewAfterDays })
    })
  }
  const first = await read()
  if (!first.knowledge) throw new BrokenKnowledge(first.problems.filter(({ level }) => level === 'error'))
  let knowledge = first.knowledge
  let problems: KnowledgeProblem[] = []
  let timer: NodeJS.Timeout | undefined
  let reading = Promise.resolve()
  let watcher: FSWatcher | undefined
  /** Which folder is watched: another one may take its place under the same name. */
  let watched: number | undefined

  const reloadIn = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      reading = reading.then(reload)
    }, milliseconds)
  }
  const follow = async () => {
    const { ino } = await stat(folder)
    if (ino === watched) return
    watcher?.close()
    watcher = watch(folder, { recursive: true }, () => reloadIn(settle))
    watcher.on('error', (error) => {
      watched = undefined
      problems = [{ level: 'error', file: folder, what: `changes are no longer noticed: ${error.message}` }]
      onChange({ problems })
      reloadIn(RETRY)
    })
    watched = ino
  }
  const reload = async () => {
    try {
      const lost = await follow().catch((error: Error) => error)
      const built = await read()
      if (lost) throw lost
      if (!built.knowledge) {
        problems = built.problems.filter(({ level }) => level === 'error')
        onChange({ problems })
      } else {
        const same = built.knowledge.revision === knowledge.revision
        problems = []
        if (same) return
        knowledge = built.knowledge
        onChange({ knowledge })
      }
    } catch (error) {
      const what = (error as Error).message
      const told = problems.some((problem) => problem.what === what)
      problems = [{ level: 'error', file: folder, what }]
      if (!told) onChange({ problems })
      // The folder may come back, and nothing would tell: look again.
      watched = undefined
      reloadIn(RETRY)
    }
  }
  await follow()
  const looking = setInterval(async () => {
    const ino = await stat(folder).then(
      (found) => found.ino,
      () => undefined,
    )
    if (ino !== watched && watched !== undefined) reloadIn(settle)
  }, LOOK)
  looking.unref()
  return {
    current: () => knowledge,
    problems: () => problems,
    async [Symbol.asyncDispose]() {
      clearInterval(looking)
      clearTimeout(timer)
      await reading
      clearTimeout(timer)
      watcher?.close()
    },
  }
}
