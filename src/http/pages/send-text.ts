import { hash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Request, Response } from 'express'

/** How long what is sent may be kept: never, only after asking whether it is still the same, or for ever under this address. */
export type Keeping = 'never' | 'ask' | 'for-ever'

const CACHE_CONTROL: Record<Keeping, string> = {
  never: 'no-store',
  ask: 'public, no-cache',
  'for-ever': 'public, max-age=31536000, immutable',
}

/** Smaller than this, packing saves no packet. */
const WORTH_PACKING = 1000

/** How hard brotli tries: what is made for one request must not hold up others; what is made once may take its time. */
const [QUICK, BEST] = [5, 11]

type Packed = { br: Buffer; gzip: Buffer }
const pack = (body: Buffer, quality: number): Packed => ({
  get br() {
    return brotliCompressSync(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
    })
  },
  get gzip() {
    return gzipSync(body, { level: quality === BEST ? 9 : 6 })
  },
})

/** A text that is sent many times, packed once. */
export type FixedText = { body: Buffer; packed: Packed }
export function fixedText(body: Buffer): FixedText {
  const { br, gzip } = pack(body, BEST)
  return { body, packed: { br, gzip } }
}

/**
 * Sends a text: packed as the client takes it, and with a name (`ETag`) by which it can ask whether it is still the same. Packing is safe for pages with
 * tokens in them: those are made anew for each page, so sizes tell nothing about them.
 */
export function sendText(
  request: Request,
  response: Response,
  text: string | FixedText,
  { type, keep, status = 200 }: { type: string; keep: Keeping; status?: number },
): void {
  const { body, packed } = typeof text === 'string' ? { body: Buffer.from(text), packed: undefined } : text
  response.status(status).set({ 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': CACHE_CONTROL[keep] })
  response.vary('Accept-Encoding')
  if (keep === 'ask') {
    response.set('ETag', `W/"${hash('sha1', body, 'base64url')}"`)
    if (request.fresh) {
      response.status(304).end()
      return
    }
  }
  // Browsers name the better way last.
  const encoding = (['br', 'gzip'] as const).find((one) => request.acceptsEncodings(one) === one)
  if (encoding === undefined || body.length < WORTH_PACKING) {
    response.send(body)
    return
  }
  response.set('Content-Encoding', encoding).send((packed ?? pack(body, QUICK))[encoding])
}
