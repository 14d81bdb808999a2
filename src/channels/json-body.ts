import { isUtf8 } from 'node:buffer'
import express, { type Request, type RequestHandler } from 'express'
import { Problem } from '../core/problem-details.ts'

/** The largest body that is read, in bytes, after decompression. */
export const LARGEST_BODY = 64 * 1024

/** How deep a body may nest; deeper ones only serve to exhaust whoever walks them. */
const DEEPEST = 32

const OTHER_CHARSET = /;\s*charset\s*=\s*"?(?!utf-?8\b)/i

/** Why a body is not even read. */
function refuse(request: Request): Problem | undefined {
  const { 'content-length': length, 'content-type': type = '' } = request.headers
  const hasBody = request.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0')
  if (!hasBody || (request.is(['json', '+json']) && !OTHER_CHARSET.test(type))) return undefined
  return new Problem(415, 'unsupported-media-type')
}

const bytesOf = express.raw({ type: () => true, limit: LARGEST_BODY })

/** What bytes say as JSON; undefined where there are none. @throws Problem */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined
  if (!isUtf8(bytes)) throw new Problem(400, 'bad-encoding')
  const value = parsed(bytes.toString('utf8').replace(/^\uFEFF/, ''))
  if (!nestsDeeper(value, DEEPEST)) return value
  throw new Problem(400, 'bad-request', { fields: [{ field: 'body', fault: 'too-deep', values: { most: DEEPEST } }] })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem(400, 'bad-json')
  }
}

/** Puts the parsed value in the place of the bytes; what is wrong with them, if anything. */
function parse(request: Request): unknown {
  const bytes: unknown = request.body
  request.body = undefined
  try {
    if (Buffer.isBuffer(bytes)) request.body = parseJson(bytes)
    return undefined
  } catch (problem) {
    return problem
  }
}

const nestsDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => nestsDeeper(inner, levels - 1)))

/**
 * Reads a JSON body into `request.body`: undefined when there is none. Express's own reader takes broken UTF-8 for replacement characters
 * and a wrong content type for an empty body; this one refuses both, as {@link Problem}s (`unsupported-media-type`, `too-large`,
 * `bad-encoding`, `bad-json`).
 */
export const jsonBody: RequestHandler = (request, response, next) => {
  const refusal = refuse(request)
  if (refusal) return next(refusal)
  bytesOf(request, response, (error: unknown) => next(error ?? parse(request)))
}
