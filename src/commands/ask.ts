import { parseArgs } from 'node:util'
import { showReply } from '../channels/terminal.ts'
import type { Command } from '../command-line.ts'
import { explainIntent } from '../conversation/intent-of.ts'
import { explain } from '../conversation/respond.ts'
import { explainTopic } from '../conversation/topic-counted.ts'
import { turnAlone } from '../conversation/turn-alone.ts'
import { day, dayInChina } from '../core/day.ts'
import { explainRanking } from '../search/explain.ts'
import { WEIGHTS } from '../search/weights.ts'
import { createService } from '../service.ts'
import { createLog } from '../telemetry/log.ts'

/** Hits shown by `--explain`. */
const SHOWN = 6

/** `ask "question" [--as-of day] [--explain]`: one question answered; with `--explain`, why this answer won and the others lost. */
export const run: Command = async (args, config) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'as-of': { type: 'string' }, explain: { type: 'boolean', default: false } },
  })
  const question = positionals.join(' ')
  const asked = day.optional().safeParse(values['as-of'])
  if (!question || !asked.success) {
    process.stderr.write('usage: npm run ask -- "question" [--as-of 2018-12-31] [--explain]\n')
    return 64
  }
  const asOf = asked.data
  await using parts = new AsyncDisposableStack()
  const service = await createService(config, createLog('silent'), parts)
  const reply = await service.respond({ text: question, channel: 'terminal', speaker: 'terminal', asOf })
  process.stdout.write(`${showReply(reply)}\n`)
  if (values.explain) {
    const trace = explain(question, asOf ?? dayInChina(new Date()), {
      understanding: service.understanding,
      weights: WEIGHTS,
    })
    const understanding = service.understanding()
    const read = understanding.reading(question)
    const { counted } = turnAlone(question, asOf, {
      understanding,
      weights: WEIGHTS,
      translate: service.translate,
      today: dayInChina(new Date()),
    })
    process.stdout.write(
      [
        '',
        '--',
        `outcome ${reply.outcome} ${reply.why ?? ''}`,
        `rule ${trace.rule}`,
        `read as ${read.text}`,
        `terms ${read.words.join(' · ')}`,
        `form ${read.forms.join(', ') || 'none'}`,
        ...explainTopic(counted, question, understanding.topics),
        ...explainIntent(question, understanding.intents),
        ...explainRanking(trace.hits.slice(0, SHOWN), WEIGHTS, (id) => understanding.pulls(question, id)),
        '',
      ].join('\n'),
    )
  }
  return 0
}
