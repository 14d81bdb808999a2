import { CORE_SCHEMA, load } from 'js-yaml'
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { KnowledgeProblem } from './problem.ts'

/** A parsed file: its value, or what is wrong with it. `lineOf` finds the line of a path inside the value. */
export type Parsed<T> =
  | { value: T; problems: []; lineOf: (path: readonly PropertyKey[]) => number | undefined }
  | { value?: undefined; problems: KnowledgeProblem[]; lineOf?: undefined }

/**
 * Parses YAML against a schema. Dates stay text (core schema), so that no time zone can move a day. A sound file is read by js-yaml, which is four times as
 * fast and does not know lines; only a file with a problem is read again by yaml, which does.
 * @param firstLine line of the file on which the YAML begins, for front matter
 */
export function parseYaml<T>(text: string, file: string, schema: z.ZodType<T>, firstLine = 1): Parsed<T> {
  try {
    const result = schema.safeParse(load(text, { schema: CORE_SCHEMA }))
    if (result.success) {
      // Lines are wanted for messages only, and finding them costs more than all the rest.
      let places: ReturnType<typeof located> | undefined
      return {
        value: result.data,
        problems: [],
        lineOf: (path) => {
          places ??= located(text, firstLine)
          return places.lineOf(path)
        },
      }
    }
  } catch {
    // Not YAML for js-yaml; the careful reader below says where and why.
  }
  return parseCarefully(text, file, schema, firstLine)
}

function located(text: string, firstLine: number) {
  const counter = new LineCounter()
  const document = parseDocument(text, { schema: 'core', lineCounter: counter, prettyErrors: false, uniqueKeys: true })
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lineAt(node.range[0])
    }
    return firstLine
  }
  return { document, lineAt, lineOf }
}

function parseCarefully<T>(text: string, file: string, schema: z.ZodType<T>, firstLine: number): Parsed<T> {
  const { document, lineAt, lineOf } = located(text, firstLine)
  const wrong = (what: string, line: number, hint?: string): KnowledgeProblem => ({
    level: 'error',
    file,
    line,
    what,
    hint,
  })
  if (document.errors.length > 0)
    return {
      problems: document.errors.map(({ message, pos }) =>
        wrong(
          `not valid YAML: ${message}`,
          lineAt(pos[0]),
          'Quote a text that begins with { or holds a colon followed by a space.',
        ),
      ),
    }
  let plain: unknown
  try {
    plain = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    return { problems: [wrong(`not valid YAML: ${(error as Error).message}`, firstLine)] }
  }
  const result = schema.safeParse(plain)
  if (result.success) return { value: result.data, problems: [], lineOf }
  return {
    problems: result.error.issues.map((issue) =>
      wrong(
        `${issue.path.join('.') || 'the file'}: ${issue.message}`,
        lineOf(issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path),
        'The fields and their meaning are in knowledge/README.md.',
      ),
    ),
  }
}
