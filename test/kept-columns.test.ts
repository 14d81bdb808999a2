import { expect, test } from 'vitest'
import { packColumns, unpackColumns } from '../src/kept-columns.ts'

const VALUE = {
  name: '限值',
  lists: [{ a: Uint16Array.of(1, 2, 65_535) }, { a: new Uint32Array(0) }],
  within: { bytes: Int8Array.of(-127, 127, 0), exact: Float64Array.of(0.1, -3.14e100), words: ['one', 'two'] },
  map: new Map([['x', 1]]),
  set: new Set(['9610']),
  nothing: undefined,
}

const packed = (value: object) => Buffer.concat(packColumns(value))

test('a value comes back as it was', () => {
  expect(unpackColumns(packed(VALUE))).toEqual(VALUE)
})

test('its columns lie in the bytes that were read', () => {
  const bytes = packed(VALUE)
  const { within } = unpackColumns(bytes) as typeof VALUE
  expect(within.exact.buffer).toBe(bytes.buffer)
})

test('columns of a part of a buffer are written, not the whole of it', () => {
  const part = { numbers: Float32Array.of(1, 2, 3, 4).subarray(1, 3) }
  expect(unpackColumns(packed(part))).toEqual({ numbers: Float32Array.of(2, 3) })
})

test('a single other bit anywhere is noticed', () => {
  const bytes = packed(VALUE)
  for (let at = 0; at < bytes.length; at++) {
    const damaged = Buffer.from(bytes)
    damaged[at] = (damaged[at] ?? 0) ^ 1
    expect(() => unpackColumns(damaged), `byte ${at}`).toThrow()
  }
})

test.each([0, 4, 8, 60])('a file cut to %i bytes is noticed', (length) => {
  expect(() => unpackColumns(packed(VALUE).subarray(0, length))).toThrow()
})
