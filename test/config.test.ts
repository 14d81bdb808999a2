import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConfigProblem, readConfig, settings } from '../src/config.ts'

/** Why an environment is refused. */
function refusal(env: Record<string, string>): string {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigProblem) return error.message
    throw error
  }
  return expect.fail('it was taken')
}

describe('settings', () => {
  test('need none to be given', () => {
    expect(readConfig({})).toMatchObject({
      NODE_ENV: 'development',
      PORT: 3978,
      DATABASE_URL: 'sqlite:./data/questions.db',
      RATE_PER_MINUTE: 60,
    })
  })

  test('are taken from the environment, and nothing else is', () => {
    const config = readConfig({
      PORT: '0',
      RATE_PER_MINUTE: '0',
      LOG_LEVEL: 'silent',
      PATH: '/usr/bin',
      SOMETHING: 'else',
    })
    expect(config).toMatchObject({ PORT: 0, RATE_PER_MINUTE: 0, LOG_LEVEL: 'silent' })
    expect(Object.keys(config).every((name) => name in settings.shape)).toBe(true)
  })

  test('left empty count as absent, as compose files leave them', () => {
    const empty = Object.fromEntries(Object.keys(settings.shape).map((name) => [name, '']))
    expect(readConfig(empty)).toEqual(readConfig({}))
  })

  test('that are wrong are told all at once, each by its name', () => {
    const told = refusal({
      NODE_ENV: 'prod',
      PORT: '99999',
      DATABASE_URL: 'mysql:log',
      DIRECT_LINE_SECRET: 'short',
      DIRECT_LINE_SECRET_FILE: '/nowhere',
      BOT_CLIENT_ID_FILE: '/nowhere/id',
      RATE_PER_MINUTE: '-1',
      TRUST_PROXY: 'yes',
      RETAIN_TEXT_DAYS: '1.5',
      LOG_LEVEL: 'loud',
    })
    for (const name of [
      'NODE_ENV',
      'PORT',
      'DATABASE_URL',
      'DIRECT_LINE_SECRET',
      'BOT_CLIENT_ID_FILE',
      'RATE_PER_MINUTE',
      'TRUST_PROXY',
      'RETAIN_TEXT_DAYS',
      'LOG_LEVEL',
    ])
      expect(told).toContain(name)
    expect(told).toContain('must begin with sqlite:')
    expect(told).toContain('/nowhere/id')
    expect(told).not.toContain('short')
  })

  test('that do not go together are told beside those that are wrong in themselves', () => {
    const told = refusal({ NODE_ENV: 'production', PORT: 'x', BOT_CLIENT_SECRET: 'a secret' })
    for (const name of [
      'PORT',
      'DIRECT_LINE_SECRET is required in production',
      'BOT_CLIENT_SECRET is given without BOT_CLIENT_ID',
    ])
      expect(told).toContain(name)
    expect(told).not.toContain('a secret')
  })

  test('of a WeChat account go together, and are as its platform gives them', () => {
    const account = { WECHAT_TOKEN: 'token', WECHAT_AES_KEY: 'k'.repeat(43), WECHAT_APP_ID: 'wxb11529c136998cb6' }
    expect(readConfig(account)).toMatchObject(account)
    expect(readConfig({ WECHAT_TOKEN: 'token' })).toMatchObject({ WECHAT_TOKEN: 'token' })
    const { WECHAT_AES_KEY } = account
    const alone = refusal({ WECHAT_AES_KEY })
    for (const needed of ['WECHAT_TOKEN', 'WECHAT_APP_ID'])
      expect(alone).toContain(`WECHAT_AES_KEY is given without ${needed}`)
    const wrong = refusal({ WECHAT_TOKEN: 'a b', WECHAT_AES_KEY: 'short', WECHAT_APP_ID: 'gh_1' })
    for (const name of Object.keys(account)) expect(wrong).toContain(name)
  })

  test.each(['3978.5', '-1', '65536', 'http', ' ', '0x10', '1e3'])('take no port like %j', (PORT) => {
    expect(refusal({ PORT })).toContain('PORT')
  })

  test('want secrets in production, and only there', () => {
    expect(refusal({ NODE_ENV: 'production' })).toContain('DIRECT_LINE_SECRET')
    expect(readConfig({ NODE_ENV: 'production', DIRECT_LINE_SECRET: 'a secret of sixteen letters' })).toMatchObject({
      NODE_ENV: 'production',
    })
  })
})

