import { parseArgs } from 'node:util'
import { showReply } from '../channels/terminal.ts'
import type { Command } from '../command-line.ts'
import { explain } from '../conversation/respond.ts'
import { day, dayInChina } from '../core/day.ts'
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
    const lines = trace.hits.slice(0, SHOWN).map(
      ({ id, confidence, signals, nearest }) =>
        `  ${confidence.toFixed(3)}  ${id}  ${Object.entries(signals)
          .map(([name, value]) => `${name} ${value.toFixed(2)}`)
          .join(', ')}  ~ ${nearest}`,
    )
    process.stdout.write(
      `\n--\noutcome ${reply.outcome} ${reply.why ?? ''}\nrule ${trace.rule}\nterms ${trace.terms.join(' · ')}\n${lines.join('\n')}\n`,
    )
  }
  return 0
}
