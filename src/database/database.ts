import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Steps } from './statements.ts'

/** The kinds of database that are spoken to: SQLite in a file of ours, PostgreSQL elsewhere. */
export type DialectName = 'sqlite' | 'postgresql'

/** Steps that lead an empty database to the present schema, by name in order of time. A step that was released is never edited. */
export type Migrations = Record<string, Migration>

/**
 * An opened database, and what one database does differently from another. Several owners keep their tables side by side in it;
 * each sees its own: `tablesOf<QuestionTables>(database)`.
 */
export interface Database<Tables = object> extends AsyncDisposable {
  readonly dialect: DialectName
  /** Queries, in words that both databases understand. */
  readonly db: Kysely<Tables>
  /** Where it is, without a password: for messages. */
  readonly where: string
  /** The address another thread or process opens it by; undefined when it lives in this process alone. May hold a password. */
  readonly url: string | undefined
  /** Runs work as one transaction that may write from its first statement on: all of it or none. Never nested. */
  transaction<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>
  /** Takes steps as one transaction: what {@link transaction} does, for what is done with every question and should cost no more than the database itself does. */
  inSteps(steps: () => Steps): Promise<void>
  /**
   * As {@link transaction}, and nobody else's work of this name runs meanwhile, in whatever process. Returns undefined, without
   * running the work, when somebody else's does.
   */
  alone<T>(name: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T | undefined>
  /**
   * Brings one owner's tables up to date, alone, entirely or not at all. Costs nothing once it has succeeded. Rejects while the
   * database is away.
   * @throws CannotOpenDatabase with reason `newer` when a newer version has taken these tables further.
   */
  migrate(owner: Owner, migrations: Migrations): Promise<void>
  /** Whether an error is about the values of a row, not about the database. */
  rejectsRow(error: unknown): boolean
  /**
   * Overwrites what was deleted, where the database would keep it lying about. Best effort: what cannot be done now, because somebody is reading, is done another time.
   * @param table that something was deleted from; none where it left with a partition
   */
  scrub(table?: 'salt' | 'handover'): Promise<void>
}

/** Whose tables. Each owner's steps are remembered apart, so that neither has to know the other's. */
export type Owner = 'questions' | 'office' | 'spool' | 'subscriptions' | 'handover' | 'demo'

/** The same database, with the tables of one owner in sight. */
export const tablesOf = <Tables>(database: Database): Database<Tables> => database as unknown as Database<Tables>
