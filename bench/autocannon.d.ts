declare module 'autocannon' {
  type Sent = { method: 'POST'; headers: Record<string, string>; body: string }
  type Request = Sent | { setupRequest: (request: object) => object & Sent }
  type Options = { url: string; connections: number; duration: number; requests: Request[] }
  type Result = { requests: { average: number; total: number }; non2xx: number; errors: number }
  /** Loads a server; resolves when the time is over. */
  export default function autocannon(options: Options): Promise<Result>
}
