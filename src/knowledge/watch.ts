import { watch } from 'node:fs'
import { buildKnowledge } from './build.ts'
import type { Knowledge } from './knowledge.ts'
import type { KnowledgeProblem } from './problem.ts'
import { readFolder } from './read.ts'

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
  /** Quiet time after a change before the folder is read again, in milliseconds. */
  settle?: number
}

/**
 * Reads the folder, then follows it: a sound change is served from the next turn on, a broken one leaves the last good knowledge serving.
 * @throws UnreadableKnowledge, BrokenKnowledge when there is nothing good to begin with
 */
export async function watchKnowledge({
  folder,
  today,
  reviewAfterDays,
  onChange,
  settle = 200,
}: Options): Promise<WatchedKnowledge> {
  const read = async () => buildKnowledge(await readFolder(folder), { today: today(), reviewAfterDays })
  const first = await read()
  if (!first.knowledge) throw new BrokenKnowledge(first.problems.filter(({ level }) => level === 'error'))
  let knowledge = first.knowledge
  let problems: KnowledgeProblem[] = []
  let timer: NodeJS.Timeout | undefined
  let reading = Promise.resolve()

  const reload = async () => {
    try {
      const built = await read()
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
      problems = [{ level: 'error', file: folder, what: (error as Error).message }]
      onChange({ problems })
    }
  }
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      reading = reading.then(reload)
    }, settle)
  })
  watcher.on('error', (error) => {
    problems = [{ level: 'error', file: folder, what: `changes are no longer noticed: ${error.message}` }]
    onChange({ problems })
  })
  return {
    current: () => knowledge,
    problems: () => problems,
    async [Symbol.asyncDispose]() {
      clearTimeout(timer)
      watcher.close()
      await reading
    },
  }
}
