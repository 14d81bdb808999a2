import { deserialize, serialize } from 'node:v8'
import { crc32 } from 'node:zlib'

/** Kinds of columns, by number as they are written. */
const KINDS = [Int8Array, Uint8Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array] as const
type Column = InstanceType<(typeof KINDS)[number]>

/** Where a column lies: the number of its kind, bytes from the beginning of the columns, and how many numbers. */
type Place = [kind: number, start: number, length: number]

/** What stands in a value where a column stood. */
type Stand = { column: number }

/** Four bytes each: the checksum of all that follows it, and the length of the head. */
const [CHECKSUM, PREFACE] = [4, 8]
/** Columns begin where any of their numbers may stand. */
const ALIGNED = 8

const aligned = (length: number): number => Math.ceil(length / ALIGNED) * ALIGNED

/**
 * Writes a value whose typed arrays can be used where they lie: the checksum, then the value with a stand-in for each typed array, then the arrays. Reading it back takes one read and
 * makes nothing, where `v8.deserialize` leaves a second copy of what is not aligned and a buffer that is thrown away.
 * @param value plain values, maps, sets, and typed arrays in objects and lists of objects
 * @returns what is to be written, in pieces: the arrays as they are, so that nothing as large as all of them is made
 */
export function packColumns(value: object): Uint8Array[] {
  const columns: Uint8Array[] = []
  const places: Place[] = []
  let end = 0
  const standing = replaced(value, (part): Stand | undefined => {
    const kind = KINDS.findIndex((one) => part instanceof one)
    if (kind === -1) return undefined
    const { buffer, byteOffset, byteLength, length } = part as Column
    places.push([kind, end, length])
    columns.push(new Uint8Array(buffer, byteOffset, byteLength), new Uint8Array(aligned(byteLength) - byteLength))
    end += aligned(byteLength)
    return { column: places.length - 1 }
  })
  const head = serialize({ standing, places })
  const preface = Buffer.alloc(PREFACE)
  const padding = new Uint8Array(aligned(PREFACE + head.length) - PREFACE - head.length)
  const pieces = [preface, head, padding, ...columns]
  preface.writeUInt32LE(head.length, CHECKSUM)
  preface.writeUInt32LE(
    pieces.reduce((sum, piece, at) => crc32(at === 0 ? piece.subarray(CHECKSUM) : piece, sum), 0),
    0,
  )
  return pieces
}

/**
 * Reads what {@link packColumns} wrote. The typed arrays are views of `bytes`.
 * @throws when anything in it is not as it was written
 */
export function unpackColumns(bytes: Buffer): unknown {
  if (bytes.length < PREFACE || bytes.readUInt32LE(0) !== crc32(bytes.subarray(CHECKSUM)))
    throw new Error('not as it was written')
  const headEnd = PREFACE + bytes.readUInt32LE(CHECKSUM)
  const { standing, places } = deserialize(bytes.subarray(PREFACE, headEnd)) as { standing: object; places: Place[] }
  const from = bytes.byteOffset + aligned(headEnd)
  return replaced(standing, (part): Column | undefined => {
    const [kind, start, length] = places[(part as Stand).column] ?? []
    const Kind = KINDS[kind ?? -1]
    return Kind === undefined ? undefined : new Kind(bytes.buffer as ArrayBuffer, from + (start ?? 0), length)
  })
}

/** A value with another in the place of some of its parts, however deep. */
function replaced(value: unknown, other: (part: object) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const instead = other(value)
  if (instead !== undefined) return instead
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return value
  if (Array.isArray(value)) return typeof value[0] === 'object' ? value.map((part) => replaced(part, other)) : value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, replaced(part, other)]))
}
