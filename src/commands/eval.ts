import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { jsonApi } from '../channels/json-api/routes.ts'
import type { Command } from '../command-line.ts'
import type { Reply } from '../core/reply.ts'
import { type Ask, type Judged, runDialogues, runQuestions, table, topicRight } from '../eval/run.ts'
import { createApp } from '../http/app.ts'
import { listen } from '../http/listen.ts'
import { createService, knowledgeSummary } from '../service.ts'
import { createLog } from '../telemetry/log.ts'

/**
 * `eval <folder or files> [--failures]`: question files (JSON Lines) asked through `POST /api/answers` of a real service on a log of its own, and how
 * the replies fared. A file whose name begins with `dialogues` holds conversations.
 */
export const run: Command = async (args, config) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { failures: { type: 'boolean', default: false } },
  })
  const files = (await Promise.all(positionals.map(filesOf))).flat()
  if (files.length === 0) {
    process.stderr.write('usage: npm run eval -- path/to/questions [--failures]\n')
    return 64
  }
  const folder = await mkdtemp(join(tmpdir(), 'tongguan-eval-'))
  try {
    await using parts = new AsyncDisposableStack()
    const log = createLog('silent')
    const { respond, rate, knowledge, questions, translate } = await createService(
      { ...config, DATABASE_URL: `sqlite:${join(folder, 'questions.db')}` },
      log,
      parts,
    )
    const { server } = createApp({
      channels: [
        jsonApi({ respond, rate, takeTurn: () => 0, knowledgeSummary: () => knowledgeSummary(knowledge.current()) }),
      ],
      pages: [],
      readiness: {
        database: () => questions.condition(),
        knowledge: () => ({ revision: '', problems: [] }),
        stopping: () => false,
      },
      log,
      translate,
      trustProxy: 0,
    })
    const { port } = parts.use(await listen(server, { port: 0, host: '127.0.0.1', grace: 1000 }))
    const ask: Ask = async (body) => {
      const response = await fetch(`http://127.0.0.1:${port}/api/answers`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!response.ok) throw new Error(`${response.status} for ${body.question}`)
      return (await response.json()) as Reply
    }
    const judged: Judged[] = []
    for (const file of files.filter((one) => !basename(one).startsWith('dialogues')))
      judged.push(...(await runQuestions(file, ask)))
    process.stdout.write(`${report(judged)}\n`)
    for (const file of files.filter((one) => basename(one).startsWith('dialogues'))) {
      const turns = await runDialogues(file, ask)
      process.stdout.write(
        `\nTurns of dialogues right: ${turns.filter(({ right }) => right).length} of ${turns.length}\n`,
      )
      if (values.failures)
        for (const { id, turn, user, right, text } of turns)
          if (!right)
            process.stdout.write(`  ${id}.${turn} ${user}\n      ${text.slice(0, 160).replaceAll('\n', ' ')}\n`)
    }
    if (values.failures)
      for (const { question, reply, verdict } of judged)
        if (verdict !== 'right' && verdict !== 'clarified')
          process.stdout.write(
            `  ${verdict} ${question.id} [${question.topic ?? question.expect}] ${question.q.slice(0, 80)} → ${reply.outcome} ${reply.why ?? ''} ${reply.entry ?? ''}\n`,
          )
    return 0
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function filesOf(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  return (await readdir(path))
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(path, name))
}

function report(judged: Judged[]): string {
  const inScope = judged.filter(({ question }) => !question.expect)
  const topics = inScope.filter(topicRight).length
  return [
    table(judged, 'file', ({ file }) => basename(file)),
    table(judged, 'language', ({ question }) => question.lang),
    table(judged, 'kind', ({ question }) => question.kind),
    table(inScope, 'topic', ({ question }) => question.topic ?? ''),
    `Topic as logged is right: ${topics} of ${inScope.length}`,
  ].join('\n\n')
}
