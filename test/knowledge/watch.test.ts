import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { valueOn } from '../../src/core/figure.ts'
import { UnreadableKnowledge } from '../../src/knowledge/read.ts'
import { BrokenKnowledge, type WatchedKnowledge, watchKnowledge } from '../../src/knowledge/watch.ts'
import { put, smallFiles, TODAY } from './small-knowledge.ts'

const FIGURE = 'figures/annual-limit.yaml'
const sound = smallFiles().get(FIGURE) ?? ''

/** A folder of its own on the disk, and what its watcher reports. */
async function watched(files = smallFiles()) {
  const parts = new AsyncDisposableStack()
  const parent = await mkdtemp(join(tmpdir(), 'tongguan-test-'))
  parts.defer(() => rm(parent, { recursive: true, force: true, maxRetries: 3 }))
  const folder = join(parent, 'knowledge')
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  for (const [file, text] of files) await write(file, text)
  const reports: string[] = []
  const waiting = new Set<() => void>()
  const knowledge: WatchedKnowledge = parts.use(
    await watchKnowledge({
      folder,
      today: () => TODAY,
      reviewAfterDays: 365,
      settle: 20,
      onChange: (result) => {
        reports.push(
          'knowledge' in result ? 'served' : result.problems.map(({ file, line }) => `${file}:${line}`).join(),
        )
        for (const look of waiting) look()
      },
    }),
  )
  /** Waits until so many changes were reported. */
  const reported = (count: number) =>
    new Promise<string[]>((resolve) => {
      const look = () => {
        if (reports.length >= count) resolve(reports)
      }
      waiting.add(look)
      look()
    })
  const limit = () => {
    const figure = knowledge.current().figures.get('annual-limit')
    return figure && String(valueOn(figure, TODAY)?.value)
  }
  return { folder, write, knowledge, reports, reported, limit, [Symbol.asyncDispose]: () => parts.disposeAsync() }
}

