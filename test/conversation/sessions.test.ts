import { Big } from 'big.js'
import { describe, expect, test } from 'vitest'
import { readSession, type Session, sessionsInMemory, writeSession } from '../../src/conversation/sessions.ts'

const session = (entry: string) => writeSession({ locale: 'en', entry })

describe('what a conversation remembers', () => {
  test('is its own, and the last thing said', () => {
    const sessions = sessionsInMemory({ now: () => 0 })
    sessions.set('web:1', session('a'))
    sessions.set('web:2', session('b'))
    sessions.set('web:1', session('c'))
    expect(sessions.get('web:1')).toEqual(session('c'))
    expect(sessions.get('web:2')).toEqual(session('b'))
    expect(sessions.get('api:1')).toBeUndefined()
  })

  test('is forgotten after an idle time, counted from the last turn', () => {
    let now = 0
    const sessions = sessionsInMemory({ now: () => now, idle: 1000 })
    sessions.set('one', session('a'))
    now = 1000
    expect(sessions.get('one')).toEqual(session('a'))
    sessions.set('one', session('b'))
    now = 2000
    expect(sessions.get('one')).toEqual(session('b'))
    now = 2001
    expect(sessions.get('one')).toBeUndefined()
  })

  test('is bounded: the longest unused goes first', () => {
    const sessions = sessionsInMemory({ now: () => 0, most: 3 })
    for (const name of ['a', 'b', 'c']) sessions.set(name, session(name))
    sessions.set('a', session('a again'))
    sessions.set('d', session('d'))
    expect(['a', 'b', 'c', 'd'].map((name) => sessions.get(name))).toEqual([
      session('a again'),
      undefined,
      session('c'),
      session('d'),
    ])
  })

  test('leaves nothing behind when a flood of conversations has passed', () => {
    let now = 0
    const sessions = sessionsInMemory({ now: () => now, idle: 1000, most: 100 })
    for (let name = 0; name < 10_000; name++) sessions.set(`flood ${name}`, session('x'))
    now = 5000
    sessions.set('ann', session('a'))
    const held = Array.from({ length: 10_000 }, (_, name) => sessions.get(`flood ${name}`)).filter(Boolean)
    expect(held).toEqual([])
    expect(sessions.get('ann')).toEqual(session('a'))
  })
})

describe('a session as text', () => {
  test('comes back as it was, exact numbers included', () => {
    const working = {
      advisor: 'import-tax',
      reading: { items: [{ good: 'wine', total: new Big('600.10'), pieces: 2 }], hsCodes: [], freight: new Big('0') },
      missing: 'content' as const,
    }
    const whole: Session = {
      locale: 'zh-Hans',
      question: '红酒',
      working,
      menu: { choices: [], none: true },
      failures: 1,
    }
    expect(readSession(writeSession(whole))).toEqual(whole)
    expect(readSession(writeSession(whole)).working?.reading.items[0]?.total).toBeInstanceOf(Big)
  })

  test('is small', () => {
    expect(writeSession({ locale: 'en', question: 'what is the limit' }).length).toBeLessThan(100)
  })
})
