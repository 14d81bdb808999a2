import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Router } from 'express'
import { fixedText, sendText } from './send-text.ts'

/** The scripts of our pages, by name. */
const FILES: Record<string, URL> = {
  'nodes.js': new URL('../chat-page/nodes.js', import.meta.url),
  'embedded.js': new URL('../embed/embedded.js', import.meta.url),
  'chat.js': new URL('../chat-page/chat.js', import.meta.url),
}

const ASSETS = new Map(
  Object.entries(FILES).map(([name, url]) => {
    const body = readFileSync(url)
    return [name, { text: fixedText(body), address: `/assets/${name}?${hash('sha256', body).slice(0, 8)}` }]
  }),
)

/**
 * Where a script is; the address changes with it, so that it may be kept for ever.
 * @throws Error for a name that is none of ours
 */
export function assetAddress(name: string): string {
  const found = ASSETS.get(name)
  if (!found) throw new Error(`there is no asset ${name}`)
  return found.address
}

/** `GET /assets/<name>`. */
export function assets(): Router {
  const routes = Router()
  routes.get('/assets/:name', (request, response, next) => {
    const found = ASSETS.get(request.params.name)
    if (!found) return next()
    sendText(request, response, found.text, { type: 'text/javascript', keep: 'for-ever' })
  })
  return routes
}