describe('a secret in a file', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tongguan-config-'))
  })
  afterAll(() => rm(folder, { recursive: true }))
  const file = async (content: string) => {
    const path = join(folder, crypto.randomUUID())
    await writeFile(path, content)
    return path
  }

  test('is read, without the new line an editor left', async () => {
    const DIRECT_LINE_SECRET_FILE = await file('a secret of sixteen letters\n')
    expect(readConfig({ NODE_ENV: 'production', DIRECT_LINE_SECRET_FILE }).DIRECT_LINE_SECRET).toBe(
      'a secret of sixteen letters',
    )
  })

  test('gives way to one in the environment', async () => {
    const DIRECT_LINE_SECRET_FILE = await file('the one in the file, which is not used')
    expect(
      readConfig({ DIRECT_LINE_SECRET: 'the one in the environment', DIRECT_LINE_SECRET_FILE }).DIRECT_LINE_SECRET,
    ).toBe('the one in the environment')
  })

  test('that cannot be read is told by its name', () => {
    expect(refusal({ BOT_CLIENT_SECRET_FILE: join(folder, 'missing') })).toContain(
      `BOT_CLIENT_SECRET_FILE: cannot read ${join(folder, 'missing')}`,
    )
  })

  test('that is empty counts as absent', async () => {
    expect(refusal({ NODE_ENV: 'production', DIRECT_LINE_SECRET_FILE: await file('\n') })).toContain(
      'DIRECT_LINE_SECRET',
    )
  })

  test('works for every setting', async () => {
    expect(readConfig({ PORT_FILE: await file('4000\n') }).PORT).toBe(4000)
  })
})

describe('what is written about the settings', () => {
  /** Every setting with its default, as text. */
  const wanted = Object.entries(settings.shape).map(([name, schema]) => {
    const value = schema.safeParse(undefined)
    return {
      name,
      otherwise: value.data === undefined ? undefined : String(value.data),
      description: schema.meta()?.description ?? '',
    }
  })

  test('explains each one', () => {
    for (const { name, description } of wanted)
      expect({ name, length: description.length }).toEqual({
        name,
        length: expect.toSatisfy((length: number) => length > 5),
      })
  })

  test('in the README is all of them, with their defaults', async () => {
    const readme = await readFile('README.md', 'utf8')
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| (.*?) \| (.*) \|$/gm)].map(
      ([, name, otherwise, description]) => ({ name, otherwise, description }),
    )
    expect(rows).toEqual(
      wanted.map(({ name, otherwise, description }) => ({
        name,
        otherwise: otherwise === undefined ? 'none' : otherwise === '' ? 'empty' : `\`${otherwise}\``,
        description,
      })),
    )
  })

  test('in .env.example is all of them, with their defaults, and the file can be used as it is', async () => {
    const example = await readFile('.env.example', 'utf8')
    const lines = [...example.matchAll(/^(# )?([A-Z_]+)=(.*)$/gm)]
    expect(lines.map(([, mark, name, value]) => ({ name, otherwise: mark ? undefined : value }))).toEqual(
      wanted.map(({ name, otherwise }) => ({ name, otherwise })),
    )
    expect(
      readConfig(Object.fromEntries(lines.filter(([, mark]) => !mark).map(([, , name, value]) => [name, value]))),
    ).toEqual(readConfig({}))
  })
})
