import { randomUUID } from 'node:crypto'
import type { Reply } from '../core/reply.ts'
import { type Told, toldBefore } from '../core/told-again.ts'
import { type Addressee, replyActivities } from './reply-activity.ts'

/** A message's fields as JSON text, without the braces around them and without `type` and `locale`. */
export type Fields = string

/** What stands where a reply's id, and where the one whom it is for, will stand: nobody can have written it. */
const [ID, TO] = [JSON.stringify(randomUUID()), JSON.stringify(randomUUID())]
const GAPS = new RegExp(`(${ID}|${TO})`)

/** The messages of what was told, for one kind of addressee; each as the text between its gaps and, at odd places, the gaps. */
type Written = Pick<Addressee, 'traits' | 'group'> & { addressed: boolean; messages: string[][]; length: number }

/**
 * Writes replies as {@link replyActivities} puts them, and keeps the text of those that are told again and again: what is the same for everybody is put into messages and serialised
 * once, and only the id and the addressee are filled in.
 * @param most characters kept
 */
export function writtenMessages(most = 1_500_000): (reply: Reply, addressee: Addressee) => Fields[] | undefined {
  const held = new Map<Told, Written[]>()
  let total = 0

  function keep(told: Told, addressee: Addressee): Written {
    const written = write(told, addressee)
    held.set(told, [...(held.get(told) ?? []), written])
    total += written.length
    for (const [oldest, all] of held) {
      if (total <= most) break
      held.delete(oldest)
      for (const { length } of all) total -= length
    }
    return written
  }

  return (reply, addressee) => {
    const told = toldBefore(reply)
    // Whom a message answers is each time another.
    if (!told || addressee.replyTo !== undefined) return undefined
    const { traits, group, to } = addressee
    const all = held.get(told)
    if (all) {
      held.delete(told)
      held.set(told, all)
    }
    const known = all?.find(
      (one) => one.traits === traits && one.group === group && one.addressed === (to !== undefined),
    )
    const { messages } = known ?? keep(told, addressee)
    return messages.map((pieces) => {
      let text = pieces[0] ?? ''
      for (let gap = 1; gap < pieces.length; gap += 2)
        text += JSON.stringify(pieces[gap] === ID ? reply.id : to) + pieces[gap + 1]
      return text
    })
  }
}

function write(told: Told, { traits, group, to, translate }: Addressee): Written {
  const addressed = to !== undefined
  const activities = replyActivities(
    { id: JSON.parse(ID), ...told },
    { traits, group, translate, to: addressed ? JSON.parse(TO) : undefined },
  )
  const texts = activities.map(({ type: _type, locale: _locale, ...fields }) => JSON.stringify(fields).slice(1, -1))
  return {
    traits,
    group,
    addressed,
    messages: texts.map((text) => text.split(GAPS)),
    length: texts.reduce((sum, text) => sum + text.length, 0),
  }
}
