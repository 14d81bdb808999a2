import type { Database } from '../database/database.ts'
import { POSTGRESQL_MIGRATIONS } from './postgresql-migrations.ts'
import { SQLITE_MIGRATIONS } from './sqlite-migrations.ts'

/** Makes the question log's tables or brings them up to date. @throws CannotOpenDatabase */
export const migrateQuestions = (database: Database): Promise<void> =>
  database.migrate('questions', database.dialect === 'sqlite' ? SQLITE_MIGRATIONS : POSTGRESQL_MIGRATIONS)
