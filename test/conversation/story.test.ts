import { expect, test } from 'vitest'
import { talking } from './talking.ts'

test('the question of a story is asked about the place that the story names', async () => {
  const reply = await talking()(
    '下个月公司团建去三亚，同事都说要多带几个箱子，我想看看离岛免税的手机和化妆品，请问每个人一年的额度是多少？',
  )
  expect(reply.topic).toBe('channel.hainan')
})

test('a question whose first words make another thing likelier is asked back, not answered by its last clause alone', async () => {
  const reply = await talking()('company smuggling ordinary goods, from what evaded tax is it criminal')
  const titles = reply.choices.map(({ label }) => label)
  expect(reply.entry === 'smuggling-crime-company' || titles[0] === 'When smuggling by a company is a crime').toBe(true)
})
