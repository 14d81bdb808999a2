import { type Activity, DirectLine } from 'botframework-directlinejs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { XMLHttpRequest } from 'xhr2'
import { type Service, startService } from './service.ts'

// The stock client is written for browsers, and looks for this one there.
Object.assign(globalThis, { XMLHttpRequest })

const SECRET = 'a secret of the journeys, long enough'
let service: Service
beforeAll(async () => {
  service = await startService({ RATE_PER_MINUTE: '0', DIRECT_LINE_SECRET: SECRET })
})
afterAll(() => service?.[Symbol.asyncDispose]())

type Said = { text: string; outcome: string; buttons: string[] }

/** A conversation over the stock Direct Line client: says something and waits for the reply to it. */
function talk(locale: string) {
  const client = new DirectLine({ domain: `${service.url}/v3/directline`, secret: SECRET, webSocket: true })
  const replies: Activity[] = []
  let arrived = () => {}
  const following = client.activity$.subscribe((activity) => {
    replies.push(activity)
    arrived()
  })
  return {
    async say(text: string): Promise<Said> {
      const id = await new Promise<string>((resolve, reject) => {
        client
          .postActivity({ type: 'message', from: { id: 'u1' }, text, locale } as Activity)
          .subscribe(resolve, reject)
      })
      const reply = () => replies.find((activity) => (activity as { replyToId?: string }).replyToId === id)
      while (!reply())
        await new Promise<void>((resolve) => {
          arrived = resolve
        })
      const found = reply() as unknown as {
        text: string
        suggestedActions?: { actions: { value: string }[] }
        channelData: { tongguan: { outcome: string } }
      }
      return {
        text: found.text,
        outcome: found.channelData.tongguan.outcome,
        buttons: found.suggestedActions?.actions.map(({ value }) => value) ?? [],
      }
    },
    [Symbol.dispose]() {
      following.unsubscribe()
      client.end()
    },
  }
}

describe.each([
  {
    locale: 'zh-CN',
    tax: ['面霜 480元 包邮 跨境 税多少', '50ml', '43.68'],
    whatIf: ['那600呢', '138.36'],
    quota: ['今年用了25000，还能买1500的包吗', '1,000'],
    tree: '我该用哪个监管方式',
    treeEnd: /\*\*最常见的错误\*\*/,
    deadline: ['2026年11月3日放行的，最晚哪天申请退货', '2026年12月3日'],
  },
  {
    locale: 'en-GB',
    tax: ['how much tax on a face cream for 480 yuan, free shipping, cross-border?', '50ml', '43.68'],
    whatIf: ['and if it is 600 yuan?', '138.36'],
    quota: ['I have used 25000 this year, can I still buy a bag for 1500 yuan?', '1,000'],
    tree: 'which export mode should I use',
    treeEnd: /\*\*The commonest mistake\*\*/,
    deadline: ['released on 3 November 2026, what is the last day to apply for the return?', '3 December 2026'],
  },
])('over the stock client in $locale', ({ locale, tax, whatIf, quota, tree, treeEnd, deadline }) => {
  test('a tax question asks for what is missing, takes it, and works out what if', async () => {
    using conversation = talk(locale)
    const asked = await conversation.say(tax[0] ?? '')
    expect(asked.outcome).toBe('asked')
    expect((await conversation.say(tax[1] ?? '')).text).toContain(tax[2])
    expect((await conversation.say(whatIf[0] ?? '')).text).toContain(whatIf[1])
  })

  test('the quota is told', async () => {
    using conversation = talk(locale)
    expect(await conversation.say(quota[0] ?? '')).toMatchObject({
      outcome: 'calculated',
      text: expect.stringContaining(quota[1] ?? ''),
    })
  })

  test('a tree is gone through by its buttons to its end', async () => {
    using conversation = talk(locale)
    let reply = await conversation.say(tree)
    for (let put = 1; reply.outcome === 'asked'; put++) {
      expect(put).toBeLessThanOrEqual(5)
      reply = await conversation.say(reply.buttons[0] ?? '')
    }
    expect(reply).toMatchObject({ outcome: 'answered', text: expect.stringMatching(treeEnd) })
  })

  test('a deadline comes with a calendar file', async () => {
    using conversation = talk(locale)
    const { text, outcome } = await conversation.say(deadline[0] ?? '')
    expect(outcome).toBe('calculated')
    expect(text.split('\n')[0]).toContain(deadline[1])
    const link = /\((\/deadlines\.ics\?[^)]+)\)/.exec(text)?.[1]
    const file = await fetch(service.url + link)
    expect(file.headers.get('content-type')).toContain('text/calendar')
    expect(await file.text()).toContain('DTSTART;VALUE=DATE:20261203')
  })
})

test.each([
  'matter=import-return',
  'matter=nothing&date=2026-11-03',
  'matter=import-return&date=2026-02-30',
  'matter=export-return&date=2026-11-03&mode=0000',
  'matter=import-return&date=2019-05-03',
])('no calendar file for %s', async (query) => {
  const response = await fetch(`${service.url}/deadlines.ics?${query}`)
  expect(response.status).toBe(400)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
})
