import type { z } from 'zod'
import type { Locale } from '../core/locale.ts'
import { type FieldFault, Problem } from '../core/problem-details.ts'

/** More faults than this are not listed: the caller mends the first ones first. */
const MOST_FAULTS = 20

/**
 * A body as its schema describes it.
 * @param locale the caller's language, where the body tells it
 * @throws Problem `bad-request` that names every wrong field
 */
export function validated<T>(schema: z.ZodType<T>, body: unknown, locale?: Locale): T {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const fields = result.error.issues.flatMap((issue) => faultsOf(issue, body)).slice(0, MOST_FAULTS)
  throw new Problem(400, 'bad-request', { fields, locale })
}

/** What is wrong, from one of zod's issues. */
function faultsOf(issue: z.core.$ZodIssue, body: unknown): FieldFault[] {
  const field = nameOf(issue.path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ field: nameOf([...issue.path, key]), fault: 'unknown' }))
    case 'invalid_type':
      if (valueAt(body, issue.path) === undefined) return [{ field, fault: 'missing' }]
      return [{ field, fault: 'type', values: { expected: issue.expected } }]
    case 'invalid_value':
      return [{ field, fault: 'choice', values: { choices: issue.values.map((value) => String(value)).join(', ') } }]
    case 'too_big':
      return [{ field, fault: 'too-long', values: { most: Number(issue.maximum) } }]
    case 'too_small':
      return [{ field, fault: 'empty' }]
    case 'invalid_format':
      return [{ field, fault: issue.format === 'date' ? 'day' : 'invalid' }]
    case 'custom':
      return [{ field, fault: (issue.params?.fault as FieldFault['fault'] | undefined) ?? 'invalid' }]
    default:
      return [{ field, fault: 'invalid' }]
  }
}

/** A field's path as one would write it, cut where somebody sends a novel for a name. */
const nameOf = (path: PropertyKey[]): string => path.map(String).join('.').slice(0, 100) || 'body'

const valueAt = (body: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], body)
