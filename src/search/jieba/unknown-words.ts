import { FIRST, LAST, NEVER, STATES, type UnknownWords } from './packed.ts'

const [BEGIN, END, MIDDLE, SINGLE] = [0, 1, 2, 3] as const
/** What may stand before each state; of two that are equally likely, the one of the higher number is taken. */
const BEFORE = [
  [END, SINGLE],
  [BEGIN, MIDDLE],
  [BEGIN, MIDDLE],
  [END, SINGLE],
] as const
const SPAN = LAST - FIRST + 1

/** Characters that the model knows, and between them those that it does not. */
const KNOWN_OR_NOT = /[\u4e00-\u9fd5]+|[^\u4e00-\u9fd5]+/g

/** Cuts a run of characters that are no words of the dictionary into likely words; characters that the model does not know stay together. */
export function cutUnknown(model: UnknownWords, run: string, words: string[]): void {
  for (const [part] of run.matchAll(KNOWN_OR_NOT)) {
    const first = part.charCodeAt(0)
    if (part.length === 1 || first < FIRST || first > LAST) words.push(part)
    else cutByStates(part, likeliestStates(model, part), words)
  }
}

/** The likeliest states of the characters (Viterbi, 1967). */
function likeliestStates({ initial, transitions, emissions }: UnknownWords, text: string): Uint8Array {
  const emission = (state: number, at: number) => emissions[state * SPAN + text.charCodeAt(at) - FIRST] ?? NEVER
  let likelihoods = Float64Array.from(initial, (one, state) => one + emission(state, 0))
  const came = new Uint8Array(text.length * STATES)
  for (let at = 1; at < text.length; at++) {
    const next = new Float64Array(STATES)
    BEFORE.forEach(([first, second], state) => {
      const emitted = emission(state, at)
      const by = (before: number) =>
        (likelihoods[before] ?? NEVER) + (transitions[before * STATES + state] ?? NEVER) + emitted
      const [one, other] = [by(first), by(second)]
      next[state] = other >= one ? other : one
      came[at * STATES + state] = other >= one ? second : first
    })
    likelihoods = next
  }
  const states = new Uint8Array(text.length)
  let state: number = (likelihoods[SINGLE] ?? NEVER) >= (likelihoods[END] ?? NEVER) ? SINGLE : END
  for (let at = text.length - 1; at >= 0; at--) {
    states[at] = state
    state = came[at * STATES + state] ?? 0
  }
  return states
}

function cutByStates(text: string, states: Uint8Array, words: string[]): void {
  let begin = 0
  let cut = 0
  states.forEach((state, at) => {
    if (state === BEGIN) begin = at
    if (state !== END && state !== SINGLE) return
    words.push(text.slice(state === END ? begin : at, at + 1))
    cut = at + 1
  })
  if (cut < text.length) words.push(text.slice(cut))
}
