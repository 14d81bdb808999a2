import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takenPort } from '../http/opened.ts'
import { type Ended, run, type Settings, startService, temporaryFolder } from './service.ts'

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

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => folder?.[Symbol.asyncDispose]())

/** Starts the service, which is expected to end by itself, saying why and nothing else. */
async function refused(settings: Settings): Promise<Pick<Ended, 'code' | 'stderr'>> {
  const database = join(folder.path, `${crypto.randomUUID()}.db`)
  const { code, stderr } = await run(['serve'], { HOST: '127.0.0.1', PORT: '0', DATABASE_URL: `sqlite:${database}`, ...settings })
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

  test('when its question log is some other file, which is left as it is', async () => {
    const path = join(folder.path, 'diary.txt')
    await writeFile(path, 'a diary, not a database. '.repeat(100))
    const { code, stderr } = await refused({ DATABASE_URL: `sqlite:${path}` })
    expect({ code, stderr }).toEqual({ code: UNAVAILABLE, stderr: expect.stringContaining('not a SQLite database') })
    expect(await readFile(path, 'utf8')).toMatch(/^a diary/)
  })

  test.each([
    ['there is no knowledge folder', 'nowhere', /cannot read the knowledge folder .*nowhere/],
    ['it is a file', 'package.json', /cannot read the knowledge folder package\.json/],
    ['nothing in it is knowledge', 'locales', /entries {2}no entries\n {4}Is this the knowledge folder\?/],
  ])('when %s', async (_, KNOWLEDGE_DIR, words) => {
    expect(await refused({ KNOWLEDGE_DIR })).toEqual({ code: NO_INPUT, stderr: expect.stringMatching(words) })
  })

  test('when its knowledge has errors: all of them, by file and line', async () => {
    const knowledge = join(folder.path, 'knowledge')
    await cp('knowledge', knowledge, { recursive: true })
    await writeFile(join(knowledge, 'figures/one-more.yaml'), ONE_MORE_FIGURE.replace('cgs-2018-49', 'cgs-2081-49'))
    await writeFile(join(knowledge, 'plain-numbers.yaml'), '- [\n')
    const { code, stderr } = await refused({ KNOWLEDGE_DIR: knowledge })
    expect(code).toBe(NO_INPUT)
    expect(stderr).toMatch(/^figures\/one-more\.yaml:4 {2}.*"cgs-2081-49"\n {4}Did you mean "cgs-2018-49"\?$/m)
    expect(stderr).toMatch(/^plain-numbers\.yaml:2 {2}not valid YAML/m)
    expect(stderr).toMatch(/the knowledge has errors\n$/)
  })

  test.each([
    ['is missing', undefined, /cannot read the wording .*en\.json/],
    ['is broken', '{"page.title": "Tongguan",', /cannot read the wording .*en\.json: .*JSON/],
    ['is no list of texts', '["page.title"]', /cannot read the wording .*en\.json/],
    ['holds something else than text', '{"page.title": {"en": "Tongguan"}}', /cannot read the wording .*en\.json: .*page\.title/],
    ['is empty', '', /cannot read the wording .*en\.json/],
  ])('when its wording %s', async (_, content, words) => {
    const LOCALES_DIR = join(folder.path, crypto.randomUUID())
    await mkdir(LOCALES_DIR)
    await cp('locales/zh-Hans.json', join(LOCALES_DIR, 'zh-Hans.json'))
    if (content !== undefined) await writeFile(join(LOCALES_DIR, 'en.json'), content)
    expect(await refused({ LOCALES_DIR })).toEqual({ code: NO_INPUT, stderr: expect.stringMatching(words) })
  })

  test('when its settings are wrong: all of them at once', async () => {
    const { code, stderr } = await refused({ NODE_ENV: 'production', PORT: 'eighty', RATE_PER_MINUTE: '-1', LOG_LEVEL: 'loud', BOT_CLIENT_SECRET_FILE: '/nowhere' })
    expect(code).toBe(CONFIGURATION)
    expect(stderr).toMatch(/^The settings are not right:\n/)
    for (const name of ['PORT', 'RATE_PER_MINUTE', 'LOG_LEVEL', 'BOT_CLIENT_SECRET_FILE', 'DIRECT_LINE_SECRET is required']) expect(stderr).toContain(name)
  })
})

describe('the command line', () => {
  test.each([[[]], [['sevre']], [['toString']], [['__proto__']], [['--help']]])('%j tells what there is', async (args) => {
    const { code, stdout, stderr } = await run(args)
    expect({ code, stdout }).toEqual({ code: USAGE, stdout: '' })
    expect(stderr).toMatch(/^usage: .*serve \| chat \| ask \| check/)
  })

  test.each([
    ['ask', '--nonsense', '额度'],
    ['export', '--from', '2026-11-01', 'more'],
    ['export'],
    ['export', '--from', '2026-11-30', '--to', '2026-11-01'],
    ['export', '--from', '2026-02-30', '--to', '2026-11-01'],
    ['eval'],
  ])('`%s %s %s` is told how it is used', async (...args) => {
    const { code, stderr } = await run(args.filter(Boolean), { DATABASE_URL: `sqlite:${join(folder.path, 'unused.db')}` })
    expect(code).toBe(USAGE)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(stderr.length).toBeGreaterThan(20)
  })
})

test('in production, without credentials of a bot, /api/messages is not there', async () => {
  await using service = await startService({ NODE_ENV: 'production', DIRECT_LINE_SECRET: 'a secret of sixteen letters' })
  expect((await service.post('/api/messages', { type: 'message', text: '额度', conversation: { id: 'c' } })).status).toBe(404)
  expect(await service.ask('今年还能买多少跨境商品？')).toMatchObject({ entry: 'annual-limit' })
})
