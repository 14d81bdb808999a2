import type { Reply } from './reply.ts'

/** What a reply has in common with every other that tells the same again: all but its id. Nobody may change it. */
export type Told = Omit<Reply, 'id'>

const common = new WeakMap<Reply, Told>()

/** A reply that tells again what was told before. */
export function tellAgain(id: Reply['id'], told: Told): Reply {
  const reply = { id, ...told }
  common.set(reply, told)
  return reply
}

/** What a reply has in common with others, by which a channel may find what it made of them; undefined where it was told for the first time. */
export const toldBefore = (reply: Reply): Told | undefined => common.get(reply)
