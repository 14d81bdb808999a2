import { expect, test } from 'vitest'
import { opening, talking } from './talking.ts'

test.each([
  ['is 95045020 on the list', 'Yes: HS code 95045020', '视频游戏控制器及设备'],
  ['95045020 能走跨境吗', '可以：税号95045020', '视频游戏控制器及设备'],
  ['32151900 能进口吗', '有条件', '备注：仅限家用打印机墨水'],
  ['3304990039 能走跨境吗', '不知道', '海关热线 12360'],
])('“%s” is told what is known: “%s”, “%s”', async (question, first, more) => {
  const reply = await talking()(question)
  expect(reply).toMatchObject({ outcome: 'answered', topic: 'list.eligibility' })
  expect(opening(reply)).toContain(first)
  expect(reply.text).toContain(more)
})

test('what is not known links the official list', async () => {
  const { text, citations } = await talking()('3304990039 能走跨境吗')
  expect(citations.map(({ document }) => document)).toContain('mof-2022-7')
  expect(text).toMatch(/\]\(https:\/\/www\.gov\.cn\//)
})

test('before the first list there was none', async () => {
  expect(opening(await talking()('2015年3月1日 95045020 能走跨境吗'))).toContain('还没有正面清单')
})

test('a code beside a price is for the calculators', async () => {
  expect((await talking()('32151900 墨盒 跨境 300元 税多少')).topic).not.toBe('list.eligibility')
})

test('a good that an entry explains gets its entry', async () => {
  expect((await talking()('猫粮能跨境买吗')).entry).toBeDefined()
})
