import { writeSync } from 'node:fs'
import { openQuestionLog } from '../../src/questions/open.ts'
import { asked } from './asked.ts'

/** Records as fast as it can and prints each id once its record is committed. Ends when it is killed. */
const [url = '', round = ''] = process.argv.slice(2)
const log = await openQuestionLog(url, { now: () => new Date() })
let made = 0

async function ask(): Promise<never> {
  for (;;) {
    const id = `${round}-${made++}`
    await log.record(asked({ id }))
    writeSync(1, `${id}\n`)
  }
}
await Promise.all(Array.from({ length: 8 }, ask))
