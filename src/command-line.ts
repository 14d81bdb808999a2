import { ConfigProblem, readConfig } from './config.ts'
import { CannotOpenDatabase } from './database/cannot-open.ts'
import { CannotListen } from './http/listen.ts'
import { describeProblem } from './knowledge/problem.ts'
import { UnreadableKnowledge } from './knowledge/read.ts'
import { BrokenKnowledge } from './knowledge/watch.ts'
import { UnreadableWording } from './wording.ts'

/** A subcommand: its arguments in, its exit code out. */
export type Command = (args: string[], config: ReturnType<typeof readConfig>) => Promise<number>

/** Loaded when asked for, so that a quick command starts quickly. */
const COMMANDS: Record<string, () => Promise<{ run: Command }>> = {
  serve: () => import('./commands/serve.ts'),
  chat: () => import('./commands/chat.ts'),
  ask: () => import('./commands/ask.ts'),
  check: () => import('./commands/check.ts'),
  eval: () => import('./commands/eval.ts'),
  learn: () => import('./commands/learn.ts'),
  preview: () => import('./commands/preview.ts'),
  export: () => import('./commands/export.ts'),
  forget: () => import('./commands/forget.ts'),
  migrate: () => import('./commands/migrate.ts'),
  'teams-manifest': () => import('./commands/teams-manifest.ts'),
  'wechat-menu': () => import('./commands/wechat-menu.ts'),
  demo: () => import('./commands/demo.ts'),
  password: () => import('./commands/password.ts'),
  brief: () => import('./commands/brief.ts'),
  'positive-list': () => import('./commands/positive-list.ts'),
}

/** Exit codes as in sysexits.h: usage, no input, unavailable, configuration. */
const USAGE = 64
const NO_INPUT = 66
const UNAVAILABLE = 69
const CONFIGURATION = 78

const fail = (message: string, code: number): number => {
  process.stderr.write(`${message}\n`)
  return code
}

/** Runs the subcommand that the arguments name; expected failures become a message and an exit code. */
export async function runCommand([name = '', ...args]: string[]): Promise<number> {
  // Whoever reads our output may have read enough (`… | head`).
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!load) return fail(`usage: node src/cli.js ${Object.keys(COMMANDS).join(' | ')}`, USAGE)
  try {
    const config = readConfig(process.env)
    return await (await load()).run(args, config)
  } catch (error) {
    if (error instanceof ConfigProblem) return fail(`The settings are not right:\n${error.message}`, CONFIGURATION)
    if (error instanceof BrokenKnowledge)
      return fail(`${error.problems.map(describeProblem).join('\n')}\n${error.message}`, NO_INPUT)
    if (error instanceof UnreadableKnowledge || error instanceof UnreadableWording) return fail(error.message, NO_INPUT)
    if (error instanceof CannotListen || error instanceof CannotOpenDatabase) return fail(error.message, UNAVAILABLE)
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      return fail(error.message, USAGE)
    throw error
  }
}
