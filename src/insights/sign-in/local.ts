import { hash } from 'node:crypto'
import { isPassword } from './password.ts'

/** Signing in with the office's own password. */
export interface Local {
  /** What sessions stand on: another password ends them. */
  readonly basis: string
  /** Whether it is the password; undefined when too many are being checked to look at another. */
  check(password: string): Promise<boolean | undefined>
}

/** Passwords that wait to be checked at most; each takes a tenth of a second and 32 MB. */
const MOST_WAITING = 10

/** Checks passwords against a hash, one at a time, so that a flood of guesses takes no more than one core and one share of memory. */
export function local(passwordHash: string): Local {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return {
    basis: hash('sha256', passwordHash).slice(0, 32),
    async check(password) {
      if (waiting >= MOST_WAITING) return undefined
      waiting++
      const checked = last.then(() => isPassword(password, passwordHash))
      last = checked.catch(() => {})
      try {
        return await checked
      } finally {
        waiting--
      }
    },
  }
}
