import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { KnowledgeProblem } from './problem.ts'

/** A parsed file: its value, or what is wrong with it. `lineOf` finds the line of a path inside the value. */
export type Parsed<T> =
  | { value: T; problems: []; lineOf: (path: readonly PropertyKey[]) => number | undefined }
  | { value?: undefined; problems: KnowledgeProblem[]; lineOf?: undefined }

/**
 * Parses YAML against a schema. Dates stay text (`schema: 'core'`), so that no time zone can move a day.
 * @param firstLine line of the file on which the YAML begins, for front matter
 */
export function parseYaml<T>(text: string, file: string, schema: z.ZodType<T>, firstLine = 1): Parsed<T> {
  const counter = new LineCounter()
  const document = parseDocument(text, { schema: 'core', lineCounter: counter, prettyErrors: false, uniqueKeys: true })
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1
  if (document.errors.length > 0)
    return {
      problems: document.errors.map((error) => ({
        level: 'error',
        file,
        line: lineAt(error.pos[0]),
        what: `not valid YAML: ${error.message}`,
        hint: 'Quote a text that begins with { or holds a colon followed by a space.',
      })),
    }
  const lineOf = (path: readonly PropertyKey[]): number | undefined => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lineAt(node.range[0])
    }
    return firstLine
  }
  let plain: unknown
  try {
    plain = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    return {
      problems: [{ level: 'error', file, line: firstLine, what: `not valid YAML: ${(error as Error).message}` }],
    }
  }
  const result = schema.safeParse(plain)
  if (result.success) return { value: result.data, problems: [], lineOf }
  return {
    problems: result.error.issues.map((issue) => ({
      level: 'error',
      file,
      line: lineOf(issue.path),
      what: `${issue.path.join('.') || 'the file'}: ${issue.message}`,
      hint: 'The fields and their meaning are in knowledge/README.md.',
    })),
  }
}
