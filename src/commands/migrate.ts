import type { Command } from '../command-line.ts'
import { openDatabase } from '../database/open.ts'
import { migrateOffice } from '../office/migrations.ts'
import { migrateQuestions } from '../questions/migrations.ts'

/** `migrate`: makes the tables of the question log and of the office or brings them up to date, as starting the service does, for those who want it done before. */
export const run: Command = async (_args, config) => {
  await using database = await openDatabase(config.DATABASE_URL)
  await migrateQuestions(database)
  await migrateOffice(database)
  process.stdout.write(`up to date: ${database.where}\n`)
  return 0
}
