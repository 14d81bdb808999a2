import { wechat } from '../../../src/channels/wechat/wechat.ts'
import { aConversation, serve, wording } from '../served.ts'
import { ACCOUNT, type Mode, weChatPlatform } from './client.ts'
import { handClock } from './clock.ts'

type Parts = Parameters<typeof wechat>[0]

/** The channel on a port of its own, before a conversation that remembers, under a clock that we hold, with the platform that talks to it. */
export async function openWeChat({ mode = 'encrypted', ...parts }: Partial<Parts> & { mode?: Mode } = {}) {
  const clock = handClock()
  const conversation = aConversation()
  const { token, key, appId } = ACCOUNT
  const errors: unknown[] = []
  const served = await serve(
    wechat({
      ...conversation,
      translate: wording,
      takeTurn: () => 0,
      token,
      encryption: mode === 'plain' ? undefined : { key, appId },
      now: clock.now,
      wait: clock.wait,
      onError: (error) => errors.push(error),
      ...parts,
    }),
  )
  const platform = weChatPlatform(served.url, { mode, now: clock.now })
  return {
    ...conversation,
    ...served,
    clock,
    errors,
    platform,
    [Symbol.asyncDispose]: () => served[Symbol.asyncDispose](),
  }
}
