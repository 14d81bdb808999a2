import { type Logger, pino } from 'pino'

/**
 * The one logger, passed down: a line of JSON for each event. Never anybody's words; `redact` is a second net for fields that could hold them.
 */
export const createLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['text', 'question', 'speaker', '*.text', '*.question', '*.speaker', 'req.headers', '*.token', '*.secret'],
      censor: '[removed]',
    },
    serializers: { error: describeError },
  })

/** What a log keeps of an error: its kind, message and place. */
function describeError(error: unknown): { type: string; message: string; stack?: string | undefined } {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) }
  return { type: error.name, message: error.message, stack: error.stack }
}

export type { Logger }
