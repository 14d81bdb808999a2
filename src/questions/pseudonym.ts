import { createHmac, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { ChannelId } from '../core/channel-id.ts'
import type { Tables } from './schema.ts'

/**
 * A name for a speaker that says nothing about them: HMAC-SHA-256 under the week's salt, cut to 128 bits, in hexadecimal (which
 * no spreadsheet takes for a formula). The channel is part of it because a speaker's name means something only within its channel.
 */
export const pseudonym = (salt: string, channel: ChannelId, speaker: string): string =>
  createHmac('sha256', salt).update(`${channel}\n${speaker}`).digest('hex').slice(0, 32)

/** 256 random bits. */
export const newSalt = (): string => randomBytes(32).toString('hex')

/**
 * The salt of an ISO week in China time: enough to count people within a week and to see who had to ask again, and not enough to
 * follow anybody longer, or to test a guess later. The first call in a week destroys those of the weeks before. Processes that
 * share a database share the salt.
 * @param offered becomes the salt where there is none.
 * @param scrub called after a salt was deleted, to have its bytes overwritten.
 */
export async function saltOf(
  week: string,
  db: Kysely<Pick<Tables, 'salt'>>,
  scrub: () => Promise<void>,
  offered = newSalt(),
): Promise<string> {
  const { numDeletedRows } = await db.deleteFrom('salt').where('week', '<', week).executeTakeFirstOrThrow()
  if (numDeletedRows > 0n) await scrub()
  await db
    .insertInto('salt')
    .values({ week, salt: offered })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { salt } = await db.selectFrom('salt').select('salt').where('week', '=', week).executeTakeFirstOrThrow()
  return salt
}

/** The salt of the present week, looked up once a week. */
export function weeklySalt(thisWeek: () => string, look: (week: string) => Promise<string>): () => Promise<string> {
  let kept: { week: string; salt: string } | undefined
  return async () => {
    const week = thisWeek()
    if (kept?.week !== week) kept = { week, salt: await look(week) }
    return kept.salt
  }
}
