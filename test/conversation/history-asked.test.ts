import { describe, expect, test } from 'vitest'
import { opening, talking } from './talking.ts'

describe('a figure before and after a change', () => {
  test.each([
    ['2019年4月1日降税前后，红酒的综合税率各是多少', ['20.22%', '17.89%', '2019年4月1日']],
    ['ordinary goods: composite rate before and after 1 April 2019, what was it and what is it', ['11.2%', '9.1%']],
    ['高檔化妝品綜合稅率2018年5月前後各多少', ['26.35%', '25.53%']],
    ['单次限值从多少提到多少', ['2,000元', '5,000元', '2019年1月1日']],
    ['what was the annual limit before 2019 and what is it now', ['20,000 yuan', '26,000 yuan']],
    ['AEO企业信用原来几级，现在几级', ['3', '5']],
    ['正面清单税目数，2022年调整前后各多少', ['1,413', '1,476']],
    ['跨境综试区2025年4月前后各有多少个', ['165', '178']],
    ['离岛免税最低年龄以前几岁 现在几岁', ['16岁', '18岁']],
    ['parcel tax class two before and after April 2019: what were the rates', ['25%', '20%']],
  ])('“%s” is told both values with their days in the first line', async (question, values) => {
    const reply = await talking()(question)
    for (const value of values) expect(reply.text.split('\n\n')[0]).toContain(value)
    expect(reply.citations).not.toEqual([])
  })

  test.each([
    '个人邮包限额以前是多少现在是多少',
    '避孕套跨境以前不收税，今年怎么开始收了',
    'is the price before or after my points',
  ])('“%s” is not told the history of another figure', async (question) => {
    expect((await talking()(question)).text).not.toMatch(/到2018年12月31日是|until 31 December 2018,/)
  })

  test('lists every value where there were several', async () => {
    const { text } = await talking()('普通商品综合税率2019年4月前后分别多少')
    expect(text).toContain('2016年4月8日到2018年4月30日：11.9%')
  })
})

describe('the document that set a figure', () => {
  test.each([
    ['26000是哪年哪号文件定的', '财关税〔2018〕49号'],
    ['which document set the 5,000 yuan limit', 'Cai Guan Shui [2018] No. 49'],
    ['单次2000元的老限值是哪个文件定的', '财关税〔2016〕18号'],
    ['邮包每次2000元的上限是几号公告改的', '2024年第176号'],
    ['退货45天依据什么文件', '2020年第45号'],
    ['which announcement set the 30-day period for returns', '2020 No. 45'],
    ['香港回來12000的免稅額是哪個公告', '2024年第7号'],
    ['增值税13%是哪年哪号文件', '2019年第39号'],
    ['which law says 0.05% a day for late payment', 'Tariff Law'],
  ])('“%s” is told its name in the first sentence', async (question, number) => {
    const reply = await talking()(question)
    expect(reply.topic).toBe('policy.source')
    expect(opening(reply).replaceAll('號', '号')).toContain(number)
  })

  test('and the one that carries it on, where that is another', async () => {
    expect(opening(await talking()('行邮税13%是哪号公告定的'))).toMatch(/税委会〔2019〕17号.*税委会公告2024年第11号/)
  })
})
