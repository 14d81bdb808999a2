import type { Request } from 'express'

/** Names a host may have; whatever else stands in the header is somebody's attempt. */
const HOST = /^(?:[\w.-]{1,253}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i

/** Scheme and host of our own pages: as set, else as the request names them. */
export function baseAddress(request: Request, publicUrl: string | undefined): string {
  if (publicUrl !== undefined) return publicUrl
  const host = request.host ?? ''
  return `${request.protocol}://${HOST.test(host) ? host : 'localhost'}`
}
