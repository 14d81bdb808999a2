import { describe, expect, test } from 'vitest'
import { pinyinReader } from '../../src/search/typed-pinyin.ts'

const WORDS = '额度 查询 退货 限额 综合税 跨境电商 海关 监管 仓库 个人 海淘 单次限额 备案 取消 网址 鳄渡'.split(' ')
const ENGLISH = new Set([
  'annual',
  'limit',
  'quota',
  'can',
  'return',
  'china',
  'men',
  'he',
  'women',
  'hainan',
  'a',
  'i',
])
const read = pinyinReader(
  WORDS.map((word, index) => [word, WORDS.length - index]),
  (word) => ENGLISH.has(word),
)

describe('pinyin typed as letters', () => {
  test.each([
    ['edu chaxun', '额度查询'],
    ['edu chaxun wangzhi', '额度查询网址'],
    ['tuihuo', '退货'],
    ['e du', '额度'],
    ['dan ci xian e shi duo shao a', '单次限额是多少'],
    ['zonghe shui', '综合税'],
    ['kuajing dianshang', '跨境电商'],
    ['haiguan jianguan cangku', '海关监管仓库'],
    ['geren edu zenme cha', '个人额度怎么查'],
    ['haitao yinian nengmai duoshao', '海淘一年能买多少'],
    ['haitao 5000 yao jiao zonghe shui', '海淘5000要交综合税'],
    // zh/z, ng/n as some type them
    ['kuajin diansang', '跨境电商'],
  ])('%s is written %s', (letters, characters) => {
    expect(read(letters)).toBe(characters)
  })

  test('is read among Chinese characters too', () => {
    expect(read('edu怎么查')).toBe('额度怎么查')
    expect(read('我的quota怎么查')).toBeUndefined()
  })

  test.each([
    'can he return',
    'annual limit',
    'what is the quota in china',
    'men and women',
    'how do i chaxun my annual quota',
    '26000',
    '额度查询',
    '',
  ])('is not looked for in %s', (text) => {
    expect(read(text)).toBeUndefined()
  })

  test('is a word of the subject or nothing', () => {
    expect(read('xihongshi chao jidan')).toBeUndefined()
  })
})
