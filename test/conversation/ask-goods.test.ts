import { describe, expect, test } from 'vitest'
import { talking } from './talking.ts'

describe('a sum of tax on goods that were not made out', () => {
  test('is asked back rather than declined', async () => {
    expect(await talking()('算下税 买了点东西')).toMatchObject({ outcome: 'asked' })
  })

  test('takes a typing mistake in 包邮 for no packs', async () => {
    const { outcome, text } = await talking()('安全坐椅1280包油 保税仓 税多少')
    expect(outcome).toBe('calculated')
    expect(text).toContain('116.48')
  })

  test.each(['算一下我房子的税要多少', '帮我算下年终奖税多少', 'how much tax do I pay on my salary'])(
    'is none where another office levies the tax: %s',
    async (text) => {
      const { outcome } = await talking()(text)
      expect(['declined', 'signposted']).toContain(outcome)
    },
  )

  test('takes rates that somebody adds up for no price', async () => {
    const { outcome, text } = await talking()('高档化妆品综合税就是15+13等于28%没错吧')
    expect(outcome).toBe('answered')
    expect(text).toContain('23.06%')
  })

  test('hears how much comes on top', async () => {
    expect((await talking()('electric toothbrush RMB 1,150 delivered, how much comes on top?')).text).toContain(
      '104.65',
    )
  })
})
