import type { RequestHandler } from 'express'
import { Problem } from '../core/problem-details.ts'

/** Answers every method a path does not know with 405 and the ones it does in `Allow`. Goes last on a route. */
export const only =
  (...methods: string[]): RequestHandler =>
  (request, response) => {
    response.set('Allow', [...methods, 'OPTIONS'].join(', '))
    if (request.method !== 'OPTIONS') throw new Problem(405, 'method-not-allowed')
    response.status(204).end()
  }
