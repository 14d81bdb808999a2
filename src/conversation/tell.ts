import type { Answer, MisconceptionId } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import type { EntryId } from '../core/entry.ts'
import type { TopicId } from '../core/topic.ts'
import { entryOn } from './entry-on.ts'
import { keepOut } from './keep-out.ts'
import type { NamedDocuments } from './named-documents.ts'
import { BOUNDARY } from './searchables.ts'
import type { Understanding } from './understanding.ts'

/** The answer an entry gives on a day. */
export function tell(id: EntryId, on: Day, { knowledge }: Understanding, misconception?: MisconceptionId): Answer {
  const found = entryOn(id, on, knowledge)
  if (!found) return { outcome: 'declined', why: 'no-match' }
  if (found.entry)
    return {
      outcome: 'answered',
      entry: found.entry.id,
      related: found.entry.related,
      ...(misconception && { misconception }),
    }
  return {
    outcome: 'declined',
    why: 'not-in-force',
    entry: found.asked.id,
    ...(found.last && { last: found.last }),
    ...(found.next && { next: found.next }),
  }
}

/** The answer a search hit leads to: an entry's, or a boundary's. */
export function follow(id: string, on: Day, understanding: Understanding): Answer {
  if (!id.startsWith(BOUNDARY)) return tell(id, on, understanding)
  const boundary = understanding.knowledge.boundaries.get(id.slice(BOUNDARY.length))
  return boundary ? keepOut(boundary) : { outcome: 'declined', why: 'no-match' }
}

/** The topic of questions about documents themselves. */
const SOURCES: TopicId = 'policy.source'
/** The entry that tells what to make of a number that is not in the register. */
const NOT_REGISTERED = 'document-not-registered'

/** What is told of documents that were named; where the register holds none of that name, what to make of it. */
export function tellDocuments({ ids }: NamedDocuments, on: Day, understanding: Understanding): Answer {
  const [first, ...others] = ids
  if (first === undefined) return tell(NOT_REGISTERED, on, understanding)
  return { outcome: 'answered', topic: SOURCES, documents: [first, ...others] }
}
