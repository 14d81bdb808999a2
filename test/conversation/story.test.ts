import { expect, test } from 'vitest'
import { talking } from './talking.ts'

test('the question of a story is asked about the place that the story names', async () => {
  const reply = await talking()(
    '下个月公司团建去三亚，同事都说要多带几个箱子，我想看看离岛免税的手机和化妆品，请问每个人一年的额度是多少？',
  )
  expect(reply.topic).toBe('channel.hainan')
})
