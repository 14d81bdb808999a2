import { describe, expect, test } from 'vitest'
import { adviseTree } from '../../src/conversation/advise-tree.ts'
import { opening, talking, understanding } from './talking.ts'

describe('which mode', () => {
  test.each([
    ['by number', ['2', '1', '1', '2', '1']],
    ['in words', ['出口', '小包', '从工厂发货', '没有票', '都做得到']],
  ])('is found in five questions at most, answered %s', async (_, answers) => {
    const say = talking()
    const replies = [await say('我该用哪个监管方式')]
    for (const answer of answers) replies.push(await say(answer))
    const last = replies.pop()
    for (const reply of replies) {
      expect(reply).toMatchObject({ outcome: 'asked', topic: 'mode.choose' })
      expect(reply.choices.length).toBeGreaterThan(1)
    }
    expect(last).toMatchObject({ outcome: 'answered', topic: 'mode.choose' })
    for (const heading of ['要准备的', '在哪里办', '税怎么算', '期限', '最常见的错误', '依据'])
      expect(last?.text).toContain(`**${heading}**`)
  })

  test('does not ask what was said already', async () => {
    const say = talking()
    expect(opening(await say('which export mode should I use'))).toMatch(/Who has bought the goods/)
    expect(await say('FBA')).toMatchObject({ outcome: 'answered', text: expect.stringContaining('Use 9810') })
  })

  test.each([
    ['在阿里国际站接了法国公司的单，货直接发过去，用哪个监管代码', 'answered', '走9710'],
    ['独立站的单从国内仓库寄给国外顾客，海关代码是哪个', 'asked', '9610'],
    ['we mail each order to US buyers, which customs mode is it', 'asked', '9610'],
  ])('is named to whoever describes the business and asks for a code: %s', async (text, outcome, code) => {
    expect(await talking()(text)).toMatchObject({ outcome, text: expect.stringContaining(code) })
  })

  test('is not asked for by a code that is asked about without a business', async () => {
    expect(await talking()('海外仓备案取消以后 9810 是什么代码')).not.toMatchObject({ outcome: 'asked' })
  })

  test('is answered in traditional Chinese by the buttons of that script', async () => {
    const say = talking()
    const { choices } = await say('我該用哪個監管方式')
    expect(await say(choices[1]?.utterance ?? '')).toMatchObject({ outcome: 'asked', locale: 'zh-Hant' })
  })

  test('goes on after thanks, and starts from nothing after 重新开始', async () => {
    const say = talking()
    await say('我该用哪个监管方式')
    await say('谢谢')
    expect(await say('进口')).toMatchObject({ outcome: 'asked', topic: 'mode.choose' })
    await say('重新开始')
    expect((await say('1')).topic).not.toBe('mode.choose')
  })

  test('is given up for another question, even one with a word of a choice in it', async () => {
    const say = talking()
    await say('我该用哪个监管方式')
    expect(await say('红酒500元跨境进口要交多少税')).toMatchObject({ outcome: 'calculated' })
    expect((await say('1')).topic).not.toBe('mode.choose')
  })

  test('puts a question twice at most', async () => {
    const say = talking()
    await say('我该用哪个监管方式')
    expect(await say('随便')).toMatchObject({ outcome: 'asked' })
    expect((await say('随便')).topic).not.toBe('mode.choose')
  })
})

describe('the export tax position', () => {
  test('is decided by the answers, and a button with a day in it is no question about that day', async () => {
    const say = talking()
    for (const answer of ['出口税收怎么定', '1', '2', '1', '1']) await say(answer)
    const reply = await say('2025年12月31日或更早出口的')
    expect(reply).toMatchObject({ outcome: 'answered', topic: 'export.exemption', asOf: '2026-11-23' })
    expect(reply.text).toContain('**还没有定论**')
  })

  test('is asked for in English', async () => {
    const reply = await talking()('do I get a refund or an exemption for my exports')
    expect(reply).toMatchObject({ outcome: 'asked', topic: 'export.exemption', locale: 'en' })
  })
})

test('no question to the letter of an entry starts a tree', () => {
  const started = [...understanding.knowledge.entries.values()].flatMap(({ texts }) =>
    Object.values(texts).flatMap(({ questions }) =>
      questions.filter((question) => adviseTree(question, '2026-11-23', understanding)),
    ),
  )
  for (const question of started) expect(understanding.exact(question), question).toBeDefined()
  expect(started.length).toBeLessThan(20)
})
