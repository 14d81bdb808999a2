import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../../../src/config.ts'
import { LOCALES } from '../../../src/core/locale.ts'
import type { Reply, Respond } from '../../../src/core/reply.ts'
import { createService } from '../../../src/service.ts'
import { createLog } from '../../../src/telemetry/log.ts'
import { wording } from '../../channels/served.ts'
import { ACCOUNT } from '../../channels/wechat/client.ts'
import { type LogLine, type Service, startService } from '../service.ts'
import { botFrameworkWay, directLineWay, formWay, jsonApiWay, terminalWay, type Way, weChatWay } from './ways.ts'

/** A turn of a conversation, and what it has to come to. */
type Turn = {
  say?: string
  press?: number | 'last'
  ambiguous?: string[]
  outcome?: string
  entry?: string
  language?: string
  amount?: string
}
type Conversation = { name: string; locale: string; turns: Turn[] }
const CONVERSATIONS = parse(readFileSync(new URL('conversations.yaml', import.meta.url), 'utf8')) as Conversation[]

const SECRET = 'a secret of the conversations, long enough'

/** A line of the log takes its time on a busy machine. */
const PATIENCE = { timeout: 20_000, interval: 5 }

/** What a turn came to, in a way that can be compared. */
type Came = Pick<LogLine, 'outcome' | 'why' | 'entry' | 'locale' | 'topic'> & { amounts: string[] }

/** The sums of money that a person reads, each once: a card may write one again. */
const amountsIn = (text: string): string[] =>
  [...new Set(text.match(/\d[\d,]*(?:\.\d+)?(?=\s?(?:元|yuan))/g))].map((amount) => amount.replace(/\.00$/, '')).sort()

/** The ways, by the name their turns have in the log. */
const WAYS = ['api', 'bot-framework', 'direct-line', 'web', 'terminal', 'wechat'] as const
type WayName = (typeof WAYS)[number]

let service: Service
let parts: AsyncDisposableStack
const came = new Map<WayName, Map<string, Came[]>>()

beforeAll(async () => {
  parts = new AsyncDisposableStack()
  service = parts.use(
    await startService({
      RATE_PER_MINUTE: '0',
      DIRECT_LINE_SECRET: SECRET,
      WECHAT_TOKEN: ACCOUNT.token,
      WECHAT_AES_KEY: ACCOUNT.key,
      WECHAT_APP_ID: ACCOUNT.appId,
    }),
  )
  const config = readConfig({ DATABASE_URL: 'sqlite::memory:' })
  const inTerminal: Reply[] = []
  const own = await createService(config, createLog('silent'), parts)
  const respond: Respond = async (utterance) => {
    const reply = await own.respond(utterance)
    inTerminal.push(reply)
    return reply
  }
  const ways: Record<WayName, Way> = {
    api: jsonApiWay(service),
    'bot-framework': botFrameworkWay(service),
    'direct-line': directLineWay(service, SECRET),
    web: formWay(service),
    terminal: terminalWay(respond),
    wechat: weChatWay(
      service,
      LOCALES.map((locale) => wording(locale, 'wechat.nothing-more')),
    ),
  }
  /** What a way's turns came to, as the log tells it. */
  const logged = (way: WayName) =>
    way === 'terminal' ? inTerminal : service.lines.filter(({ msg, channel }) => msg === 'turn' && channel === way)

  const ambiguous = new Map<string, string>()
  let asked = 0
  for (const words of CONVERSATIONS.flatMap(({ turns }) =>
    turns.flatMap(({ ambiguous }) => (ambiguous ? [ambiguous] : [])),
  ))
    for (const word of words) {
      const key = words.join()
      if (ambiguous.has(key)) continue
      asked += 1
      if ((await service.ask(word)).outcome === 'clarified') ambiguous.set(key, word)
    }
  await vi.waitUntil(() => logged('api').length === asked, PATIENCE)

  await Promise.all(
    WAYS.map(async (way) => {
      const told = new Map<string, Came[]>()
      came.set(way, told)
      let count = logged(way).length
      for (const { name, locale, turns } of CONVERSATIONS) {
        await using talk = await ways[way](locale, name)
        let choices: string[] = []
        const results: Came[] = []
        for (const { say, press, ambiguous: words } of turns) {
          const number = press === 'last' ? choices.length : (press ?? 0)
          // Where there are no buttons, a menu is answered by its number and a question by its words; both stand in the text.
          const pressed = choices[number - 1] ?? String(number)
          const text = say ?? (words ? ambiguous.get(words.join()) : pressed) ?? 'no such word'
          const shown = await talk.say(text)
          choices = shown.buttons.length > 0 ? shown.buttons : numbersIn(shown.text)
          count += 1
          await vi.waitUntil(() => logged(way).length === count, PATIENCE)
          const { outcome, why, entry, locale, topic } = logged(way)[count - 1] as unknown as Came
          results.push({ outcome, why, entry, locale, topic, amounts: amountsIn(shown.text) })
        }
        told.set(name, results)
      }
    }),
  )
}, 120_000)
afterAll(() => parts?.disposeAsync())

/** The choices of a text without buttons: the numbers of a menu, or the lines that offer an answer. */
function numbersIn(text: string): string[] {
  const offered = [...text.matchAll(/^› (.+)$/gm)].map(([, label = '']) => label)
  return offered.length > 0 ? offered : [...text.matchAll(/^ *(\d)\. /gm)].map(([, number = '']) => number)
}

test('there are twenty conversations', () => {
  expect(CONVERSATIONS).toHaveLength(20)
})

describe.each(CONVERSATIONS)('$name', ({ name, turns }) => {
  const told = (way: WayName) => came.get(way)?.get(name)

  test('comes to what it should', () => {
    turns.forEach(({ outcome, entry, language, amount }, index) => {
      const turn = told('api')?.[index]
      expect(turn).toMatchObject({
        ...(outcome && { outcome }),
        ...(entry && { entry }),
        ...(language && { locale: language }),
      })
      if (amount) expect(turn?.amounts).toContain(amount)
    })
  })

  test.each(WAYS.slice(1))('comes to the same through %s', (way) => {
    expect(told(way)).toEqual(told('api'))
  })
})
