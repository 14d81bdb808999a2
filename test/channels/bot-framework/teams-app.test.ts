import { readFile } from 'node:fs/promises'
import { crc32, inflateSync } from 'node:zlib'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { ICONS, teamsApp } from '../../../src/channels/bot-framework/teams-app.ts'
import { zip } from '../../../src/channels/bot-framework/zip.ts'
import { wording } from '../served.ts'

const CLIENT_ID = '01234567-89ab-cdef-0123-456789abcdef'
const files = teamsApp({
  translate: wording,
  clientId: CLIENT_ID,
  publicUrl: 'https://bot.example.cn',
  version: '1.2.3',
})

const SCHEMAS = {
  manifest: await import('@microsoft/app-manifest/build/json-schemas/teams/v1.19/MicrosoftTeams.schema.json', {
    with: { type: 'json' },
  }),
  language: await import(
    '@microsoft/app-manifest/build/json-schemas/teams/v1.19/MicrosoftTeams.Localization.schema.json',
    {
      with: { type: 'json' },
    }
  ),
}

/** What the published schema says against a value. */
function faults(value: unknown, schema: keyof typeof SCHEMAS) {
  const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv as never)
  const validate = ajv.compile(structuredClone(SCHEMAS[schema].default))
  validate(value)
  return validate.errors ?? []
}

test('the manifest is as its published schema has it, and the languages are as theirs', () => {
  const { 'manifest.json': manifest, ...languages } = files
  expect(faults(manifest, 'manifest')).toEqual([])
  expect(Object.keys(languages)).toEqual(['zh-tw.json', 'en.json'])
  for (const language of Object.values(languages)) expect(faults(language, 'language')).toEqual([])
})

test('the schema is asked: a manifest without an id, or with too long a name, is not let pass', () => {
  const manifest = files['manifest.json'] as Record<string, unknown>
  const { id: _, ...nameless } = manifest
  expect(faults(nameless, 'manifest')).not.toEqual([])
  expect(faults({ ...manifest, name: { short: '长'.repeat(31), full: '长' } }, 'manifest')).not.toEqual([])
})

test('the manifest names the bot, its host, and every language', () => {
  expect(files['manifest.json']).toMatchObject({
    id: CLIENT_ID,
    version: '1.2.3',
    bots: [{ botId: CLIENT_ID, scopes: ['personal', 'team', 'groupChat'] }],
    validDomains: ['bot.example.cn'],
    localizationInfo: {
      defaultLanguageTag: 'zh-cn',
      additionalLanguages: [{ file: 'zh-tw.json' }, { file: 'en.json' }],
    },
  })
  expect(JSON.stringify(files['en.json'])).not.toMatch(/\p{Script=Han}/u)
  expect(files['zh-tw.json']).toMatchObject({ 'name.short': '通關' })
})

/** The size of a PNG, and its pixels as red, green, blue, opacity; the icons are neither interlaced nor of a palette. */
async function pixelsOf(path: string) {
  const png = await readFile(new URL(`../../../teams/${path}`, import.meta.url))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const channels = { 2: 3, 6: 4 }[png[25] ?? 0] ?? 0
  const data: Buffer[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return { width, height, channels, bytes: inflateSync(Buffer.concat(data)).length }
}

test('the icons are there, of the sizes that Teams asks for', async () => {
  expect(await pixelsOf(ICONS.color)).toMatchObject({ width: 192, height: 192 })
  const outline = await pixelsOf(ICONS.outline)
  // Transparent around the lines.
  expect(outline).toMatchObject({ width: 32, height: 32, channels: 4, bytes: 32 * (32 * 4 + 1) })
})

test('the package is a ZIP archive that holds each file to the byte', () => {
  const content = { 'manifest.json': Buffer.from('{"名":1}'), 'color.png': Buffer.from([0, 255, 80, 75]) }
  const archive = zip(Object.entries(content).map(([name, bytes]) => ({ name, content: bytes })))
  const end = archive.length - 22
  expect(archive.toString('latin1', end, end + 4)).toBe('PK\x05\x06')
  let at = archive.readUInt32LE(end + 16)
  const found: Record<string, Buffer> = {}
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    expect(archive.toString('latin1', at, at + 4)).toBe('PK\x01\x02')
    const [sum, size, length] = [
      archive.readUInt32LE(at + 16),
      archive.readUInt32LE(at + 24),
      archive.readUInt16LE(at + 28),
    ]
    const name = archive.toString('utf8', at + 46, at + 46 + length)
    const start = archive.readUInt32LE(at + 42)
    expect(archive.toString('latin1', start, start + 4)).toBe('PK\x03\x04')
    found[name] = archive.subarray(start + 30 + length, start + 30 + length + size)
    expect(crc32(found[name])).toBe(sum)
    at += 46 + length
  }
  expect(found).toEqual(content)
})
