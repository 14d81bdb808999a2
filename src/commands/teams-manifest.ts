import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { ICONS, teamsApp } from '../channels/bot-framework/teams-app.ts'
import { zip } from '../channels/bot-framework/zip.ts'
import type { Command } from '../command-line.ts'
import { createTraditional } from '../knowledge/traditional.ts'
import { readWording } from '../wording.ts'

/** An application's id, as Azure gives it. */
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/**
 * `teams-manifest [--out tongguan-teams.zip]`: the app for Teams, ready to upload, for the bot of `BOT_CLIENT_ID` and the address of
 * `PUBLIC_URL`.
 */
export const run: Command = async (args, config) => {
  const { values } = parseArgs({ args, options: { out: { type: 'string', default: 'tongguan-teams.zip' } } })
  const { BOT_CLIENT_ID: clientId, PUBLIC_URL: publicUrl } = config
  if (!GUID.test(clientId ?? '') || clientId === undefined || !publicUrl?.startsWith('https://')) {
    process.stderr.write(
      'Teams needs BOT_CLIENT_ID (the id of the Azure bot, such as 01234567-89ab-cdef-0123-456789abcdef) and PUBLIC_URL (beginning with https://).\n',
    )
    return 78
  }
  const asset = (path: string) => readFile(new URL(`../../${path}`, import.meta.url))
  const { version } = JSON.parse(String(await asset('package.json'))) as { version: string }
  const translate = await readWording(config.LOCALES_DIR, createTraditional({}))
  const texts = Object.entries(teamsApp({ translate, clientId, publicUrl, version })).map(([name, value]) => ({
    name,
    content: Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`),
  }))
  const icons = Object.values(ICONS).map(async (name) => ({ name, content: await asset(`teams/${name}`) }))
  await writeFile(values.out, zip([...texts, ...(await Promise.all(icons))]))
  process.stdout.write(`${values.out}\n`)
  return 0
}
