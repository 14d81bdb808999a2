import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Router } from 'express'
import { fixedText, sendText } from './send-text.ts'

const TYPES: Record<string, string> = { css: 'text/css', js: 'text/javascript' }

/** The stylesheets and scripts of our pages, by name. */
const FILES: Record<string, URL> = {
  'site.css': new URL('./site.css', import.meta.url),
  'chat.css': new URL('../chat-page/chat.css', import.meta.url),
  'nodes.js': new URL('../chat-page/nodes.js', import.meta.url),
  'embedded.js': new URL('../embed/embedded.js', import.meta.url),
  'chat.js': new URL('../chat-page/chat.js', import.meta.url),
}

const ASSETS = new Map(
  Object.entries(FILES).map(([name, url]) => {
    const body = readFileSync(url)
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain'
    return [name, { text: fixedText(body), type, address: `/assets/${name}?${hash('sha256', body).slice(0, 8)}` }]
  }),
)

/**
 * Where a stylesheet or script is; the address changes with it, so that it may be kept for ever.
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
    sendText(request, response, found.text, { type: found.type, keep: 'for-ever' })
  })
  return routes
}
