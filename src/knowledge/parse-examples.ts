import { z } from 'zod'
import type { EntryId } from '../core/entry.ts'
import type { WrittenLocale } from '../core/locale.ts'
import { text } from './fields.ts'
import type { Knowledge } from './knowledge.ts'
import { type KnowledgeProblem, unknown } from './problem.ts'
import { parseYaml } from './yaml.ts'

/** Messages in both languages. */
type Messages = Record<WrittenLocale, string[]>

/** Messages alike in what is wanted and how it is put: what is learned from the others has to hold for them too. */
export type Cell = { of: string } & Messages

/** Messages that show what belongs to a boundary: whole ones, the same by what is wanted and how it is put, and plans of something unlawful, which make whole ones with what is asked behind them. */
export type BoundaryExamples = { said: Messages; plans: Messages; cells: Cell[] }

/** Messages from which the models of search and of intents are learned. No turn reads them. */
export type Examples = {
  /** Further ways of asking for an entry, beside the questions in its own files; by entry. */
  ways: Map<EntryId, Messages>
  /** By boundary. */
  boundaries: Map<string, BoundaryExamples>
  /** Honest questions in the words of unlawful ones. */
  lawful: Messages
  /** Questions that are ours in the words of those kept out by a boundary, by boundary. */
  beside: Map<string, Cell[]>
  /** What is asked behind a plan: a way to do it; what the rule is; what to do for somebody who is pressed to. */
  asks: Record<'way' | 'rule' | 'pressed', Messages>
}

const NONE: Messages = { 'zh-Hans': [], en: [] }
const inBoth = { 'zh-Hans': z.array(text).default([]), en: z.array(text).default([]) }
const messages = z.strictObject(inBoth).default(NONE)
const cells = z.array(z.strictObject({ of: text, ...inBoth })).default([])
const boundaryExamples: z.ZodType<BoundaryExamples> = z.strictObject({ said: messages, plans: messages, cells })
const besideBoundary = z.strictObject({ cells })
const lawfulExamples = z.strictObject({ said: messages })
const asksBehind = z.strictObject({ way: messages, rule: messages, pressed: messages })

const waysByEntry = z.record(z.string(), messages)

const FILE = /^examples\/([^/]+)\.yaml$/
/** Ways of asking, in a file for each topic. */
const WAYS_FILE = /^examples\/ways\/[^/]+\.yaml$/
/** Questions that are ours, in a file for each boundary in whose words they are. */
const BESIDE_FILE = /^examples\/beside\/([^/]+)\.yaml$/

/** Reads the examples among the files of the knowledge (path inside the folder → text). */
export function parseExamples(files: ReadonlyMap<string, string>): {
  examples: Examples
  problems: KnowledgeProblem[]
} {
  const problems: KnowledgeProblem[] = []
  const read = <T>(file: string, content: string, schema: z.ZodType<T>): T | undefined => {
    const parsed = parseYaml(content, file, schema)
    problems.push(...parsed.problems)
    return parsed.value
  }
  const examples: Examples = {
    ways: new Map(),
    boundaries: new Map(),
    lawful: NONE,
    beside: new Map(),
    asks: { way: NONE, rule: NONE, pressed: NONE },
  }
  for (const [file, content] of files) {
    if (WAYS_FILE.test(file)) {
      for (const [entry, ways] of Object.entries(read(file, content, waysByEntry) ?? {})) {
        if (examples.ways.has(entry)) problems.push(twice(file, entry))
        examples.ways.set(entry, ways)
      }
      continue
    }
    const neighbour = BESIDE_FILE.exec(file)?.[1]
    if (neighbour !== undefined) examples.beside.set(neighbour, read(file, content, besideBoundary)?.cells ?? [])
    const name = FILE.exec(file)?.[1]
    if (name === 'lawful') examples.lawful = read(file, content, lawfulExamples)?.said ?? NONE
    else if (name === 'asks') examples.asks = read(file, content, asksBehind) ?? examples.asks
    else if (name !== undefined) {
      const found = read(file, content, boundaryExamples)
      if (found) examples.boundaries.set(name, found)
    }
  }
  return { examples, problems }
}

const twice = (file: string, entry: EntryId): KnowledgeProblem => ({
  level: 'error',
  file,
  what: `ways of asking for "${entry}" stand in two places: keep them in one`,
})

/** Examples of a boundary or an entry that there is not would teach nothing; one way of asking under two entries would teach that they are one. */
export function checkExamples(
  { boundaries, beside, ways }: Pick<Examples, 'boundaries' | 'beside' | 'ways'>,
  knowledge: Pick<Knowledge, 'boundaries' | 'entries'>,
): KnowledgeProblem[] {
  const named = [...boundaries.keys()].map((name) => [name, `examples/${name}.yaml`] as const)
  const neighbours = [...beside.keys()].map((name) => [name, `examples/beside/${name}.yaml`] as const)
  const strangers = [...named, ...neighbours]
    .filter(([name]) => !knowledge.boundaries.has(name))
    .map(([name, file]) => unknown(file, 'boundary', name, [...knowledge.boundaries.keys()]))
  const lost = [...ways.keys()]
    .filter((entry) => !knowledge.entries.has(entry))
    .map((entry) => unknown('examples/ways', 'entry', entry, [...knowledge.entries.keys()]))
  const leadsTo = new Map<string, EntryId>()
  const torn: KnowledgeProblem[] = []
  for (const [entry, said] of ways)
    for (const way of [...said['zh-Hans'], ...said.en]) {
      const other = leadsTo.get(way)
      if (other !== undefined && other !== entry)
        torn.push({ level: 'error', file: 'examples/ways', what: `"${way}" stands under "${other}" and "${entry}"` })
      leadsTo.set(way, entry)
    }
  return [...strangers, ...lost, ...torn]
}
