import type { Trace } from '../conversation/find-answer.ts'
import { BOUNDARY } from '../conversation/searchables.ts'

/** Rules by which a message is kept out before anything is searched, and those that keep it out for what the search found. */
const KEPT_OUT = /^boundary (?:phrase|intent)/
const STRANGER = /^no word of the subject/
/** A stranger is told from one kept out by its words by what little the search found for it. */
const STRANGERS_SHARE = 0.1

/**
 * How sure the service is that a question is in its scope, 0…1: nothing where a boundary keeps it out, everything where a rule of the subject answers
 * it, otherwise the confidence of the search in all entries together.
 */
export function scopeOf({ rule, hits }: Trace): number {
  if (KEPT_OUT.test(rule)) return 0
  const entries = hits.filter(({ id }) => !id.startsWith(BOUNDARY)).reduce((sum, { confidence }) => sum + confidence, 0)
  if (STRANGER.test(rule)) return entries * STRANGERS_SHARE
  return rule.startsWith('search') ? entries : 1
}
