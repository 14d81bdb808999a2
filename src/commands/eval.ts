import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command } from '../command-line.ts'
import { dayInChina } from '../core/day.ts'
import { type Baseline, changesSince, readBaseline, saveBaseline } from '../eval/baseline.ts'
import { crossTable, crossValidate } from '../eval/cross-validate.ts'
import { fullReport, nameOf, sideBySide, totals } from '../eval/report.ts'
import { type Judged, runDialogues, runQuestions } from '../eval/run.ts'
import { served } from '../eval/served.ts'
import { trials } from '../eval/trials.ts'
import { parseExamples } from '../knowledge/parse-examples.ts'
import { readExamples } from '../knowledge/read.ts'
import { WEIGHTS } from '../search/weights.ts'
import { learnedTopics } from '../topics/learned-topics.ts'

const USAGE = `usage: npm run eval -- path/to/questions … [--failures | --totals] [--cross-validate] [--save]
  folders of JSON Lines, or files; one whose name begins with "dialogues" holds conversations
  --failures        also what was not right, question by question
  --totals          the totals only: for a set that nobody may look into
  --cross-validate  also every way of asking, asked of knowledge that has not seen it (takes minutes)
  --save            keep the verdicts as the baseline that later runs are compared with
`

/** Question files asked through `POST /api/answers` of a real service with a log of its own, and how the replies fared. */
export const run: Command = async (args, config) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      failures: { type: 'boolean', default: false },
      totals: { type: 'boolean', default: false },
      'cross-validate': { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
    },
  })
  const files = (await Promise.all(positionals.map(filesOf))).flat()
  if (files.length === 0 && !values['cross-validate']) {
    process.stderr.write(USAGE)
    return 64
  }
  await using parts = new AsyncDisposableStack()
  const { ask, scopeOf, service } = await served(config, parts)
  const say = (text: string) => process.stdout.write(`${text}\n`)

  const judged: Judged[] = []
  for (const file of files.filter((one) => !isDialogue(one)))
    judged.push(...(await runQuestions(file, nameOf(file), ask, scopeOf)))
  const sets = Map.groupBy(judged, ({ file }) => file.replace(/\/.*/, ''))
  const columns = Object.fromEntries([...sets].map(([set, list]) => [set, totals(list)]))
  const after: Baseline = {
    totals: Object.fromEntries(Object.entries(columns).map(([set, figures]) => [set, { ...figures }])),
    verdicts: values.totals ? {} : Object.fromEntries(judged.map(({ question, verdict }) => [question.id, verdict])),
  }
  if (judged.length > 0) say(sideBySide(columns))
  const learned = learnedTopics().learnedFrom.filter((set) => set in columns)
  if (learned.length > 0)
    say(`\nTopics were learned from ${learned.join(', ')}: npm run learn -- topics tells how these fare unseen.`)
  if (judged.length > 0 && !values.totals) say(`\n${fullReport(judged)}`)
  const before = await readBaseline()
  if (!values.totals) {
    const { better, worse } = changesSince(before, judged)
    say(`\nSince the baseline: ${better.length} better, ${worse.length} worse`)
    for (const change of [...better, ...worse]) say(`  ${change}`)
  }
  for (const file of files.filter(isDialogue)) {
    const turns = await runDialogues(file, ask)
    const right = turns.filter((turn) => turn.right).length
    after.totals[nameOf(file)] = { turns: turns.length, right: right / Math.max(1, turns.length) }
    say(`\nTurns of ${nameOf(file)} right: ${right} of ${turns.length}`)
    if (values.failures)
      for (const turn of turns)
        if (!turn.right)
          say(`  ${turn.id}.${turn.turn} ${turn.user}\n      ${turn.text.slice(0, 160).replaceAll('\n', ' ')}`)
  }
  if (values.failures)
    for (const { question, reply, verdict } of judged)
      if (verdict !== 'right' && verdict !== 'clarified')
        say(
          `  ${verdict} ${question.id} [${question.topic ?? question.expect}] ${question.q.slice(0, 80)} → ${reply.outcome} ${reply.why ?? ''} ${reply.entry ?? ''}`,
        )
  if (values['cross-validate']) {
    const { examples } = parseExamples(await readExamples(config.KNOWLEDGE_DIR))
    const results = crossValidate(trials(service.knowledge.current(), examples, dayInChina(new Date())), WEIGHTS)
    say(`\n${crossTable(results)}`)
    for (const [kind, figures] of Object.entries(results)) after.totals[`cross-validated, ${kind}`] = { ...figures }
  }
  if (values.save) await saveBaseline(before, after)
  return 0
}

const isDialogue = (file: string): boolean => basename(file).startsWith('dialogues')

async function filesOf(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  return (await readdir(path))
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(path, name))
}
