import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { understand } from '../src/conversation/understanding.ts'
import { keptIndex } from '../src/kept-index.ts'
import { put, smallKnowledge } from './knowledge/small-knowledge.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongguan-index-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Whether the index had to be worked out, and what it finds. */
function open(knowledge = smallKnowledge()) {
  let built = false
  const kept = keptIndex(folder)
  const understanding = understand(knowledge, (sources, build) =>
    kept(sources, () => {
      built = true
      return build()
    }),
  )
  const found = ['年度限值是多少', 'annual limit', 'niandu xianzhi', '综合税率', 'nonsense'].map(understanding.search)
  return { built, found }
}

test('an index is worked out once, and taken up again it finds the same, signal for signal', async () => {
  const [first, second] = [open(), open()]
  expect([first.built, second.built]).toEqual([true, false])
  expect(second.found).toEqual(first.found)
  expect(first.found[0]?.hits.length).toBeGreaterThan(0)
  expect(await readdir(folder)).toHaveLength(1)
})

test('other knowledge has another index', () => {
  open()
  const { built } = open(smallKnowledge({ 'figures/annual-limit.yaml': put('年度限值', '一年的限值') }))
  expect(built).toBe(false)
  const asked = smallKnowledge({
    'entries/quota.annual/annual-limit.zh-Hans.md': put('  - ', '  - 一年到头最多能买多少\n  - '),
  })
  expect(open(asked).built).toBe(true)
})

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['empty', () => Buffer.alloc(0)],
  ['something else', () => Buffer.from('{"ids": []}')],
  ['changed in one bit', (bytes: Buffer) => bytes.fill((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1)],
])('a kept index that is %s is worked out anew', async (_, damage) => {
  const { found } = open()
  const [name = ''] = await readdir(folder)
  await writeFile(join(folder, name), damage(await readFile(join(folder, name))))
  const again = open()
  expect([again.built, again.found]).toEqual([true, found])
  expect(open().built).toBe(false)
})

test('a folder that cannot be made costs time and nothing else', async () => {
  await writeFile(join(folder, 'file'), '')
  const kept = keptIndex(join(folder, 'file', 'below'))
  const { hits } = understand(smallKnowledge(), kept).search('年度限值是多少')
  expect(hits.length).toBeGreaterThan(0)
})
