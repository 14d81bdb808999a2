import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Html } from '../html.ts'

/** A stylesheet as it stands in a page, and how a policy names it. */
export type Style = { markup: Html; source: string }

/** Without the indentation, which is a fifth of it. */
const read = (url: URL): string => readFileSync(url, 'utf8').replace(/\n\s*/g, '\n')

/** Written into the page, so that a slow network is waited for once and not twice; the policy lets in this very text and no other. */
function style(css: string): Style {
  return { markup: new Html(`<style>${css}</style>`), source: `'sha256-${hash('sha256', css, 'base64')}'` }
}

const site = read(new URL('./site.css', import.meta.url))
const chat = read(new URL('../chat-page/chat.css', import.meta.url))

/** How pages look that are read, and the page on which one asks. */
export const STYLES: Record<'reading' | 'chat', Style> = { reading: style(site), chat: style(`${site}${chat}`) }
