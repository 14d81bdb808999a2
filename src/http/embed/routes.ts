import { readFileSync } from 'node:fs'
import { Router } from 'express'
import { LOCALES } from '../../core/locale.ts'
import type { Translate } from '../../core/translate.ts'
import { fixedText, sendText } from '../pages/send-text.ts'

/** The script that other sites load, with the wording put in where it names it. */
const SCRIPT = readFileSync(new URL('./embed.js', import.meta.url), 'utf8')

/** `GET /embed.js`: the script for other sites. It opens the chat page in a frame; whether that is let in, the page decides. */
export function embedScript({ translate }: { translate: Translate }): Router {
  const words = Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      {
        name: translate(locale, 'embed.name'),
        open: translate(locale, 'embed.open'),
        refused: translate(locale, 'embed.refused'),
        elsewhere: translate(locale, 'embed.elsewhere'),
      },
    ]),
  )
  const script = fixedText(Buffer.from(SCRIPT.replace('WORDS[', () => `${JSON.stringify(words)}[`)))
  const routes = Router()
  routes.get('/embed.js', (request, response) => {
    response.set('Cross-Origin-Resource-Policy', 'cross-origin')
    sendText(request, response, script, { type: 'text/javascript', keep: 'ask' })
  })
  return routes
}
