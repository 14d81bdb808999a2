import type { Command } from '../command-line.ts'
import { serve } from '../main.ts'
import { createLog } from '../telemetry/log.ts'

/** Serves the bot until it is told to stop. */
export const run: Command = async (_args, config) => {
  await serve(config, createLog(config.LOG_LEVEL))
  return 0
}
