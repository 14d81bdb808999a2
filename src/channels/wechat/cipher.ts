import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** The platform pads to 32 bytes, although the cipher's own blocks are 16: its keys are 32 bytes long. */
const BLOCK = 32
/** Random bytes before the message, and the four that tell its length. */
const RANDOM = 16
const HEAD = RANDOM + 4

/**
 * The platform's signature: SHA-1 of the token and what is signed, sorted as text and put together.
 * @see https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Access_Overview.html
 */
export const signatureOf = (...parts: string[]): string =>
  createHash('sha1').update(parts.sort().join('')).digest('hex')

/** Whether a signature is the one of these parts; takes the same time wherever it differs. */
export function isSignatureOf(given: string, ...parts: string[]): boolean {
  const expected = Buffer.from(signatureOf(...parts))
  const bytes = Buffer.from(given)
  return bytes.length === expected.length && timingSafeEqual(bytes, expected)
}

/** What turns messages of one account into ciphertext and back. */
export type Cipher = {
  /** The message inside a ciphertext; undefined when it is none, or for another account. Its signature is checked before. */
  open(encrypted: string): string | undefined
  /** A message as ciphertext. `random`, 16 bytes, is given by tests alone. */
  seal(text: string, random?: Buffer): string
}

/**
 * The cipher that the platform publishes: AES-256-CBC, the first half of the key as the initial vector, over 16 random bytes, the message's length
 * in four bytes, the message, and the account's id, padded as in PKCS#7.
 * @param key EncodingAESKey: 43 letters and digits, 32 bytes in base 64
 * @see https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/Before_Develop/Technical_Plan.html
 */
export function createCipher({ key, appId }: { key: string; appId: string }): Cipher {
  const secret = Buffer.from(`${key}=`, 'base64')
  const vector = secret.subarray(0, 16)
  const account = Buffer.from(appId)
  return {
    seal(text, random = randomBytes(RANDOM)) {
      const message = Buffer.from(text)
      const length = Buffer.alloc(4)
      length.writeUInt32BE(message.length)
      const bare = HEAD + message.length + account.length
      const padding = BLOCK - (bare % BLOCK)
      const cipher = createCipheriv('aes-256-cbc', secret, vector).setAutoPadding(false)
      const plain = Buffer.concat([random, length, message, account, Buffer.alloc(padding, padding)])
      return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64')
    },
    open(encrypted) {
      const bytes = Buffer.from(encrypted, 'base64')
      if (bytes.length === 0 || bytes.length % 16 !== 0) return undefined
      const decipher = createDecipheriv('aes-256-cbc', secret, vector).setAutoPadding(false)
      const plain = unpadded(Buffer.concat([decipher.update(bytes), decipher.final()]))
      if (!plain || plain.length < HEAD) return undefined
      const end = HEAD + plain.readUInt32BE(RANDOM)
      if (end > plain.length || !plain.subarray(end).equals(account)) return undefined
      return plain.toString('utf8', HEAD, end)
    },
  }
}

/** Without its padding; undefined when that is not as it should be. */
function unpadded(plain: Buffer): Buffer | undefined {
  const padding = plain.at(-1) ?? 0
  if (padding < 1 || padding > BLOCK || padding > plain.length) return undefined
  const bare = plain.length - padding
  return plain.subarray(bare).every((byte) => byte === padding) ? plain.subarray(0, bare) : undefined
}
