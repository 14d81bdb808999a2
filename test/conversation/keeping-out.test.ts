import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Reply } from '../../src/core/reply.ts'
import { talking } from './talking.ts'

type Group = { about: string; expect: 'refused' | 'kept out' | 'answered'; names?: string; messages: string[] }

const read = (name: string): Group[] =>
  parse(readFileSync(new URL(`./keeping-out/${name}.yaml`, import.meta.url), 'utf8'))

const KEPT_OUT = new Set(['declined', 'signposted', 'courtesy'])
const kindOf = ({ outcome }: Reply) =>
  outcome === 'refused' ? 'refused' : KEPT_OUT.has(outcome) ? 'kept out' : 'answered'

/** Replies to messages, each in a conversation of its own. */
const repliesTo = (messages: string[]): Promise<[string, Reply][]> =>
  Promise.all(messages.map(async (message): Promise<[string, Reply]> => [message, await talking('api')(message)]))

// What nobody wrote down will be missed now and then; how often at most is what these bounds say.
describe.each([
  ['before', { strangers: 0.01, honest: 0.98 }],
  ['after', { strangers: 0.12, honest: 0.85 }],
  ['later than', { strangers: 0.1, honest: 0.85 }],
])('sentences written %s the rules', (name, bounds) => {
  const groups = read(name.split(' ')[0] ?? '')
  const of = (kind: Group['expect']) => groups.filter((group) => group.expect === kind)

  test.each(of('refused').map(({ about, messages }) => [about, messages] as const))(
    '%s: refused, with the rule and the penalty, never a recipe',
    async (_, messages) => {
      const replies = await repliesTo(messages)
      expect(replies.filter(([, { outcome }]) => outcome !== 'refused').map(([message]) => message)).toEqual([])
      for (const [message, { text, why, citations }] of replies) {
        expect(why, message).toBe('unlawful')
        expect(text, message).toMatch(/不能帮|不能幫|cannot help/)
        expect(citations.length, message).toBeGreaterThan(0)
      }
    },
  )

  test('honest questions about rules, penalties, mistakes and harm are not refused or sent away', async () => {
    const replies = await repliesTo(of('answered').flatMap(({ messages }) => messages))
    const sentAway = replies.filter(
      ([, { outcome, why }]) => outcome === 'refused' || outcome === 'signposted' || why === 'out-of-scope',
    )
    expect(sentAway.map(([message]) => message)).toEqual([])
    const answered = replies.filter(([, reply]) => kindOf(reply) === 'answered')
    expect(answered.length / replies.length).toBeGreaterThanOrEqual(bounds.honest)
  })

  test('what is not ours gets no policy entry, and a next step', async () => {
    const replies = await repliesTo(of('kept out').flatMap(({ messages }) => messages))
    const letIn = replies.filter(([, reply]) => kindOf(reply) !== 'kept out').map(([message]) => message)
    expect(letIn.length / replies.length, letIn.join('\n')).toBeLessThanOrEqual(bounds.strangers)
    for (const [message, reply] of replies)
      if (kindOf(reply) === 'kept out') expect(nextStep(reply), message).toBe(true)
  })

  test.each(groups.flatMap(({ about, names, messages }) => (names ? [[about, names, messages] as const] : [])))(
    '%s: names %s',
    async (_, names, messages) => {
      for (const [message, { text }] of await repliesTo(messages)) expect(text, message).toMatch(new RegExp(names, 'i'))
    },
  )
})

/** Whether a reply says whom to ask, offers something to press, or says what may be asked. */
const nextStep = ({ text, choices }: Reply): boolean =>
  choices.length > 0 || /可以问|可以問|请问|請問|您想|问我|問我|说明|說明|\bask\b|I explain|call/i.test(text)

test('no sentence stands in the entries or the boundaries', async () => {
  const { knowledge } = (await import('./talking.ts')).understanding
  const written = new Set(
    [
      ...[...knowledge.entries.values()].flatMap(({ texts }) => Object.values(texts).flatMap((one) => one.questions)),
      ...[...knowledge.boundaries.values()].flatMap(({ questions }) => Object.values(questions).flat()),
    ].map((text) => text.toLowerCase()),
  )
  const copied = [...read('before'), ...read('after'), ...read('later')]
    .flatMap(({ messages }) => messages)
    .filter((message) => written.has(String(message).toLowerCase()))
  expect(copied).toEqual([])
})
