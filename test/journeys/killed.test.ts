import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ask } from '../channels/served.ts'
import { type Service, startService, temporaryFolder } from './service.ts'
import { writeSmallKnowledge } from './small-knowledge.ts'

const KILLS = 20
const ASKERS = 8
const QUESTIONS = [
  '今年还能买多少跨境商品？',
  'How much may I still buy this year?',
  '红酒',
  '你好',
  '🛒',
  '口红要交多少税',
]

/** Asks until the service is gone; hands over the id of each reply that arrived whole. */
async function askUntilKilled(service: Service, asker: number, received: (id: string) => void): Promise<void> {
  for (let turn = asker; ; turn++) {
    const question = QUESTIONS[turn % QUESTIONS.length] ?? ''
    const told =
      asker % 4 === 0
        ? service.post('/api/messages', {
            type: 'message',
            text: question,
            deliveryMode: 'expectReplies',
            conversation: { id: `${asker}` },
            from: { id: `u${asker}` },
          })
        : ask(`${service.url}/api/answers`, { json: { question, conversation: `conversation-${asker}` } })
    const answer = await told.catch(() => undefined)
    if (answer === undefined) return
    received(answer.body.id ?? answer.body.activities[0].channelData.tongguan.id)
  }
}

test('killed twenty times at any moment, it has every answered question in the log exactly once', {
  timeout: 240_000,
}, async () => {
  await using folder = await temporaryFolder()
  const settings = {
    DATABASE_URL: `sqlite:${folder.path}/questions.db`,
    KNOWLEDGE_DIR: await writeSmallKnowledge(`${folder.path}/knowledge`),
    RATE_PER_MINUTE: '0',
  }
  const received: string[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    await using service = await startService(settings)
    const first = Promise.withResolvers<void>()
    const asking = Array.from({ length: ASKERS }, (_, asker) =>
      askUntilKilled(service, asker, (id) => {
        received.push(id)
        first.resolve()
      }),
    )
    await first.promise
    await wait(50 + Math.random() * 550)
    expect(await service.stop('SIGKILL')).toMatchObject({ signal: 'SIGKILL' })
    await Promise.all(asking)
  }

  await using service = await startService(settings)
  const kept = (await service.exported()).map(({ id }) => id)
  expect(received.length).toBeGreaterThan(KILLS * ASKERS)
  expect(new Set(kept).size).toBe(kept.length)
  expect(new Set(received).difference(new Set(kept))).toEqual(new Set())
  // What nobody heard the answer to was in flight when the process died: at most one question of each asker.
  expect(kept.length - received.length).toBeLessThanOrEqual(KILLS * ASKERS)
})
