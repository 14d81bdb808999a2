import { parseArgs } from 'node:util'
import type { Command } from '../command-line.ts'
import { openDatabase } from '../database/open.ts'
import { hashPassword, makePassword, SHORTEST_PASSWORD } from '../insights/sign-in/password.ts'
import { FIRST_PASSWORD, replaceSecret } from '../office/secrets.ts'

/**
 * `password`: the line for `.env` that lets a password in to the insights pages. The password comes from standard input, or one is made. `--keep` puts it into
 * the database in place of the one made at first start instead. Whoever is signed in with another password is signed out either way.
 */
export const run: Command = async (args, config) => {
  const { values } = parseArgs({ args, options: { keep: { type: 'boolean' } } })
  const given = process.stdin.isTTY ? '' : await readAll()
  const password = given === '' ? makePassword() : given
  if (password.length < SHORTEST_PASSWORD) {
    process.stderr.write(`The password must have at least ${SHORTEST_PASSWORD} characters.\n`)
    return 64
  }
  const hash = await hashPassword(password)
  if (given === '') process.stderr.write(`The password is  ${password}\n`)
  if (values.keep) {
    await using database = await openDatabase(config.DATABASE_URL)
    await replaceSecret(database, FIRST_PASSWORD, hash)
    process.stderr.write('It is kept, and holds from the next start.\n')
  } else process.stdout.write(`INSIGHTS_PASSWORD_HASH=${hash}\n`)
  return 0
}

async function readAll(): Promise<string> {
  let text = ''
  for await (const part of process.stdin.setEncoding('utf8')) text += part
  return text.replace(/\r?\n$/, '')
}
