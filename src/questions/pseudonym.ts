import { createHmac, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { ChannelId } from '../core/channel-id.ts'
import { weekOf } from './china-time.ts'
import type { Tables } from './schema.ts'

/**
 * A name for a speaker that says nothing about them: HMAC-SHA-256 under the week's salt, cut to 128 bits, in hexadecimal (which
 * no spreadsheet takes for a formula). The channel is part of it because a speaker's name means something only within its channel.
 */
export const pseudonym = (salt: string, channel: ChannelId, speaker: string): string =>
  createHmac('sha256', salt).update(`${channel}\n${speaker}`).digest('hex').slice(0, 32)

/**
 * The salt of the present ISO week in China time. The first call in a week makes it and destroys every other one: enough to count
 * people within a week and to see who had to ask again, and not enough to follow anybody longer, or to test a guess later.
 * Processes that share a database share the salt.
 * @param scrub called after a salt was deleted, to have its bytes overwritten.
 */
export function weeklySalt(db: Kysely<Tables>, now: () => Date, scrub: () => Promise<void>): () => Promise<string> {
  let kept: { week: string; salt: string } | undefined
  return async () => {
    const week = weekOf(now())
    if (kept?.week === week) return kept.salt
    const { numDeletedRows } = await db.deleteFrom('salt').where('week', '<>', week).executeTakeFirstOrThrow()
    if (numDeletedRows > 0n) await scrub()
    await db
      .insertInto('salt')
      .values({ week, salt: randomBytes(32).toString('hex') })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const { salt } = await db.selectFrom('salt').select('salt').where('week', '=', week).executeTakeFirstOrThrow()
    kept = { week, salt }
    return salt
  }
}
