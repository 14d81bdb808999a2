import { z } from 'zod'
import { createDocument } from 'zod-openapi'
import { PROBLEM_CODES } from '../../core/problem-details.ts'
import { knowledgeBody, questionBody, ratingBody, replyBody } from './schema.ts'

const problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.enum(PROBLEM_CODES).meta({ description: 'Stable' }),
    detail: z.string(),
    errors: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457, in the language of `Accept-Language`' })

const refusal = (description: string, headers = {}) => ({
  description,
  headers,
  content: { 'application/problem+json': { schema: problem } },
})
const retryAfter = { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' as const } } }
const refusals = {
  400: refusal('JSON or UTF-8 is broken, or a field is wrong; `errors` names each'),
  413: refusal('More than 64 KB'),
  415: refusal('Not application/json'),
  429: refusal('Too many from one speaker', retryAfter),
  503: refusal('Not ready', retryAfter),
}

/** The contract as an OpenAPI 3.1 document, made of the very schemas that validate. */
export const openApi = () =>
  createDocument({
    openapi: '3.1.1',
    info: { title: 'Tongguan', version: '1', description: 'Answers about China’s cross-border e-commerce rules' },
    paths: {
      '/api/answers': {
        post: {
          operationId: 'ask',
          summary: 'Ask a question',
          requestBody: { required: true, content: { 'application/json': { schema: questionBody } } },
          responses: {
            200: { description: 'The answer', content: { 'application/json': { schema: replyBody } } },
            ...refusals,
          },
        },
      },
      '/api/answers/{id}/rating': {
        post: {
          operationId: 'rate',
          summary: 'Say whether an answer helped',
          requestParams: { path: z.object({ id: z.string() }) },
          requestBody: { required: true, content: { 'application/json': { schema: ratingBody } } },
          responses: { 204: { description: 'Kept' }, 404: refusal('No such answer'), ...refusals },
        },
      },
      '/api/knowledge': {
        get: {
          operationId: 'knowledge',
          summary: 'What is known, counted',
          responses: {
            200: { description: 'Counts', content: { 'application/json': { schema: knowledgeBody } } },
            503: refusals[503],
          },
        },
      },
      '/api/openapi.json': {
        get: {
          operationId: 'describe',
          summary: 'This document',
          responses: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: z.unknown() } } } },
        },
      },
    },
  })
