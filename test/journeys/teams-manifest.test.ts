import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run, temporaryFolder } from './service.ts'

const SETTINGS = { BOT_CLIENT_ID: '01234567-89ab-cdef-0123-456789abcdef', PUBLIC_URL: 'https://bot.example.cn' }

test('`npm run teams-manifest` writes the app that is uploaded to Teams', async () => {
  await using folder = await temporaryFolder()
  const out = join(folder.path, 'app.zip')
  expect(await run(['teams-manifest', '--out', out], SETTINGS)).toEqual({
    code: 0,
    signal: null,
    stdout: `${out}\n`,
    stderr: '',
  })
  const archive = (await readFile(out)).toString('latin1')
  for (const part of ['manifest.json', 'zh-tw.json', 'en.json', 'color.png', 'outline.png', SETTINGS.BOT_CLIENT_ID])
    expect(archive).toContain(part)
})

test.each([
  [{}],
  [{ PUBLIC_URL: SETTINGS.PUBLIC_URL }],
  [{ BOT_CLIENT_ID: 'my-bot', PUBLIC_URL: SETTINGS.PUBLIC_URL }],
  [{ ...SETTINGS, PUBLIC_URL: 'http://bot.example.cn' }],
])('with %j it says what is needed', async (settings) => {
  expect(await run(['teams-manifest'], settings)).toMatchObject({
    code: 78,
    stdout: '',
    stderr: expect.stringMatching(/BOT_CLIENT_ID.*PUBLIC_URL/),
  })
})
