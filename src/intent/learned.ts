import { readFileSync } from 'node:fs'
import type { IntentModel } from './intent.ts'
import marks from './learned/marks.json' with { type: 'json' }
import { readSoftmax } from './softmax.ts'

const read = (name: string) => readSoftmax(readFileSync(new URL(`./learned/${name}.txt`, import.meta.url), 'utf8'))

let held: IntentModel | undefined

/** The model that serves, as `npm run learn` wrote it; read when it is first asked for, so that starting does not wait for it. */
export function learnedIntents(): IntentModel {
  held ??= { kinds: read('kinds'), unlawful: read('unlawful'), elsewhere: read('elsewhere'), marks }
  return held
}
