import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldNumbers, parseNumeral } from '../../src/core/numerals.ts'

const DIGITS = '零一二三四五六七八九'

/** A number written out in full, as a cheque would have it: 20006 is 二万零六. */
function writtenOut(number: number): string {
  if (number < 10) return DIGITS[number] ?? ''
  for (const [unit, sign] of [
    [100_000_000, '亿'],
    [10_000, '万'],
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ] as const) {
    if (number < unit) continue
    const rest = number % unit
    const gap = rest > 0 && rest < unit / 10 ? '零' : ''
    return `${writtenOut(Math.floor(number / unit))}${sign}${gap}${rest === 0 ? '' : writtenOut(rest)}`
  }
  return ''
}

describe('a numeral', () => {
  test.each([
    ['零', 0],
    ['五', 5],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['二十五', 25],
    ['一百', 100],
    ['一百二', 120],
    ['一百零二', 102],
    ['两百五', 250],
    ['三百六十五', 365],
    ['一千', 1000],
    ['一千五', 1500],
    ['三千五百', 3500],
    ['三千五百六', 3560],
    ['一千零五十', 1050],
    ['五千', 5000],
    ['一万', 10_000],
    ['一万五', 15_000],
    ['一万零五百', 10_500],
    ['两万六', 26_000],
    ['两万六千', 26_000],
    ['二万六千', 26_000],
    ['两万零六', 20_006],
    ['三万二千零五', 32_005],
    ['十万', 100_000],
    ['二十五万', 250_000],
    ['一百万', 1_000_000],
    ['一千万', 10_000_000],
    ['一亿', 100_000_000],
    ['一亿二', 120_000_000],
    ['2万', 20_000],
    ['2万6', 26_000],
    ['2万6千', 26_000],
    ['2.6万', 26_000],
    ['1.1万', 11_000],
    ['4.35百', 435],
    ['0.3万', 3000],
    ['5百', 500],
    ['3千5', 3500],
    ['26000', 26_000],
    ['12.5', 12.5],
  ])('%s is %d', (text, number) => {
    expect(parseNumeral(text)).toBe(number)
  })

  test.each(['', '万', '亿', '元', '一二', '三四十', '万元', '几千', 'abc', '百分'])('%s is none', (text) => {
    expect(parseNumeral(text)).toBeUndefined()
  })

  test('written out in full is read back, up to a hundred million', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (number) => {
        expect(parseNumeral(writtenOut(number))).toBe(number)
      }),
      { numRuns: 500 },
    )
  })

  test('in tens of thousands with a decimal point carries no dust of binary fractions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (thousandths) => {
        const text = `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}万`
        expect(parseNumeral(text)).toBe(thousandths * 10)
      }),
    )
  })
})

describe('the numbers of a text in plain digits', () => {
  test.each([
    ['一年26,000够吗', '一年26000够吗'],
    ['一年26，000够吗', '一年26000够吗'],
    ['一年2.6万', '一年26000'],
    ['一年两万六', '一年26000'],
    ['一年二万六千元', '一年26000元'],
    ['26k a year', '26000 a year'],
    ['1.5K left', '1500 left'],
    ['1,582.40 yuan', '1582.40 yuan'],
    ['一单五千块', '一单5000块'],
    ['每单两千', '每单2000'],
    ['满三百六十五天', '满365天'],
    ['一百二十元', '120元'],
    ['两件一共三千五', '两件一共3500'],
    ['两千一瓶', '2000一瓶'],
    ['三百二一支', '320一支'],
    ['一千两双', '1000两双'],
    ['过了五千一定退回', '过了5000一定退回'],
    ['要两万一', '要21000'],
    ['二十一件', '21件'],
    ['要交一万一还是一万二', '要交11000还是12000'],
    ['卖家赚了1亿2', '卖家赚了120000000'],
    ['二〇一八年的时候', '2018年的时候'],
    ['二零一九年一月', '2019年一月'],
    ['十二月', '12月'],
    ['百分之十三', '百分之13'],
  ])('%s becomes %s', (text, folded) => {
    expect(foldNumbers(text)).toBe(folded)
  })

  test.each([
    ['万一被税', 'a word that holds a numeral'],
    ['千万别转卖', 'a word that holds numerals'],
    ['双十一重置吗', 'a festival'],
    ['双十二', 'a festival'],
    ['三单比对', 'a digit with no unit'],
    ['第三十九条', 'the number of a clause'],
    ['第二十三条', 'the number of a clause'],
    ['第一百二十条第四款', 'the number of a clause'],
    ['五六百块', 'a guess between two numbers'],
    ['三四十块', 'a guess between two numbers'],
    ['十几万', 'a guess'],
    ['万亿市场', 'units alone'],
    ['9610,1210 和 9710', 'codes side by side'],
    ['在 2018,200 元', 'a list, not a group of digits'],
    ['8471.30.10', 'an HS code'],
    ['100km away', 'a unit that begins with k'],
    ['5kg', 'a unit that begins with k'],
    ['v2k5', 'a part of a name'],
  ])('%s stays as it is: %s', (text) => {
    expect(foldNumbers(text)).toBe(text)
  })

  test('are the same however a number is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 9_999_999 }), (number) => {
        const forms = [String(number), number.toLocaleString('en'), writtenOut(number), `${number / 10_000}万`]
        for (const form of forms) expect(foldNumbers(`一共${form}元`)).toBe(`一共${number}元`)
      }),
    )
  })

  test('are all that changes: a text without any stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\d〇零一二两三四五六七八九十百千万亿]/u.test(text))
        expect(foldNumbers(text)).toBe(text)
      }),
    )
  })
})
