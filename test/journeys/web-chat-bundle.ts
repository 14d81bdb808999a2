import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'

const run = promisify(execFile)

/** The stock client, to the byte: its package weighs 486 MB installed, of which one file is wanted. */
const PACKAGE = 'botframework-webchat@4.18.1'
const INTEGRITY = 'sha512-7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg=='
const BUNDLE = 'package/dist/webchat.js'
const CACHE = join('node_modules', '.cache', 'tongguan')

/** One file of a tar archive: headers of 512 bytes, contents padded to as many. */
function fileIn(archive: Buffer, wanted: string): Buffer {
  for (let at = 0; at < archive.length; ) {
    const field = (from: number, length: number) =>
      archive.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '')
    const size = Number.parseInt(field(124, 12), 8) || 0
    if ([field(345, 155), field(0, 100)].filter(Boolean).join('/') === wanted)
      return archive.subarray(at + 512, at + 512 + size)
    at += 512 + Math.ceil(size / 512) * 512
  }
  throw new Error(`${wanted} is not in the package`)
}

/**
 * The stock Bot Framework Web Chat, taken from its npm package once and kept with the packages.
 * @throws when it cannot be had, or is not the one that was tried
 */
export async function webChatBundle(): Promise<Buffer> {
  const kept = join(CACHE, `${PACKAGE}.tgz`)
  const archive = await readFile(kept).catch(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tongguan-web-chat-'))
    try {
      const { stdout } = await run('npm', [
        'pack',
        PACKAGE,
        '--silent',
        '--ignore-scripts',
        '--pack-destination',
        folder,
      ])
      const packed = await readFile(join(folder, stdout.trim()))
      await mkdir(CACHE, { recursive: true })
      const beside = `${kept}.${process.pid}`
      await writeFile(beside, packed)
      await rename(beside, kept)
      return packed
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
  const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`
  if (integrity !== INTEGRITY) {
    await rm(kept, { force: true })
    throw new Error(`${PACKAGE} is not what it was: ${integrity}`)
  }
  return fileIn(gunzipSync(archive), BUNDLE)
}
