import { type Logger, type LoggerOptions, pino } from 'pino'
import { withoutWords } from './without-words.ts'

/** Bytes of lines that are gathered into one write, and after how many milliseconds they are written if there are fewer. */
const [GATHERED, LATEST] = [8192, 50]

/**
 * The one logger, passed down: a line of JSON for each event. Never anybody's words; {@link withoutWords} is a second net for fields that could hold them.
 * Lines are gathered, so that no turn waits for a terminal or a pipe; what is gathered when the process ends, even by a crash, is written first.
 */
export const createLog = (level: string): Logger =>
  pino(optionsFor(level), pino.destination({ dest: 1, sync: false, minLength: GATHERED, periodicFlush: LATEST }))

const optionsFor = (level: string): LoggerOptions => ({
  level,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { log: withoutWords },
  serializers: { error: describeError },
})

/** What a log keeps of an error: its kind, message and place. */
function describeError(error: unknown): { type: string; message: string; stack?: string | undefined } {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) }
  return { type: error.name, message: error.message, stack: error.stack }
}

export type { Logger }
