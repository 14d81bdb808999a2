import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/search/fold.ts'

describe('one form for all ways of writing', () => {
  test.each([
    ['ＣＢＥＣ　额度', 'cbec 额度'],
    ['Annual LIMIT', 'annual limit'],
    ['跨境電商零售進口', '跨境电商零售进口'],
    ['財關稅〔2018〕49號', '财关税〔2018〕49号'],
    ['帳戶和帳號', '账户和账号'],
    ['帐号', '账号'],
    ['寫著保稅直供', '写着保税直供'],
    ['人肉揹回來', '人肉背回来'],
    ['裏面還是裡面', '里面还是里面'],
    ['為什麼要核實', '为什么要核实'],
    ['两万六和2.6万', '26000和26000'],
    ['２６，０００元', '26000元'],
    ['26k', '26000'],
    ['①②', '12'],
    ['ﬁne', 'fine'],
    ['', ''],
  ])('%s becomes %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('is that form already when it is folded again, for texts without numbers', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\p{N}〇零一二两三四五六七八九十百千万亿兆]/u.test(text.normalize('NFKC')))
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})
