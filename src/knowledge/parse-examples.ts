import { z } from 'zod'
import type { WrittenLocale } from '../core/locale.ts'
import { text } from './fields.ts'
import type { Knowledge } from './knowledge.ts'
import { type KnowledgeProblem, unknown } from './problem.ts'
import { parseYaml } from './yaml.ts'

/** Messages in both languages. */
type Messages = Record<WrittenLocale, string[]>

/** Messages that show what belongs to a boundary: whole ones, and plans of something unlawful, which make whole ones with what is asked behind them. */
export type BoundaryExamples = { said: Messages; plans: Messages }

/** Messages from which the model of intents is learned. No turn reads them. */
export type Examples = {
  /** By boundary. */
  boundaries: Map<string, BoundaryExamples>
  /** Honest questions in the words of unlawful ones. */
  lawful: Messages
  /** What is asked behind a plan: a way to do it; what the rule is; what to do for somebody who is pressed to. */
  asks: Record<'way' | 'rule' | 'pressed', Messages>
}

const NONE: Messages = { 'zh-Hans': [], en: [] }
const messages = z.strictObject({ 'zh-Hans': z.array(text).default([]), en: z.array(text).default([]) }).default(NONE)
const boundaryExamples: z.ZodType<BoundaryExamples> = z.strictObject({ said: messages, plans: messages })
const lawfulExamples = z.strictObject({ said: messages })
const asksBehind = z.strictObject({ way: messages, rule: messages, pressed: messages })

const FILE = /^examples\/(.+)\.yaml$/

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
  const examples: Examples = { boundaries: new Map(), lawful: NONE, asks: { way: NONE, rule: NONE, pressed: NONE } }
  for (const [file, content] of files) {
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

/** Examples of a boundary that there is not would teach nothing. */
export function checkExamples({ boundaries }: Examples, knowledge: Pick<Knowledge, 'boundaries'>): KnowledgeProblem[] {
  return [...boundaries.keys()]
    .filter((name) => !knowledge.boundaries.has(name))
    .map((name) => unknown(`examples/${name}.yaml`, 'boundary', name, [...knowledge.boundaries.keys()]))
}
