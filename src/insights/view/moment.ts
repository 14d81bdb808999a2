import { type Html, html } from '../../http/html.ts'

/** China keeps UTC+8 all year. In milliseconds. */
const AHEAD = 8 * 3_600_000

/** A moment as a clock in China shows it, `2026-11-29 18:58`. @param iso ISO 8601 in UTC */
export function moment(iso: string, to: 'minute' | 'second' = 'minute'): Html {
  const shown = new Date(Date.parse(iso) + AHEAD).toISOString().replace('T', ' ')
  return html`<time datetime="${iso}">${shown.slice(0, to === 'minute' ? 16 : 19)}</time>`
}
