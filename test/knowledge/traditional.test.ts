import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { traditionalMap } from '../../src/knowledge/parse-lists.ts'
import { createTraditional } from '../../src/knowledge/traditional.ts'
import { parseYaml } from '../../src/knowledge/yaml.ts'

describe('traditional Chinese', () => {
  const plain = createTraditional({})
  test.each([
    ['跨境电商零售进口', '跨境電商零售進口'],
    ['财关税〔2018〕49号', '財關稅〔2018〕49號'],
    ['综合税率为9.1%', '綜合稅率為9.1%'],
    ['皇后以后', '皇后以後'],
    ['头发和发货', '頭髮和發貨'],
    ['干货要晾干', '乾貨要晾乾'],
    ['面霜和面条', '面霜和麵條'],
    ['一只手表', '一隻手錶'],
    ['no Chinese at all, 26,000', 'no Chinese at all, 26,000'],
  ])('of %s is %s', (simplified, traditional) => {
    expect(plain(simplified)).toBe(traditional)
  })

  test('goes by the reviewed terms, the longest first, each place once', () => {
    const convert = createTraditional({ 賬戶: '帳戶', 賬: '帳', 帳戶: '不會再換' })
    expect(convert('账户和账册')).toBe('帳戶和帳冊')
  })

  test('takes a term with signs of a pattern to the letter', () => {
    expect(createTraditional({ '(稅)': '（稅）', 'a.b': 'c' })('(税) a.b axb')).toBe('（稅） c axb')
  })
})

describe('with the shipped terms', () => {
  const terms = parseYaml(readFileSync('knowledge/traditional.yaml', 'utf8'), 'traditional.yaml', traditionalMap).value
  const convert = createTraditional(terms ?? {})
  test.each([
    ['台湾', '台灣'],
    ['台湾居民来往大陆通行证', '台灣居民來往大陸通行證'],
    ['账户', '帳戶'],
    ['累计里程', '累計里程'],
    ['海关审核', '海關審核'],
    ['身份核验', '身份核驗'],
  ])('%s is %s', (simplified, traditional) => {
    expect(convert(simplified)).toBe(traditional)
  })

  test('placeholders, ids and numbers stay what they are', () => {
    const text = '{{ annual-limit @2018-12-31 }}、{{ doc cgs-2018-49 }}、9610、12360'
    expect(convert(text)).toBe(text)
  })
})
