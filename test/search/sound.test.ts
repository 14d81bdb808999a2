import { describe, expect, test } from 'vitest'
import { soundsOf, soundsOfLetters } from '../../src/search/sound.ts'

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

describe('pinyin typed as letters', () => {
  const isWord = (word: string) => ['annual', 'limit', 'quota', 'can', 'return'].includes(word)
  test.each([
    ['edu chaxun', '额度查询'],
    ['tuihuo', '退货'],
    ['e du', '额度'],
    ['xian e', '限额'],
    ['zonghe shui', '综合税'],
    ['kuajing dianshang', '跨境电商'],
    ["xi'an", '西安'],
    ['xianguo', '先过'],
    ['fangan', '方案'],
    ['ershi', '二十'],
    ['haiguan jianguan cangku', '海关监管仓库'],
    ['geren edu zenme cha', '个人额度怎么查'],
  ])('%s sounds like %s', (letters, characters) => {
    expect(soundsOfLetters(letters, isWord)).toEqual(soundsOf(characters))
  })

  test('is not looked for in words that the knowledge uses', () => {
    expect(soundsOfLetters('can quota return limit', isWord)).toEqual([])
    expect(soundsOfLetters('annual edu limit chaxun', isWord)).toEqual(soundsOf('额度查询'))
  })
})
