import { describe, expect, test } from 'vitest'
import { isElliptical } from '../../src/conversation/complete.ts'
import { unframe } from '../../src/conversation/framing.ts'

const read = (text: string) => unframe(text, isElliptical)

describe('what a message says about the conversation', () => {
  test.each([
    ['用英文说', 'en'],
    ['能不能用英文回答', 'en'],
    ['中文', 'zh-Hans'],
    ['用繁體中文講一次', 'zh-Hant'],
    ['Can you answer in English?', 'en'],
    ['and in traditional Chinese?', 'zh-Hant'],
    ['could you say that in chinese please', 'zh-Hans'],
  ])('is a wish for a language and nothing else: %s', (text, language) => {
    expect(read(text)).toMatchObject({ text: '', language })
  })

  test.each([
    ['in english please, and from what age', 'en', 'from what age'],
    ['用中文说 能在别的口岸退吗', 'zh-Hans', '能在别的口岸退吗'],
    ['what about the age, in chinese please', 'zh-Hans', 'what about the age'],
    ['海淘额度多少，请用英文回答', 'en', '海淘额度多少'],
    ['answer me in English: what is the annual limit', 'en', 'what is the annual limit'],
  ])('is a wish for a language beside a question: %s', (text, language, rest) => {
    expect(read(text)).toMatchObject({ text: rest, language })
  })

  test.each(['must the label be in Chinese?', 'labels in english?', '商品要用中文标签吗', 'Chinese labels?'])(
    'is no wish where a language is what is asked about: %s',
    (text) => {
      expect(read(text)).toEqual({ text })
    },
  )

  test.each([
    ['ok different thing: how long do i have to return', 'how long do i have to return'],
    ['换个问题，退货几天内', '退货几天内'],
    ['never mind, what is the limit', 'what is the limit'],
    ['对了 海外仓还用备案不', '海外仓还用备案不'],
  ])('is that the subject is another: %s', (text, rest) => {
    expect(read(text)).toMatchObject({ text: rest, fresh: true })
  })

  test('is no other subject where the aside goes on', () => {
    expect(read('对了，那红酒呢')).toMatchObject({ text: '那红酒呢', fresh: false })
    expect(read('btw, and wine?')).toMatchObject({ text: 'and wine?', fresh: false })
  })

  test('is nothing in a wish to start over, which is its own', () => {
    expect(read('换个话题')).toEqual({ text: '换个话题' })
  })

  test.each([
    ['没票的4%是怎么回事 和这个一样吗', '没票的4%是怎么回事'],
    ['the limit of a parcel, is it the same as the last one?', 'the limit of a parcel'],
  ])('is that it compares with what was told: %s', (text, rest) => {
    expect(read(text)).toMatchObject({ text: rest, beside: true })
  })

  test('takes no time to speak of on a message made to be slow', () => {
    for (const text of ['in '.repeat(600), '用'.repeat(1900), 'and please now '.repeat(120), '和这个'.repeat(600)])
      expect(read(text).text.length).toBeGreaterThan(0)
  })
})
