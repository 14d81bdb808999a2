import { crc32 } from 'node:zlib'

/** The first day that the format can tell; a package of the same files is the same to the byte. */
const DATE = 0x21
/** The version of the format that is needed to read files stored as they are. */
const VERSION = 20
/** File names are UTF-8. */
const UTF8 = 0x800

/** A few small files as a ZIP archive, stored as they are: an app for Teams is uploaded as one.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export function zip(files: { name: string; content: Uint8Array }[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, content } of files) {
    const named = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(VERSION, 0)
    common.writeUInt16LE(UTF8, 2)
    common.writeUInt16LE(DATE, 8)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(named.length, 22)
    const entry = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, named, content])
    const made = Buffer.from([VERSION, 0])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), made, common, place, named]))
    local.push(entry)
    offset += entry.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}
