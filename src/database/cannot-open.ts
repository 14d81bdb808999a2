/** Why the database cannot be opened, and what to do about it; the part of a message after the path. */
const REASONS = {
  url: 'is not a database this version can use. Set DATABASE_URL to sqlite: and the path of a file, such as sqlite:./data/questions.db, or to postgres://user:password@host:5432/name.',
  folder: 'is a folder. Set DATABASE_URL to a file inside it, such as sqlite:./data/questions.db.',
  'not-a-folder': 'lies under something that is a file, not a folder. Correct the path in DATABASE_URL.',
  permission:
    'may not be written by this user. Give the user that runs Tongguan the right to write to the file and to its folder, or set DATABASE_URL to another place.',
  'read-only': 'lies on storage that can only be read. Set DATABASE_URL to a place that can be written to.',
  full: 'cannot grow: the storage is full. Make room, or set DATABASE_URL to another place.',
  busy: 'is held by another program. Stop it, or wait until it has finished, and start again.',
  foreign:
    'belongs to another program: it is a SQLite database, but not a question log. It was left as it is. Set DATABASE_URL to a new file.',
  'not-a-database':
    'is not a SQLite database. It was left as it is. Set DATABASE_URL to a new file, or move this one away.',
  corrupt:
    'is damaged. Restore it from a backup, or save what can be read with the sqlite3 program (.recover), move the file away together with its -wal and -shm files, and start again.',
  newer: 'was written by a newer version of Tongguan. Run that version, or set DATABASE_URL to another file.',
  refused:
    'does not let this user in. Correct the user, the password or the name of the database in DATABASE_URL, or give the user the right to make tables there.',
  away: 'cannot be reached. Start the server, or correct the address in DATABASE_URL.',
  unknown: 'cannot be opened.',
} as const

/** Why a database cannot be opened. */
export type CannotOpenReason = keyof typeof REASONS

/** The database of the question log cannot be opened. The message is for whoever runs the service: it names the place and what to do. */
export class CannotOpenDatabase extends Error {
  /** The path of a file, or the address without user and password. */
  readonly path: string
  readonly reason: CannotOpenReason

  constructor(path: string, reason: CannotOpenReason, cause?: unknown) {
    const said = reason === 'unknown' && cause instanceof Error ? ` ${cause.message}` : ''
    super(`The question log ${path} ${REASONS[reason]}${said}`, { cause })
    this.name = 'CannotOpenDatabase'
    this.path = path
    this.reason = reason
  }
}

/** By `errno` name of the operating system. */
const BY_ERRNO: Record<string, CannotOpenReason> = {
  EISDIR: 'folder',
  ENOTDIR: 'not-a-folder',
  EEXIST: 'not-a-folder',
  EACCES: 'permission',
  EPERM: 'permission',
  EROFS: 'read-only',
  ENOSPC: 'full',
  EDQUOT: 'full',
}

/** By primary result code of SQLite (https://www.sqlite.org/rescode.html). */
const BY_RESULT: Record<number, CannotOpenReason> = {
  3: 'permission',
  5: 'busy',
  6: 'busy',
  8: 'permission',
  11: 'corrupt',
  13: 'full',
  14: 'permission',
  23: 'permission',
  26: 'not-a-database',
}

/** By the condition PostgreSQL names: class 28, no such database, no right. (https://www.postgresql.org/docs/current/errcodes-appendix.html) */
const REFUSED = /^(28...|3D000|42501)$/
/** Not there, not yet there, or on its way down. */
const AWAY = /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOST\w+|ENET\w+|ENOTFOUND|EAI_\w+|08...|57P0.|53300)$/

/** Whether an error, or what caused it, says that the database cannot be reached. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof CannotOpenDatabase) return error.reason === 'away'
  return describeOpenError('', error).reason === 'away' || isAway(error.cause)
}

/** What an error met on opening means. */
export function describeOpenError(path: string, error: unknown): CannotOpenDatabase {
  const { code = '', errcode, message } = error as { code?: string; errcode?: number; message?: string }
  const known =
    BY_ERRNO[code] ??
    (REFUSED.test(code)
      ? 'refused'
      : AWAY.test(code) || /timeout|terminated/i.test(message ?? '')
        ? 'away'
        : undefined) ??
    BY_RESULT[(errcode ?? 0) & 0xff] ??
    (message?.startsWith('corrupted migrations') ? 'newer' : 'unknown')
  return new CannotOpenDatabase(path, known, error)
}
