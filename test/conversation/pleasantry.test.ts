import { describe, expect, test } from 'vitest'
import { isPleasantry } from '../../src/conversation/pleasantry.ts'
import { talking } from './talking.ts'

const THANKS = [
  '谢谢',
  '好嘞 谢啦',
  '明白了，谢谢你的解答',
  '解释得很清楚 谢谢',
  '太有用了 帮了大忙',
  '原来是这样啊 懂了',
  '好的，那我先这样，有问题再问你',
  '收到',
  '你真专业',
  '行 我知道了',
  '冇問題 多謝晒',
  '唔該晒',
  '明晒喇 多謝你',
  '哇 好詳細 感謝',
  '👍👍',
  'xie xie ni',
  'great, everything is clear now, thanks',
  "that's all clear then, thank you!",
  'that helps, bye',
  'ok understood, thanks for clearing that up',
  'brilliant, cheers mate',
  'alright that makes perfect sense',
  "you've been very helpful",
  'perfect, exactly what I needed',
  'no further questions',
  'much appreciated',
  'thanks a lot for your help, have a nice day',
]

const MORE = [
  '好的 那澳门呢',
  '没明白',
  '明白了吗',
  '知道了 那税多少',
  '收到货了怎么办',
  '海关会收到吗',
  '你好',
  '可以吗',
  'thanks, and the UK?',
  "that doesn't help",
  "i don't understand",
  'ok so how much',
  'is that all',
  'can you help',
  'not helpful',
  'all',
]

describe('what is said for politeness alone', () => {
  test.each(THANKS)('“%s” asks for nothing', (text) => {
    expect(isPleasantry(text)).toBe(true)
  })
  test.each(MORE)('“%s” says more', (text) => {
    expect(isPleasantry(text)).toBe(false)
  })

  // What was spoken of before colours no thank-you.
  test.each([
    ['how do I split a shipment so nobody notices', "great, that's all clear, thank you"],
    ['朋友身份证借我批量进货怎么弄', '明白了，谢谢你的解答'],
    ['把货拆成小包逃税怎么操作', '原来如此 辛苦了'],
  ])('after a refusal (%s) “%s” is thanked for', async (before, thanks) => {
    const say = talking()
    await say(before)
    expect(await say(thanks)).toMatchObject({ outcome: 'courtesy', why: 'thank' })
  })
})
