import type { Day } from '../src/core/day.ts'

/** Somebody signed in to the office's pages of a service. */
export type Reader = {
  /** Milliseconds until the first byte of the answer. @throws when the service refuses */
  firstByte(path: string): Promise<number>
  /** The whole answer. @throws when the service refuses */
  read(path: string): Promise<string>
}

/** Signs in with a password. @throws when that fails */
export async function signIn(service: string, password: string): Promise<Reader> {
  const address = `${service}/insights/sign-in`
  const page = await fetch(address)
  const asCookie = (response: Response) =>
    response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  const entered = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: service, cookie: asCookie(page) },
    body: new URLSearchParams({ name: 'bench', password, csrf }),
    redirect: 'manual',
  })
  if (entered.status !== 303) throw new Error(`signing in: ${entered.status}`)
  const cookie = asCookie(entered)
  const get = async (path: string) => {
    const response = await fetch(service + path, { headers: { cookie } })
    if (!response.ok) throw new Error(`${response.status} at ${path}`)
    return response
  }
  return {
    async firstByte(path) {
      const before = performance.now()
      const reader = (await get(path)).body?.getReader()
      await reader?.read()
      const taken = performance.now() - before
      await reader?.cancel()
      return taken
    },
    read: async (path) => (await get(path)).text(),
  }
}

/**
 * Every page, chart and export of the office that can be reached by links: over the usual four weeks, and, where a section says it narrows by time, over a year
 * and over a narrowed year.
 * @param year the first and the last day
 */
export async function everyAddress(reader: Reader, year: { from: Day; to: Day }): Promise<string[]> {
  const found = new Set<string>()
  const visited = new Set<string>()
  const views = [
    new URLSearchParams({ locale: LOCALE }),
    new URLSearchParams({ locale: LOCALE, ...year }),
    new URLSearchParams({ locale: LOCALE, ...year, channel: 'web', language: 'zh-Hans', audience: 'consumer' }),
  ]
  const waiting = views.map((view) => `/insights?${view}`)
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (visited.has(path)) continue
    visited.add(path)
    found.add(path)
    for (const link of linksOf(await reader.read(path))) {
      const { pathname, searchParams } = new URL(link, 'http://office.invalid')
      if (!pathname.startsWith('/insights') || /sign-(?:in|out)|\.css$/.test(pathname)) continue
      // Another language of a page costs the same.
      if ((searchParams.get('locale') ?? LOCALE) !== LOCALE) continue
      found.add(link)
      if (!/\.\w+$/.test(pathname) && visited.size < MOST_PAGES) waiting.push(link)
    }
  }
  return [...found].sort()
}

const LOCALE = 'zh-Hans'

/** Pages whose links are followed, at most. */
const MOST_PAGES = 80

const linksOf = (page: string): string[] =>
  [...page.matchAll(/(?:href|src|srcset)="([^"#]+)"/g)].map(
    ([, link = '']) => link.replaceAll('&amp;', '&').split(' ')[0] ?? '',
  )
