import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keptKnowledge } from '../src/kept-knowledge.ts'
import { buildKnowledge } from '../src/knowledge/build.ts'
import { readFolder } from '../src/knowledge/read.ts'
import { revisionOf } from '../src/knowledge/revision.ts'
import { smallFiles, TODAY } from './knowledge/small-knowledge.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongguan-kept-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** What a start makes of files, and whether it had to parse them. */
async function open(files: ReadonlyMap<string, string>) {
  let parsed = false
  const built = await keptKnowledge(folder)(revisionOf(files), async () => {
    parsed = true
    return buildKnowledge(files, { today: TODAY, reviewAfterDays: 365 })
  })
  return { parsed, ...built }
}

test('all the knowledge that comes with the service is kept as it was made', async () => {
  const files = await readFolder('knowledge')
  const [first, second] = [await open(files), await open(files)]
  expect([first.parsed, second.parsed]).toEqual([true, false])
  expect(second.knowledge).toEqual(first.knowledge)
  expect(second.knowledge?.plainNumbers.size).toBeGreaterThan(0)
})

test('a changed file is parsed', async () => {
  await open(smallFiles())
  const changed = smallFiles()
  changed.set('figures/annual-limit.yaml', `${changed.get('figures/annual-limit.yaml')}\n`)
  expect((await open(changed)).parsed).toBe(true)
})

test('knowledge with errors is not kept', async () => {
  const broken = smallFiles()
  broken.set('figures/annual-limit.yaml', 'name: [')
  for (const _ of [1, 2]) {
    const { parsed, knowledge, problems } = await open(broken)
    expect([parsed, knowledge, problems.length > 0]).toEqual([true, undefined, true])
  }
})

test('a damaged file is made anew', async () => {
  const { knowledge } = await open(smallFiles())
  const [name = ''] = await readdir(folder)
  const bytes = await readFile(join(folder, name))
  await writeFile(join(folder, name), bytes.fill(0, 40, 80))
  const again = await open(smallFiles())
  expect([again.parsed, again.knowledge]).toEqual([true, knowledge])
  expect((await open(smallFiles())).parsed).toBe(false)
})
