import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'

/** Cost of a hash: OWASP's second choice for scrypt (N = 2^15, r = 8, p = 3), 32 MB and about a tenth of a second. */
const COST = { N: 2 ** 15, r: 8, p: 3 }
const LENGTH = 32
/** The most that a hash may cost to check, so that a mistyped setting cannot stop the service. */
const MEMORY = 256 * 1024 * 1024
const FORM = /^scrypt:(\d+):(\d+):(\d+):([\w-]{16,}):([\w-]{43})$/

/** The shortest password that a hash is made of. */
export const SHORTEST_PASSWORD = 12

/** What a hash of {@link hashPassword} looks like. It has no `$`, which compose files and shells would take for a variable. */
export const isPasswordHash = (text: string): boolean => FORM.test(text)

const derive = (password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, LENGTH, { ...cost, maxmem: MEMORY }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )

/** A hash to keep instead of a password: `scrypt:N:r:p:salt:key`. @param cost as in RFC 7914; it goes along in the hash */
export async function hashPassword(password: string, cost = COST): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join(':')
}

/** Whether a password is the one behind a hash. Takes as long whether it is or not. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = FORM.exec(hash) ?? []
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  const derived = await derive(password, Buffer.from(salt, 'base64url'), cost)
  return timingSafeEqual(derived, Buffer.from(key, 'base64url'))
}

/** Letters that are not taken for one another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password nobody can guess, easy to type: four groups of five letters, 99 bits. */
export const makePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join(
    '-',
  )
