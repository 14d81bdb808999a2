import { pinyin } from 'pinyin-pro'
import { describe, expect, test } from 'vitest'
import { readingOf } from '../../src/search/pinyin/readings.ts'
import { soundsOf } from '../../src/search/sound.ts'

describe('what Chinese sounds like', () => {
  test.each([
    ['限额', '限饿'],
    ['退货', '推货'],
    ['清单', '轻单'],
    ['综合税', '宗合水'],
    ['保税仓', '宝税舱'],
    ['身份证', '生份证'],
    ['转运', '赚运'],
  ])('%s sounds like %s, in part at least', (right, typed) => {
    const heard = new Set(soundsOf(right))
    expect(soundsOf(typed).some((pair) => heard.has(pair))).toBe(true)
  })

  test.each([
    ['限额', '限饿'],
    ['认证', '任正'],
    ['直邮', '资由'],
    ['上传', '桑船'],
    ['申报', '森报'],
    ['身份', '生份'],
    ['行邮', '心油'],
    ['限额', '向额'],
    ['转运', '撞运'],
  ])('%s sounds altogether like %s', (right, typed) => {
    expect(soundsOf(typed)).toEqual(soundsOf(right))
  })

  test('are pairs of neighbouring syllables within one run of characters', () => {
    expect(soundsOf('退货，额度')).toEqual(['tui-huo', 'e-du'])
    expect(soundsOf('税')).toEqual([])
    expect(soundsOf('only letters, 123')).toEqual([])
  })
})

test('a character is read as pinyin-pro reads it, whichever it is', () => {
  const otherwise: string[] = []
  for (let code = 0; code <= 0x2ffff; code++) {
    const character = String.fromCodePoint(code)
    if (!/[\p{Script=Han}a-z]/u.test(character)) continue
    if (readingOf(character) !== pinyin(character, { toneType: 'none', v: true })) otherwise.push(character)
  }
  expect(otherwise).toEqual([])
})
