import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { amountsIn, type LogLine, type Service, startService, temporaryFolder } from './service.ts'

const QUESTION = '今年还能买多少跨境商品？'
const FIGURE = 'figures/annual-limit.yaml'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let service: Service
let original: string
beforeAll(async () => {
  folder = await temporaryFolder()
  await cp('knowledge', folder.path, { recursive: true })
  original = await readFile(join(folder.path, FIGURE), 'utf8')
  service = await startService({ KNOWLEDGE_DIR: folder.path })
})
afterAll(async () => {
  await service?.[Symbol.asyncDispose]()
  await folder?.[Symbol.asyncDispose]()
})

const reloaded = ({ msg }: LogLine) => msg === 'knowledge reloaded'
const refused = ({ msg }: LogLine) => msg.startsWith('the knowledge has errors')

/** Makes an edit, and waits until the service has noticed: the line it writes about it. */
async function edit(change: () => Promise<unknown>, noticed: (line: LogLine) => boolean): Promise<LogLine> {
  const before = service.lines.length
  await change()
  return service.logged((line) => service.lines.indexOf(line) >= before && noticed(line))
}

const write = (file: string, content: string) => () => writeFile(join(folder.path, file), content)
const readiness = async () => (await service.get('/readyz')).body

/** The figure as somebody writes it when the limit is raised. */
const RAISED = () =>
  original.replace(
    /( {2}- \{ from: 2019-01-01), value: 26000(.*\})/,
    '$1, to: 2026-06-30, value: 26000$2\n  - { from: 2026-07-01, value: 31000$2',
  )

const TOPIC = '- { id: consumer.locomotives, audience: consumer, zh-Hans: 火车头, en: Locomotives }\n'
const phrasings = (title: string) =>
  Array.from({ length: 6 }, (_, index) => `  - ${title} ${'一二三四五六'[index]}`).join('\n')
const CHINESE = `---
title: 紫水晶火车头能跨境买吗
audiences: [consumer]
questions:
${phrasings('紫水晶火车头')}
effective: { from: 2019-01-01 }
reviewed: 2026-11-01
citations:
  - { document: cgs-2018-49, clause: 第一条 }
related: []
next: 不用做什么。
---
紫水晶火车头没有专门的规定。
`
const ENGLISH = `---
title: Amethyst locomotives
questions:
${phrasings('amethyst locomotive').replace(/[一二三四五六]/g, (number) => 'abcdef'['一二三四五六'.indexOf(number)] ?? '')}
next: Nothing has to be done.
---
Nobody has ruled on amethyst locomotives.
`

describe('knowledge that is edited while it serves', () => {
  test('is told from the next question on, when the edit is sound: a limit is raised in one line', async () => {
    const { revision } = (await service.get('/api/knowledge')).body
    expect(amountsIn((await service.ask(QUESTION)).text)[0]).toBe('26,000')

    const line = await edit(write(FIGURE, RAISED()), reloaded)

    const reply = await service.ask(QUESTION)
    expect(amountsIn(reply.text)[0]).toBe('31,000')
    expect(reply.inForce).toEqual({ from: '2026-07-01' })
    expect(amountsIn((await service.ask(QUESTION, { asOf: '2026-06-30' })).text)[0]).toBe('26,000')
    expect(reply.knowledge).not.toBe(revision)
    expect((await service.get('/api/knowledge')).body.revision).toBe(reply.knowledge)
    expect(line.revision).toBe(reply.knowledge)
    expect(await readiness()).toMatchObject({ status: 'ok', knowledge: { revision: reply.knowledge, problems: [] } })
  })

  test('goes on as it was, when the edit is broken, and says what is wrong, by file and line', async () => {
    const { revision } = (await service.get('/api/knowledge')).body
    const broken = RAISED().replace(/document: ([a-z]+)-2018-49/, 'document: $1-2081-49')

    const line = await edit(write(FIGURE, broken), refused)

    expect(amountsIn((await service.ask(QUESTION)).text)[0]).toBe('31,000')
    const { status, body } = await service.get('/readyz')
    expect(status).toBe(200)
    expect(body).toMatchObject({ status: 'degraded', knowledge: { revision } })
    expect(body.knowledge.problems).toEqual([
      expect.stringMatching(/^figures\/annual-limit\.yaml:5 {2}.*"cgs-2081-49"\n.*Did you mean "cgs-2018-49"/),
    ])
    expect(line.problems).toEqual(body.knowledge.problems)
  })

  test('tells of every fault at once, the broken file included', async () => {
    await edit(write('figures/single-limit.yaml', 'name: [\nunit: CNY\n'), refused)
    const { problems } = (await readiness()).knowledge
    expect(problems).toContainEqual(expect.stringMatching(/^figures\/single-limit\.yaml:\d+ {2}not valid YAML/))
    expect(await service.ask(QUESTION)).toMatchObject({ outcome: 'answered' })
  })

  test('recovers when it is mended', async () => {
    await edit(async () => {
      await cp('knowledge/figures/single-limit.yaml', join(folder.path, 'figures/single-limit.yaml'))
      await writeFile(join(folder.path, FIGURE), original)
    }, reloaded)
    expect(await readiness()).toMatchObject({ status: 'ok', knowledge: { problems: [] } })
    expect(amountsIn((await service.ask(QUESTION)).text)[0]).toBe('26,000')
  })

  test('recovers when it is put back as it served, which changes nothing', async () => {
    const { revision } = (await service.get('/api/knowledge')).body
    await edit(write('topics.yaml', '- id: ['), refused)
    expect((await readiness()).status).toBe('degraded')
    await cp('knowledge/topics.yaml', join(folder.path, 'topics.yaml'))
    await expect.poll(async () => (await readiness()).status).toBe('ok')
    expect((await service.get('/api/knowledge')).body.revision).toBe(revision)
  })

  test('follows a new entry in a new folder, and its going away', async () => {
    const path = join(folder.path, 'entries/consumer.locomotives')
    await edit(async () => {
      await mkdir(path)
      await writeFile(join(path, 'amethyst.zh-Hans.md'), CHINESE)
      await writeFile(join(path, 'amethyst.en.md'), ENGLISH)
      const topics = await readFile(join(folder.path, 'topics.yaml'), 'utf8')
      await writeFile(join(folder.path, 'topics.yaml'), `${topics}${TOPIC}`)
    }, reloaded)
    expect(await service.ask('紫水晶火车头能跨境买吗')).toMatchObject({
      outcome: 'answered',
      entry: 'amethyst',
      topic: 'consumer.locomotives',
    })
    expect((await service.ask('Amethyst locomotives')).text).toMatch(/^Nobody has ruled on amethyst locomotives\./)
    await edit(async () => {
      await rm(path, { recursive: true })
      await cp('knowledge/topics.yaml', join(folder.path, 'topics.yaml'))
    }, reloaded)
    expect((await service.ask('紫水晶火车头能跨境买吗')).entry).not.toBe('amethyst')
  })

  test('survives the folder being moved away for a while, as a deployment may', async () => {
    const away = `${folder.path}-away`
    await edit(() => rename(join(folder.path, 'figures'), away), refused)
    expect(await service.ask(QUESTION)).toMatchObject({ outcome: 'answered' })
    expect((await readiness()).status).toBe('degraded')
    await rename(away, join(folder.path, 'figures'))
    await expect.poll(async () => (await readiness()).status).toBe('ok')
  })

  test('never made a question fail', async () => {
    expect(service.lines.filter(({ msg }) => msg === 'turn failed')).toEqual([])
  })
})
