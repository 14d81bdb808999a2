import { describe, expect, test } from 'vitest'
import { shipped } from '../content/shipped.ts'
import { talking } from './talking.ts'

const titleOf = (id: string) => shipped().entries.get(id)?.texts['zh-Hans'].title ?? expect.fail(id)

describe('beside what a rule of understanding came to, the entry likeliest meant is told', () => {
  test('where a value is asked back, so that nobody goes without the rule', async () => {
    const { outcome, text } = await talking()('一次买5600超了怎么算税')
    expect(outcome).toBe('asked')
    expect(text).toMatch(/您也可能想问：\*\*.+\*\*：/u)
  })

  test('but not again when the value is given', async () => {
    const say = talking()
    await say('口红要交多少税')
    const { text } = await say('300块')
    expect(text).toContain('27.30')
    expect(text).not.toContain('您也可能想问')
  })

  test('not beside rates that say the same', async () => {
    const { outcome, text } = await talking()('口红要交多少税')
    expect(outcome).toBe('asked')
    expect(text).not.toContain('您也可能想问')
  })

  test('not beside a sum of its own subject, whose figures it would only put in doubt', async () => {
    const { outcome, text } = await talking()('跨境买一罐300元的奶粉要交多少税')
    expect(outcome).toBe('calculated')
    expect(text).not.toContain('您也可能想问')
  })

  test('for the second of two questions, beside what offers it whole', async () => {
    const { text, choices } = await talking()('电子烟能从跨境平台买吗？另外，退货要在几天内申请？')
    expect(text).toContain('您也可能想问')
    expect(text).toContain('30天')
    expect(choices.map(({ label }) => label)).toContain('退货要在几天内申请？')
  })

  test('not beside an answer that is certain', async () => {
    const { outcome, text } = await talking()(titleOf('annual-limit'))
    expect(outcome).toBe('answered')
    expect(text).not.toContain('您也可能想问')
  })

  test('not before a refusal of what plainly asks for help with something unlawful', async () => {
    const { outcome, text } = await talking()('怎么低报价格不被海关发现')
    expect(outcome).toBe('refused')
    expect(text.startsWith('您也可能想问')).toBe(false)
  })
})
