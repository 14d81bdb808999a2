import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { local } from '../../../src/insights/sign-in/local.ts'
import { hashPassword, isPassword, isPasswordHash, makePassword } from '../../../src/insights/sign-in/password.ts'
import { returnTo } from '../../../src/insights/sign-in/return-to.ts'
import { readRoleValues, roleFrom } from '../../../src/insights/sign-in/roles.ts'
import { quickHash } from './opened.ts'

describe('a password', () => {
  test('is known by its hash, however its letters are composed, and no other is', async () => {
    const hash = await hashPassword('Prüfwort für Zoll 通关')
    expect(isPasswordHash(hash)).toBe(true)
    expect(hash).not.toMatch(/[$'"\s]/)
    expect(await isPassword('Prüfwort für Zoll 通关', hash)).toBe(true)
    expect(await isPassword('Prüfwort für Zoll 通关'.normalize('NFD'), hash)).toBe(true)
    expect(await isPassword('Prüfwort für Zoll 通關', hash)).toBe(false)
    expect(await isPassword('', hash)).toBe(false)
  })

  test('has another hash each time', async () => {
    expect(await quickHash('the same')).not.toBe(await quickHash('the same'))
  })

  test('that is made is long, and never the same', () => {
    const made = new Set(Array.from({ length: 100 }, makePassword))
    expect(made.size).toBe(100)
    for (const one of made) expect(one).toMatch(/^([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/)
  })

  test('is checked one at a time, and not at all while too many wait', async () => {
    const { check } = local(await quickHash('right'))
    const answers = await Promise.all(Array.from({ length: 30 }, (_, each) => check(each === 3 ? 'right' : 'wrong')))
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(20)
    expect(answers.filter((answer) => answer === true)).toHaveLength(1)
    expect(await check('right')).toBe(true)
  })

  test.each(['', 'scrypt', 'scrypt:1:1:1::', '$2b$10$abcdefghijklmnopqrstuv', 'password'])(
    'is not to be checked against %j',
    (text) => {
      expect(isPasswordHash(text)).toBe(false)
    },
  )
})

describe('where to go after signing in', () => {
  test('is a page of the office, whatever was asked for', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webPath()), fc.anything(), (words, anything) => {
        for (const one of [words, `/insights${words}`, `/insights/${words}`, anything]) {
          const to = new URL(returnTo(one), 'https://ask.example.cn')
          expect(to.origin).toBe('https://ask.example.cn')
          expect(to.pathname).toMatch(/^\/insights(\/|$)/)
        }
      }),
    )
  })

  test.each([
    ['/insights', '/insights'],
    ['/insights/topics?from=2026-10-05&channel=web', '/insights/topics?from=2026-10-05&channel=web'],
    ['/insights/sign-in?to=/insights', '/insights'],
    ['/insightsevil', '/insights'],
    ['/', '/insights'],
    [['/insights', '/insights/topics'], '/insights'],
    [undefined, '/insights'],
  ])('%j leads to %s', (wanted, to) => {
    expect(returnTo(wanted)).toBe(to)
  })
})

describe('a role', () => {
  const values = readRoleValues('reader=staff, author=publicity,author=press,admin=it')
  test.each([
    [{ roles: ['staff'] }, 'roles', 'reader'],
    [{ roles: ['staff', 'press'] }, 'roles', 'author'],
    [{ roles: 'it staff' }, 'roles', 'admin'],
    [{ roles: 'publicity' }, 'roles', 'author'],
    [{ realm_access: { roles: ['it'] } }, 'realm_access.roles', 'admin'],
    [{ 'https://example.cn/roles': ['it'] }, 'https://example.cn/roles', 'admin'],
    [{ roles: ['reader', 'admin'] }, 'roles', undefined],
    [{ roles: [{ name: 'it' }, 7, null] }, 'roles', undefined],
    [{ roles: {} }, 'roles', undefined],
    [{}, 'roles', undefined],
    [{}, '__proto__.roles', undefined],
  ])('comes of %j by %s: %s', (claims, claim, role) => {
    expect(roleFrom(claims, claim, values)).toBe(role)
  })

  test('is the highest where one value gives several', () => {
    expect(roleFrom({ g: 'all' }, 'g', readRoleValues('admin=all,reader=all'))).toBe('admin')
  })
})
