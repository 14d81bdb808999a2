import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openQuestionLog } from '../../src/questions/open.ts'
import { all, asked } from './asked.ts'
import { counted } from './places.ts'
import { questionCounts } from './question-counts.contract.ts'
import { aQuestionLog } from './question-log.contract.ts'

let folder = ''
let files = 0
const newFile = () => join(folder, `${files++}.db`)
const now = () => new Date('2026-11-23T04:00:00Z')
const open = (file: string, clock = now) => openQuestionLog(`sqlite:${file}`, { now: clock })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'question-log-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('SQLite in memory', () => aQuestionLog((clock = now) => openQuestionLog('sqlite::memory:', { now: clock })))
describe('SQLite in a file', () => aQuestionLog((clock) => open(newFile(), clock)))
describe('SQLite in memory', () => questionCounts((clock = now) => counted('sqlite::memory:', clock)))
describe('SQLite, counted in another thread', () =>
  questionCounts((clock = now) => counted(`sqlite:${newFile()}`, clock, 'own')))

describe('a SQLite file', () => {
  test('is made with its folder, for its owner alone', async () => {
    const file = join(folder, 'not', 'there', 'yet.db')
    await using _log = await open(file)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  test('keeps its questions and its pseudonyms over a restart', async () => {
    const file = newFile()
    for (const id of ['before', 'after']) {
      await using log = await open(file)
      await log.record(asked({ id }))
    }
    await using log = await open(file)
    const [before, after] = await all(log)
    expect([before?.id, after?.id]).toEqual(['after', 'before'])
    expect(before?.pseudonym).toBe(after?.pseudonym)
  })

  test('can be opened for the first time by several at once, and by an export while it serves', async () => {
    const file = newFile()
    const logs = await Promise.all([open(file), open(file), open(file)])
    await Promise.all(logs.map((log) => log.record(asked())))
    await using later = await open(file)
    expect(await all(later)).toHaveLength(3)
    for (const log of logs) await log[Symbol.asyncDispose]()
  })

  test('holds no byte of what was forgotten, nor of the salt of a week that is over', async () => {
    const file = newFile()
    let day = '2026-11-20'
    const log = await open(file, () => new Date(`${day}T04:00:00Z`))
    const bytes = async () => Buffer.concat([await readFile(file), await readFile(`${file}-wal`)])
    const secret = 'a very particular question '.repeat(70)
    for (let n = 0; n < 50; n++) await log.record(asked({ text: `${secret}${n}`, at: new Date(`${day}T04:00:00Z`) }))
    const reader = new DatabaseSync(file, { readOnly: true })
    const { salt } = reader.prepare('select salt from salt').get() as { salt: string }
    reader.close()
    expect((await bytes()).includes('particular')).toBe(true)
    expect((await bytes()).includes(salt)).toBe(true)

    day = '2026-11-23'
    expect(await log.forgetTextBefore('2026-11-21')).toBe(50)

    expect((await bytes()).includes('particular')).toBe(false)
    expect((await bytes()).includes(salt)).toBe(false)
    await log[Symbol.asyncDispose]()
  })

  test('has every question whose record resolved, exactly once, when the process is killed at any moment', async () => {
    const file = newFile()
    const committed: string[] = []
    for (let round = 0; round < 5; round++) {
      const child = spawn(
        process.execPath,
        [fileURLToPath(import.meta.resolve('./record-until-killed.ts')), `sqlite:${file}`, `${round}`],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      )
      let printed = ''
      const enough = 1 + Math.floor(Math.random() * 3000)
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        printed += text
        if (printed.length > enough) child.kill('SIGKILL')
      })
      const [, signal] = await once(child, 'close')
      expect(signal).toBe('SIGKILL')
      committed.push(...printed.split('\n').slice(0, -1))
    }
    await using log = await open(file)
    const kept = (await all(log)).map(({ id }) => id)
    expect(committed.length).toBeGreaterThan(5)
    expect(new Set(kept).size).toBe(kept.length)
    expect(new Set(committed).difference(new Set(kept))).toEqual(new Set())
  })
})

