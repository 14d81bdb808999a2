import { describe, expect, test } from 'vitest'
import { homophoneFixer } from '../../src/search/homophones.ts'

const fix = homophoneFixer(['跨境电商', '几点', '限额', '红酒', '免税', '退货', '货款', '入境', '拆封'])

describe('words of the subject, mistyped', () => {
  test.each([
    ['跨进电商单次限饿', '跨境电商单次限额'],
    ['推货', '退货'],
    ['红洒两瓶', '红酒两瓶'],
    ['兔税', '免税'],
    ['退贷怎么办', '退货怎么办'],
    ['人境', '入境'],
    ['折封了', '拆封了'],
  ])('%s is read as %s', (typed, meant) => {
    expect(fix(typed)).toBe(meant)
  })

  test.each(['红酒', '房贷贷款', '人民币', '白兔', '洒水', '寄点衣服'])('%s is left as it is', (text) => {
    expect(fix(text)).toBe(text)
  })
})
