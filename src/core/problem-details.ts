import type { Locale } from './locale.ts'

/** Stable codes of errors that leave over HTTP as `application/problem+json`. */
export const PROBLEM_CODES = [
  'bad-json',
  'bad-encoding',
  'bad-request',
  'too-large',
  'unsupported-media-type',
  'too-many-requests',
  'not-found',
  'method-not-allowed',
  'unauthorized',
  'token-expired',
  'forbidden',
  'conflict',
  'not-ready',
  'internal',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** What can be wrong with a field; the words stand under `problem.field.<fault>`. */
export const FIELD_FAULTS = [
  'missing',
  'unknown',
  'type',
  'choice',
  'too-long',
  'empty',
  'day',
  'language-tag',
  'watermark',
  'not-loopback',
  'not-allowed',
  'no-such-reply',
  'too-deep',
  'invalid',
] as const

/** One wrong field of a request: its path (`user.id`, or `body` for the whole), what is wrong, and the values its words need. */
export type FieldFault = {
  field: string
  fault: (typeof FIELD_FAULTS)[number]
  values?: Record<string, string | number>
}

/** An error on its way out of a channel; caught once, in `http/problems.ts`, and told in the caller's language. */
export class Problem extends Error {
  readonly status: number
  readonly code: ProblemCode
  /** Fields that are wrong, and why. */
  readonly fields: FieldFault[]
  /** Seconds until another try makes sense. */
  readonly retryAfter: number | undefined
  /** The caller's language where the channel knows it; otherwise the request's `Accept-Language` decides. */
  readonly locale: Locale | undefined

  constructor(
    status: number,
    code: ProblemCode,
    more: { fields?: FieldFault[]; retryAfter?: number; locale?: Locale | undefined } = {},
  ) {
    super(code)
    this.status = status
    this.code = code
    this.fields = more.fields ?? []
    this.retryAfter = more.retryAfter
    this.locale = more.locale
  }
}
