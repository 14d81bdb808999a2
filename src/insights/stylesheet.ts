import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { RequestHandler } from 'express'

const css = readFileSync(new URL('insights.css', import.meta.url))
const path = '/insights/insights.css'

/** Where the pages' stylesheet is; the address changes with what it says. */
export const STYLESHEET = { path, address: `${path}?${hash('sha256', css).slice(0, 8)}` }

/** Sends the stylesheet: the one thing here that anybody may see and keep. */
export const stylesheet: RequestHandler = (_request, response) => {
  response
    .set({ 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=31536000, immutable' })
    .send(css)
}
