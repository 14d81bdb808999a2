import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayInChina } from '../../src/core/day.ts'
import { amountsIn, type Service, startService } from './service.ts'

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service?.[Symbol.asyncDispose]())

/** Today in China, twice if midnight passes meanwhile. */
const today = () => dayInChina(new Date())

describe('how much one may still buy this year', () => {
  test.each([
    ['今年还能买多少跨境商品？', 'zh-Hans', '26,000元', '2019年1月1日', '财关税〔2018〕49号', '下一步'],
    ['今年還能買多少跨境商品？', 'zh-Hant', '26,000元', '2019年1月1日', '財關稅〔2018〕49號', '下一步'],
    [
      'How much may I still buy this year?',
      'en',
      '26,000 yuan',
      '1 January 2019',
      'Cai Guan Shui [2018] No. 49',
      'What to do next',
    ],
  ])(
    'asked as %s, is answered in %s with the amount, the day, the document and the next step',
    async (question, locale, amount, since, number, next) => {
      const days = [today()]
      const reply = await service.ask(question)
      days.push(today())

      expect(reply).toMatchObject({
        outcome: 'answered',
        topic: 'quota.annual',
        entry: 'annual-limit',
        locale,
        inForce: { from: '2019-01-01' },
      })
      expect(days).toContain(reply.asOf)
      expect(reply.text.slice(0, reply.text.indexOf('\n'))).toContain(amount)
      for (const part of [since, number, next]) expect(reply.text).toContain(part)
      expect(reply.text).not.toMatch(/\{\{|undefined|NaN/)
      const notice = reply.citations.find(({ document }) => document === 'cgs-2018-49')
      expect(notice).toMatchObject({
        number,
        url: expect.stringMatching(/^https?:\/\/\S+\.gov\.cn\//),
        effective: { from: '2019-01-01' },
      })
      expect(reply.text).toContain(`](${notice?.url})`)

      const logged = (await service.exported()).find(({ id }) => id === reply.id)
      expect(logged).toMatchObject({
        channel: 'api',
        locale,
        outcome: 'answered',
        topic: 'quota.annual',
        entry: 'annual-limit',
        asOf: reply.asOf,
        knowledge: reply.knowledge,
        text: question,
        pseudonym: expect.stringMatching(/^[0-9a-f]{32}$/),
      })
    },
  )

  test('is answered as of the day that is asked about', async () => {
    const before = await service.ask('今年还能买多少跨境商品？', { asOf: '2018-12-31' })
    expect(amountsIn(before.text)[0]).toBe('20,000')
    expect(before.inForce).toEqual({ from: '2016-04-08', to: '2018-12-31' })
    expect(before.text).toMatch(/2019年1月1日起：.*26,000元/)

    const after = await service.ask('今年还能买多少跨境商品？', { asOf: '2019-01-01' })
    expect(amountsIn(after.text)[0]).toBe('26,000')

    const never = await service.ask('今年还能买多少跨境商品？', { asOf: '2016-04-07' })
    expect(never).toMatchObject({ outcome: 'declined', why: 'not-in-force', entry: 'annual-limit' })
    expect(never.text).toContain('2016年4月8日')
    // What came the day after is told as that, and nothing as the rule of the day asked about.
    const [then = '', later = ''] = never.text.split('从那天起的规定')
    expect(amountsIn(then)).toEqual([])
    expect(later).toMatch(/^（财关税〔2016〕18号）.*20,000元/)
  })

  test('is kept without what tells who asked', async () => {
    const { id } = await service.ask(
      '我叫王小明，身份证 11010519491231002X，电话 13812345678，今年还能买多少跨境商品？',
    )
    const row = (await service.exported()).find((one) => one.id === id)
    expect(row?.text).toContain('今年还能买多少跨境商品')
    const everything = [...service.lines.map((line) => JSON.stringify(line)), ...Object.values(row ?? {})].join('\n')
    for (const secret of ['王小明', '11010519491231002X', '13812345678']) expect(everything).not.toContain(secret)
  })

  test('leaves no words in the log of what happens', () => {
    const turns = service.lines.filter(({ msg }) => msg === 'turn')
    expect(turns.length).toBeGreaterThan(5)
    for (const turn of turns)
      expect(Object.keys(turn).sort()).toEqual(
        expect.arrayContaining([
          'channel',
          'level',
          'locale',
          'milliseconds',
          'msg',
          'outcome',
          'reply',
          'time',
          'topic',
        ]),
      )
    expect(service.lines.map((line) => JSON.stringify(line)).join('\n')).not.toMatch(/跨境|商品|buy this year/)
  })
})

test.each(['今年还能买多少跨境商品？', 'How much may I still buy this year?'])(
  'the greeting’s own example “%s” is answered at once',
  async (example) => {
    const { choices, outcome } = await service.ask(/\p{Script=Han}/u.test(example) ? '你好' : 'hello')
    expect(outcome).toBe('courtesy')
    expect(choices.map(({ utterance }) => utterance)).toContain(example)
    for (const { utterance } of choices) expect(await service.ask(utterance)).toMatchObject({ outcome: 'answered' })
  },
)
