import { parseArgs } from 'node:util'
import { menuOf } from '../channels/wechat/menu.ts'
import type { Command } from '../command-line.ts'
import { WRITTEN_LOCALES, type WrittenLocale } from '../core/locale.ts'
import { readWording } from '../wording.ts'

/** `wechat-menu [--language zh-Hans|en]`: the menu of the WeChat Official Account as JSON, ready for the platform's `menu/create`. */
export const run: Command = async (args, config) => {
  const { values } = parseArgs({ args, options: { language: { type: 'string', default: 'zh-Hans' } } })
  const language = WRITTEN_LOCALES.find((one): one is WrittenLocale => one === values.language)
  if (language === undefined) {
    process.stderr.write(`usage: npm run -s wechat-menu -- [--language ${WRITTEN_LOCALES.join('|')}]\n`)
    return 64
  }
  const translate = await readWording(config.LOCALES_DIR, (text) => text)
  process.stdout.write(`${JSON.stringify(menuOf(translate, config.PUBLIC_URL, language), undefined, 2)}\n`)
  if (config.PUBLIC_URL === undefined)
    process.stderr.write('PUBLIC_URL is not set: the menu opens no pages, its buttons only ask.\n')
  return 0
}
