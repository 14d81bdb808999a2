import { expect, test } from 'vitest'
import { understand } from '../src/conversation/understanding.ts'
import type { Address } from '../src/core/address.ts'
import { openDatabase } from '../src/database/open.ts'
import { openDesk, runDesk } from '../src/desk.ts'
import { wording } from './conversation/talking.ts'
import { put, smallKnowledge, TODAY } from './knowledge/small-knowledge.ts'

const li: Address = { channel: 'bot-framework', speaker: 'li', to: 'there' }

test('people are told of a change and of an answer, once, in their language, by whichever process is first', async () => {
  await using database = await openDatabase('sqlite::memory:')
  const now = () => new Date(`${TODAY}T04:00:00Z`)
  const desk = openDesk(database, { askAPerson: true, now })
  const sent: string[] = []
  const trouble: unknown[] = []
  let understanding = understand(smallKnowledge())
  const start = () =>
    runDesk({
      database,
      desk,
      understanding: () => understanding,
      translate: wording,
      publicUrl: 'https://example.cn',
      now,
      writeTo: async ({ to }, { text }) => {
        sent.push(`${to}: ${text}`)
        return 'sent'
      },
      onTrouble: (error) => trouble.push(error),
    })
  // A start that ends has looked once: from then on there is something to compare with.
  await start()[Symbol.asyncDispose]()
  await desk.subscriptions?.add(li, { entry: 'annual-limit' }, 'en')
  const reference = await desk.handovers?.hand(
    { question: '毛衣', locale: 'zh-Hans', topic: 'other', channel: 'bot-framework', address: li },
    'li',
  )
  await desk.handovers?.claim(reference ?? '', 'Chen')
  await desk.handovers?.answer(reference ?? '', 'Chen', '不能')

  understanding = understand(smallKnowledge({ 'figures/annual-limit.yaml': put('value: 26000', 'value: 30000') }))
  {
    await using _first = start()
    await using _second = start()
    await expect.poll(() => sent.length).toBe(2)
  }
  expect(trouble).toEqual([])
  expect(sent.sort()).toEqual([
    expect.stringMatching(
      /^there: Something you follow has changed[\s\S]*26,000[\s\S]*→[\s\S]*30,000[\s\S]*unsubscribe/,
    ),
    expect.stringMatching(new RegExp(`^there: 工作人员答复了您的问题（${reference}）[\\s\\S]*不能`)),
  ])
  expect(await desk.handovers?.see(reference ?? '')).toMatchObject({ reached: true })
})
