import { describe, expect, test } from 'vitest'
import { talking } from './talking.ts'

/** A conversation that has just asked which of several things is meant. */
async function asking(): Promise<ReturnType<typeof talking>> {
  for (const word of ['限额', '化妆品', '清单', '包裹', '退货', '行李']) {
    const say = talking()
    if ((await say(word)).outcome === 'clarified') return say
  }
  return expect.fail('no word is ambiguous')
}

describe('whoever is not understood', () => {
  test('is not asked the same thing twice in a row', async () => {
    const say = talking()
    const first = await say('化妆品')
    const again = await say('化妆品')
    const entries = ({ choices }: typeof first) => choices.map(({ utterance }) => utterance)
    expect(again.outcome === 'clarified' && entries(again).join() === entries(first).join()).toBe(false)
  })

  test('is not asked for the same value twice in a row', async () => {
    const say = talking()
    expect((await say('口红要交多少税')).outcome).toBe('asked')
    const replies = [await say('不知道'), await say('不知道')]
    for (const { outcome, text } of replies) expect(outcome === 'asked' && text.startsWith('请告诉我价格')).toBe(false)
  })

  test('gets choices after two failures', async () => {
    const say = talking()
    const first = await say('什么情况下算化整为零啊那种')
    const second = await say('海关抽查的概率有规定没有')
    expect(first.choices.length).toBeGreaterThan(0)
    expect(second.choices.length).toBeGreaterThan(0)
    expect([first.outcome, second.outcome]).not.toEqual(['declined', 'declined'])
  })

  test('who wants none of the choices is told what to do next, and it is kept as data', async () => {
    const say = await asking()
    const none = await say('都不是')
    expect(none).toMatchObject({ outcome: 'declined', why: 'none-of-these' })
    expect(none.text).toContain('12360')
    expect(none.choices.length).toBeGreaterThan(0)
  })
})
