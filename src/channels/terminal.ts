import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Reply, Respond } from '../core/reply.ts'
import { toPlainText } from './markdown.ts'

/** A reply as a terminal shows it: plain text, and the choices below it, numbered where they were not. */
export function showReply({ text, choices, outcome }: Reply): string {
  const shown = toPlainText(text)
  if (choices.length === 0 || outcome === 'clarified') return shown
  return `${shown}\n\n${choices.map(({ label }) => `› ${label}`).join('\n')}`
}

/**
 * A conversation in the terminal: one line in, one reply out, until the input ends. Words between the lines are the caller's.
 * @param prompt what stands before each line
 */
export async function chat(
  respond: Respond,
  { input, output, prompt = '> ' }: { input: Readable; output: Writable; prompt?: string },
): Promise<void> {
  const lines = createInterface({ input, output, prompt, terminal: false })
  output.write(prompt)
  for await (const line of lines) {
    if (line.trim()) {
      const reply = await respond({ text: line, channel: 'terminal', conversation: 'terminal', speaker: 'terminal' })
      output.write(`\n${showReply(reply)}\n\n`)
    }
    output.write(prompt)
  }
  output.write('\n')
}
