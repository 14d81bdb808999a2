import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Converter } from 'opencc-js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWording, UnreadableWording } from '../src/wording.ts'

const toTraditional = Converter({ from: 'cn', to: 'tw' })

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongguan-wording-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The wording of these two files. */
async function read(english: string | undefined, chinese = '{"a": "请等 {{seconds}} 秒，{{name}}"}') {
  const path = await mkdtemp(join(folder, 'locales-'))
  for (const [locale, words] of [
    ['zh-Hans', chinese],
    ['en', english],
  ] as const)
    if (words !== undefined) {
      await mkdir(join(path, locale))
      await writeFile(join(path, locale, 'words.json'), words)
    }
  return readWording(path, toTraditional)
}

describe('wording', () => {
  test('is read from all files of a language, and refused where two of them say the same key', async () => {
    const path = await mkdtemp(join(folder, 'several-'))
    await cp('locales', path, { recursive: true })
    await writeFile(join(path, 'en', 'more.json'), '{"more": "More"}')
    expect((await readWording(path, toTraditional))('en', 'more')).toBe('More')
    await writeFile(join(path, 'en', 'still-more.json'), '{"more": "Still more"}')
    await expect(readWording(path, toTraditional)).rejects.toThrow(/still-more\.json: "more" stands in another file/)
  })

  test('is told in the three languages, its placeholders filled', async () => {
    const say = await read('{"a": "Wait {{seconds}} seconds, {{name}}"}')
    const values = { seconds: 3, name: '<b>“甲” & 乙</b>' }
    expect(say('zh-Hans', 'a', values)).toBe('请等 3 秒，<b>“甲” & 乙</b>')
    expect(say('zh-Hant', 'a', values)).toBe('請等 3 秒，<b>“甲” & 乙</b>')
    expect(say('en', 'a', values)).toBe('Wait 3 seconds, <b>“甲” & 乙</b>')
  })

  test('does not fill in what a value brings along', async () => {
    const say = await read('{"a": "{{name}}", "b": "secret"}')
    for (const name of ['{{b}}', '$t(b)', '{{name}}']) expect(say('en', 'a', { name })).toBe(name)
  })

  test('comes back as its key where there is none, in every language, and never in another', async () => {
    const say = await read('{"b": "only English"}')
    expect([say('en', 'a'), say('zh-Hans', 'b'), say('zh-Hant', 'nonsense')]).toEqual(['a', 'b', 'nonsense'])
  })

  test('of the service itself can be read', async () => {
    const path = join(folder, 'own')
    await cp('locales', path, { recursive: true })
    const say = await readWording(path, toTraditional)
    expect(say('zh-Hant', 'problem.too-many-requests', { seconds: 3 })).toBe('問得太快了，請等 3 秒再問。')
  })

  test.each([
    ['is missing', undefined, /ENOENT/],
    ['is empty', '', /JSON/],
    ['is broken', '{"a": "b",', /JSON/],
    ['is a list', '["a"]', /expected record/],
    ['is nothing', 'null', /expected record/],
    ['holds something else than text', '{"a": {"en": "b"}}', /expected string[\s\S]*at a/],
  ])('that %s says so, and where', async (_, content, why) => {
    const error = await read(content).then(
      () => expect.fail('it was read'),
      (problem) => problem,
    )
    expect(error).toBeInstanceOf(UnreadableWording)
    expect(error.message).toMatch(/^cannot read the wording .*en(\/words\.json)?: /)
    expect(error.message).toMatch(why)
  })
})
