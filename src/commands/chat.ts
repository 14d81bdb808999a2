import { chat } from '../channels/terminal.ts'
import type { Command } from '../command-line.ts'
import { createService } from '../service.ts'
import { createLog } from '../telemetry/log.ts'

/** A conversation in the terminal. */
export const run: Command = async (_args, config) => {
  await using parts = new AsyncDisposableStack()
  const { respond } = await createService(config, createLog('silent'), parts)
  await chat(respond, { input: process.stdin, output: process.stdout })
  return 0
}