describe('a SQLite file that cannot be opened', () => {
  const problem = (file: string) =>
    open(file)
      .then((log) => log[Symbol.asyncDispose]())
      .then(
        () => expect.fail('it opened'),
        (error) => error,
      )

  test('because it is a folder', async () => {
    const path = join(folder, 'a-folder')
    await mkdir(path)
    expect(await problem(path)).toMatchObject({
      name: 'CannotOpenDatabase',
      reason: 'folder',
      path,
      message: expect.stringContaining(path),
    })
  })

  test('because its folder is a file', async () => {
    const path = newFile()
    await writeFile(path, 'hello')
    expect(await problem(join(path, 'questions.db'))).toMatchObject({ reason: 'not-a-folder' })
    expect(await problem(join(path, 'deeper', 'questions.db'))).toMatchObject({ reason: 'not-a-folder' })
  })

  test('because the folder or the file may not be written', async () => {
    const closed = join(folder, 'closed')
    await mkdir(closed)
    const file = join(closed, 'there.db')
    await (await open(file))[Symbol.asyncDispose]()
    await chmod(file, 0o444)
    await chmod(closed, 0o555)
    await chmod(folder, 0o755)
    await asNobody(async () => {
      expect(await problem(join(closed, 'new.db'))).toMatchObject({ reason: 'permission' })
      expect(await problem(join(closed, 'new', 'new.db'))).toMatchObject({ reason: 'permission' })
      expect(await problem(file)).toMatchObject({ reason: 'permission' })
    })
  })

  test('because it is some other kind of file, which is left as it is', async () => {
    const path = newFile()
    await writeFile(path, 'a diary, not a database. '.repeat(100))
    const before = await readFile(path)
    expect(await problem(path)).toMatchObject({ reason: 'not-a-database', message: expect.stringContaining(path) })
    expect(await readFile(path)).toEqual(before)
  })

  test("because it is another program's database, which is left as it is", async () => {
    const path = newFile()
    const other = new DatabaseSync(path)
    other.exec('create table question (id integer)')
    other.close()
    const before = await readFile(path)
    expect(await problem(path)).toMatchObject({ reason: 'foreign' })
    expect(await readFile(path)).toEqual(before)
  })

  test('because it is damaged', async () => {
    const path = newFile()
    const log = await open(path)
    await log.record(asked())
    await log[Symbol.asyncDispose]()
    await truncate(path, 4096 + 100)
    expect(await problem(path)).toMatchObject({ reason: 'corrupt' })
  })

  test('because a newer version has written it', async () => {
    const path = newFile()
    await (await open(path))[Symbol.asyncDispose]()
    const later = new DatabaseSync(path)
    later.exec(`insert into kysely_migration (name, timestamp) values ('2099-01-more', '2099-01-01')`)
    later.close()
    expect(await problem(path)).toMatchObject({ reason: 'newer' })
  })

  test.each([
    'postgres://user:secret@example.org:port/log',
    'mysql://user:secret@example.org/log',
    'mysql:log',
    './questions.db',
    'sqlite:',
    'sqlite://questions.db',
  ])('because %s is not an address it knows, without repeating a password', async (url) => {
    const error = await openQuestionLog(url, { now }).then(
      () => expect.fail('it opened'),
      (problem) => problem,
    )
    expect(error).toMatchObject({ reason: 'url', message: expect.stringContaining('DATABASE_URL') })
    expect(error.message).not.toContain('secret')
  })
})

/** Runs as a user without rights where the tests run as root, for whom no file is closed. */
async function asNobody(work: () => Promise<void>) {
  const root = process.geteuid?.() === 0
  if (root) process.seteuid?.(65534)
  try {
    await work()
  } finally {
    if (root) process.seteuid?.(0)
  }
}
