import { z } from 'zod'
import type { Activity } from '../activity.ts'

const mention = z.looseObject({
  type: z.literal('mention'),
  text: z.string().max(500).optional().catch(undefined),
  mentioned: z.looseObject({ id: z.string() }).optional().catch(undefined),
})

/** The mentions among an activity's entities; what is none of them, or broken, counts for nothing. */
function mentionsIn({ entities }: Activity): z.infer<typeof mention>[] {
  if (!Array.isArray(entities)) return []
  return entities.slice(0, 50).flatMap((entity) => {
    const read = mention.safeParse(entity)
    return read.success ? [read.data] : []
  })
}

/** `@` and the bot's name, as channels write a mention that have no entity for it. */
const byName = ({ recipient }: Activity): string | undefined => (recipient?.name ? `@${recipient.name}` : undefined)

/** Whether a message names the bot. */
export function isMentioned(activity: Activity): boolean {
  const { recipient, text = '' } = activity
  const name = byName(activity)
  return (
    mentionsIn(activity).some(({ mentioned }) => mentioned !== undefined && mentioned.id === recipient?.id) ||
    (name !== undefined && text.includes(name))
  )
}

/** What a message says beside the mentions in it: the bot's own, and those of other people, whose names are nothing to us. */
export function withoutMentions(activity: Activity): string {
  const given = activity.text ?? ''
  const written = mentionsIn(activity).flatMap(({ text }) => text || [])
  const name = byName(activity)
  let text = given
  for (const one of [...written, ...(name === undefined ? [] : [name])]) text = text.replaceAll(one, ' ')
  text = text.replace(/<at\b[^<>]{0,200}>[^<>]{0,500}<\/at>/gi, ' ')
  return text === given ? given : text.trim()
}

/** Whether several people read a conversation. */
export const isGroup = ({ conversation }: Activity): boolean =>
  conversation?.isGroup === true || ['groupChat', 'channel'].includes(conversation?.conversationType ?? '')