describe('knowledge that follows its folder', () => {
  test('serves a good change from the next turn on, and whoever took the old one keeps it', async () => {
    await using at = await watched()
    const taken = at.knowledge.current()
    expect(at.limit()).toBe('26000')
    await at.write(FIGURE, put('26000', '30000')(sound))
    expect(await at.reported(1)).toEqual(['served'])
    expect(at.limit()).toBe('30000')
    expect(at.knowledge.current().revision).not.toBe(taken.revision)
    expect(taken.figures.get('annual-limit')?.values.map(({ value }) => String(value))).toEqual(['20000', '26000'])
    expect(at.knowledge.problems()).toEqual([])
  })

  test('keeps the last good knowledge when a change is broken, says what is wrong, and recovers when it is mended', async () => {
    await using at = await watched()
    await at.write(FIGURE, put('26000', '"twenty-six thousand"')(sound))
    expect(await at.reported(1)).toEqual([`${FIGURE}:5`])
    expect(at.limit()).toBe('26000')
    expect(at.knowledge.problems()).toMatchObject([
      { file: FIGURE, line: 5, what: expect.stringContaining('is no number') },
    ])

    await at.write(FIGURE, put('26000', '30000')(sound))
    expect(await at.reported(2)).toEqual([`${FIGURE}:5`, 'served'])
    expect(at.limit()).toBe('30000')
    expect(at.knowledge.problems()).toEqual([])
  })

  test('has nothing to complain about any more when a broken change is taken back', async () => {
    await using at = await watched()
    await at.write(FIGURE, 'broken')
    await at.reported(1)
    await at.write(FIGURE, sound)
    await expect.poll(() => at.knowledge.problems()).toEqual([])
    expect(at.limit()).toBe('26000')
  })

  test('notices new files in new folders, files that go, and files that are replaced as editors do', async () => {
    await using at = await watched()
    const [zh = '', en = ''] = ['zh-Hans', 'en'].map(
      (locale) =>
        smallFiles()
          .get(`entries/tax.rates/composite-rate.${locale}.md`)
          ?.replace(/ {2}- (?!\{)(.*)/g, '  - $1 again') ?? '',
    )
    await at.write('entries/quota.annual/again.en.md', en)
    await at.write('entries/quota.annual/again.zh-Hans.md', zh)
    await expect.poll(() => at.knowledge.current().entries.has('again')).toBe(true)

    await rm(join(at.folder, 'entries/quota.annual/again.en.md'))
    await rm(join(at.folder, 'entries/quota.annual/again.zh-Hans.md'))
    await expect.poll(() => at.knowledge.current().entries.has('again')).toBe(false)

    await writeFile(join(at.folder, `${FIGURE}.tmp`), put('26000', '30000')(sound))
    await rename(join(at.folder, `${FIGURE}.tmp`), join(at.folder, FIGURE))
    await expect.poll(() => at.limit()).toBe('30000')
  })

  test('reads a burst of changes once', async () => {
    await using at = await watched()
    for (let limit = 30_000; limit < 30_010; limit++) await at.write(FIGURE, put('26000', String(limit))(sound))
    await expect.poll(() => at.limit()).toBe('30009')
    expect(at.reports.length).toBeLessThan(10)
  })

  test('goes on serving when its folder is deleted, and serves the folder that takes its place', async () => {
    await using at = await watched()
    await rename(at.folder, `${at.folder}-gone`)
    await expect
      .poll(() =>
        at.knowledge
          .problems()
          .map(({ what }) => what)
          .join(),
      )
      .toContain('cannot read the knowledge folder')
    expect(at.limit()).toBe('26000')
    for (const [file, text] of smallFiles({ [FIGURE]: put('26000', '30000') })) await at.write(file, text)
    await expect.poll(() => at.limit(), { timeout: 10_000 }).toBe('30000')
    expect(at.knowledge.problems()).toEqual([])
    await at.write(FIGURE, put('26000', '31000')(sound))
    await expect.poll(() => at.limit()).toBe('31000')
  })

  test('follows a folder that is swapped for another at once, and then changes in that one', async () => {
    await using at = await watched()
    const other = `${at.folder}-next`
    for (const [file, text] of smallFiles({ [FIGURE]: put('26000', '30000') })) {
      await mkdir(dirname(join(other, file)), { recursive: true })
      await writeFile(join(other, file), text)
    }
    await rename(at.folder, `${at.folder}-old`)
    await rename(other, at.folder)
    await expect.poll(() => at.limit(), { timeout: 10_000 }).toBe('30000')
    await at.write(FIGURE, put('26000', '31000')(sound))
    await expect.poll(() => at.limit()).toBe('31000')
  })

  test('deletes nothing and crashes on nothing when the folder is removed with everything in it', async () => {
    await using at = await watched()
    await rm(at.folder, { recursive: true })
    await expect.poll(() => at.knowledge.problems().length).toBeGreaterThan(0)
    expect(at.limit()).toBe('26000')
  })
})

describe('knowledge that cannot be served to begin with', () => {
  test('is refused with everything that is wrong', async () => {
    const files = smallFiles({ [FIGURE]: put('26000', '"26,000"'), 'contacts.yaml': '- id: hotline\n' })
    const broken = watched(files)
    await expect(broken).rejects.toThrow(BrokenKnowledge)
    await expect(broken).rejects.toMatchObject({
      problems: expect.arrayContaining([
        expect.objectContaining({ file: FIGURE, line: 5 }),
        expect.objectContaining({ file: 'contacts.yaml', line: 1 }),
      ]),
    })
  })

  test('is refused when there is no folder, or an empty one', async () => {
    const options = { today: () => TODAY, reviewAfterDays: 365, onChange: () => {} }
    await expect(watchKnowledge({ folder: join(tmpdir(), 'tongguan-no-such-folder'), ...options })).rejects.toThrow(
      UnreadableKnowledge,
    )
    await expect(watched(new Map([['topics.yaml', '[]\n']]))).rejects.toThrow(BrokenKnowledge)
  })
})
