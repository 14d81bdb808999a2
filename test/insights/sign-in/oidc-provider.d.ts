/** As much of `oidc-provider` as the tests use; it brings no types. */
declare module 'oidc-provider' {
  import type { Server } from 'node:http'
  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>)
    callback(): Parameters<typeof import('node:http').createServer>[1]
    listen(port: number): Server
    proxy: boolean
  }
}
