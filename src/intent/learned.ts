import { readFileSync } from 'node:fs'
import type { IntentModel } from './intent.ts'
import marks from './learned/marks.json' with { type: 'json' }
import { readSoftmax } from './softmax.ts'

const read = (name: string) => readSoftmax(readFileSync(new URL(`./learned/${name}.txt`, import.meta.url), 'utf8'))

/** The model that serves, as `npm run learn` wrote it. */
export const INTENTS: IntentModel = {
  kinds: read('kinds'),
  unlawful: read('unlawful'),
  elsewhere: read('elsewhere'),
  marks,
}
