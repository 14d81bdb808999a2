import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takenPort } from '../http/opened.ts'
import { type Ended, run, type Settings, startService, temporaryFolder } from './service.ts'
import { writeSmallKnowledge } from './small-knowledge.ts'

/** Exit codes as in sysexits.h. */
const USAGE = 64
const NO_INPUT = 66
const UNAVAILABLE = 69
const CONFIGURATION = 78

const ONE_MORE_FIGURE = `name: { zh-Hans: 又一个数, en: One more }
unit: CNY
values:
  - { from: 2019-01-01, value: 1, document: cgs-2018-49, clause: 第一条 }
`

let small: string
let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  folder = await temporaryFolder()
  small = await writeSmallKnowledge(join(folder.path, 'small'))
})
afterAll(() => folder?.[Symbol.asyncDispose]())

/** Starts the service, which is expected to end by itself, saying why and nothing else. */
async function refused(settings: Settings): Promise<Pick<Ended, 'code' | 'stderr'>> {
  const database = join(folder.path, `${crypto.randomUUID()}.db`)
  const { code, stderr } = await run(['serve'], {
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: `sqlite:${database}`,
    KNOWLEDGE_DIR: small,
    ...settings,
  })
  expect(stderr).not.toMatch(/^\s+at .*:\d+|node:internal|Error:/m)
  return { code, stderr }
}

describe('the service does not start, and says why', () => {
  test('when its port is in use', async () => {
    await using taken = await takenPort()
    expect(await refused({ PORT: `${taken.port}` })).toEqual({
      code: UNAVAILABLE,
      stderr: `port ${taken.port} is in use: stop what uses it, or set PORT to another one\n`,
    })
  })

  test('when its question log cannot be opened', async () => {
    const path = join(folder.path, 'a-folder')
    await mkdir(path)
    expect(await refused({ DATABASE_URL: `sqlite:${path}` })).toEqual({
      code: UNAVAILABLE,
      stderr: expect.stringMatching(new RegExp(`^The question log ${path} is a folder\\. Set DATABASE_URL to a file`)),
    })
  })

  test.each([
    ['there is no knowledge folder', 'nowhere', /cannot read the knowledge folder .*nowhere/],
    ['nothing in it is knowledge', 'locales', /entries {2}no entries\n {4}Is this the knowledge folder\?/],
  ])('when %s', async (_, KNOWLEDGE_DIR, words) => {
    expect(await refused({ KNOWLEDGE_DIR })).toEqual({ code: NO_INPUT, stderr: expect.stringMatching(words) })
  })

  test('when its knowledge has errors: all of them, by file and line', async () => {
    const knowledge = join(folder.path, 'knowledge')
    await cp(small, knowledge, { recursive: true })
    await writeFile(join(knowledge, 'figures/one-more.yaml'), ONE_MORE_FIGURE.replace('cgs-2018-49', 'cgs-2081-49'))
    const entry = join(knowledge, 'entries/quota.annual/annual-limit.en.md')
    await writeFile(entry, (await readFile(entry, 'utf8')).replaceAll('{{ annual-limit }}', '{{ anual-limit }}'))
    const { code, stderr } = await refused({ KNOWLEDGE_DIR: knowledge })
    expect(code).toBe(NO_INPUT)
    expect(stderr).toMatch(/^figures\/one-more\.yaml:4 {2}.*"cgs-2081-49"\n {4}Did you mean "cgs-2018-49"\?$/m)
    expect(stderr).toMatch(
      /^entries\/quota\.annual\/annual-limit\.en\.md:\d+ {2}.*"anual-limit"\n {4}Did you mean "annual-limit"\?$/m,
    )
    expect(stderr).toMatch(/the knowledge has errors\n$/)
  })

  test('when its wording is broken', async () => {
    const LOCALES_DIR = join(folder.path, 'locales')
    await cp('locales', LOCALES_DIR, { recursive: true })
    await writeFile(join(LOCALES_DIR, 'en', 'chat-page.json'), '{"page.title": "Tongguan",')
    expect(await refused({ LOCALES_DIR })).toEqual({
      code: NO_INPUT,
      stderr: expect.stringMatching(/^cannot read the wording .*chat-page\.json: .*JSON/),
    })
  })

  test('when its settings are wrong: all of them at once', async () => {
    const { code, stderr } = await refused({
      NODE_ENV: 'production',
      PORT: 'eighty',
      RATE_PER_MINUTE: '-1',
      LOG_LEVEL: 'loud',
      BOT_CLIENT_SECRET_FILE: '/nowhere',
    })
    expect(code).toBe(CONFIGURATION)
    expect(stderr).toMatch(/^The settings are not right:\n/)
    for (const name of [
      'PORT',
      'RATE_PER_MINUTE',
      'LOG_LEVEL',
      'BOT_CLIENT_SECRET_FILE',
      'DIRECT_LINE_SECRET is required',
    ])
      expect(stderr).toContain(name)
  })
})

describe('the command line', () => {
  test.each([[[]], [['sevre']], [['toString']], [['__proto__']], [['--help']]])(
    '%j tells what there is',
    async (args) => {
      const { code, stdout, stderr } = await run(args)
      expect({ code, stdout }).toEqual({ code: USAGE, stdout: '' })
      expect(stderr).toMatch(/^usage: .*serve \| chat \| ask \| check/)
    },
  )

  test.each([
    ['ask', '--nonsense', '额度'],
    ['export', '--from', '2026-11-01', 'more'],
    ['export'],
    ['export', '--from', '2026-11-30', '--to', '2026-11-01'],
    ['export', '--from', '2026-02-30', '--to', '2026-11-01'],
    ['eval'],
  ])('`%s %s %s` is told how it is used', async (...args) => {
    const { code, stderr } = await run(args.filter(Boolean), {
      DATABASE_URL: `sqlite:${join(folder.path, 'unused.db')}`,
    })
    expect(code).toBe(USAGE)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(stderr.length).toBeGreaterThan(20)
  })
})

test('in production, without credentials of a bot, /api/messages is not there', async () => {
  await using service = await startService({
    NODE_ENV: 'production',
    DIRECT_LINE_SECRET: 'a secret of sixteen letters',
  })
  expect(
    (await service.post('/api/messages', { type: 'message', text: '额度', conversation: { id: 'c' } })).status,
  ).toBe(404)
  expect(await service.ask('今年还能买多少跨境商品？')).toMatchObject({ entry: 'annual-limit' })
})

describe.runIf(process.platform === 'linux')('how the C library holds memory, in the process that was started', () => {
  const given = async ({ pid }: { pid: number }) =>
    Object.fromEntries(
      (await readFile(`/proc/${pid}/environ`, 'utf8'))
        .split('\0')
        .filter((one) => one.startsWith('MALLOC_'))
        .map((one) => one.split('=')),
    )

  test('is what a service wants that runs for days', async () => {
    await using service = await startService({ KNOWLEDGE_DIR: small })
    expect(await given(service)).toMatchObject({ MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '65536' })
  })

  test('is left to whoever has set it', async () => {
    await using service = await startService({ KNOWLEDGE_DIR: small, MALLOC_ARENA_MAX: '4' })
    expect(await given(service)).toEqual({ MALLOC_ARENA_MAX: '4' })
  })
})
