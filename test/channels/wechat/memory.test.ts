import { describe, expect, test } from 'vitest'
import { listenersInMemory } from '../../../src/channels/wechat/listeners.ts'
import { onlyOnce } from '../../../src/channels/wechat/once.ts'

describe('work that is done once', () => {
  const counted = (options: { keep: number; most: number }) => {
    let at = 0
    let done = 0
    const once = onlyOnce<number>({ ...options, now: () => at })
    return {
      ask: (key: string) => once(key, async () => ++done),
      later: (milliseconds: number) => {
        at += milliseconds
      },
    }
  }

  test('gives whoever comes again what the first one got, for as long as it is kept', async () => {
    const { ask, later } = counted({ keep: 60_000, most: 10 })
    expect([await ask('a'), await ask('a'), await ask('b')]).toEqual([1, 1, 2])
    later(60_000)
    expect(await ask('a')).toBe(1)
    later(1)
    expect(await ask('a')).toBe(3)
  })

  test('forgets the oldest when there are too many', async () => {
    const { ask } = counted({ keep: 60_000, most: 2 })
    for (const key of ['a', 'b', 'c']) await ask(key)
    expect([await ask('c'), await ask('b'), await ask('a')]).toEqual([3, 2, 4])
  })
})

describe('listeners', () => {
  test('are remembered while they talk, and forgotten when they are idle, leave or are too many', () => {
    let at = 0
    const listeners = listenersInMemory({ now: () => at, idle: 1000, most: 2 })
    const remembered = (speaker: string) => listeners.of(speaker).choices.length > 0
    for (const speaker of ['a', 'b']) listeners.of(speaker).choices = ['x']
    expect([remembered('a'), remembered('b')]).toEqual([true, true])
    at += 600
    expect(remembered('a')).toBe(true)
    at += 600
    expect([remembered('b'), remembered('a')]).toEqual([false, true])
    listeners.forget('a')
    expect(remembered('a')).toBe(false)
    listeners.of('c').choices = ['x']
    for (const speaker of ['d', 'e']) listeners.of(speaker)
    expect(remembered('c')).toBe(false)
  })
})
