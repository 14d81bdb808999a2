import { FIRST, LAST, NEVER, STATES, type UnknownWords } from './packed.ts'

const [BEGIN, END, MIDDLE, SINGLE] = [0, 1, 2, 3] as const
/** What may stand before each state; of two that are equally likely, the second is taken. */
const BEFORE_FIRST = Uint8Array.of(END, BEGIN, BEGIN, END)
const BEFORE_SECOND = Uint8Array.of(SINGLE, MIDDLE, MIDDLE, SINGLE)
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

// Used over and over: runs are many, and most are short.
let came = new Uint8Array(STATES * 64)
let states = new Uint8Array(64)
let likelihoods = new Float64Array(STATES)
let next = new Float64Array(STATES)

/** The likeliest states of the characters (Viterbi, 1967), until the next run is asked about. */
function likeliestStates({ initial, transitions, emissions }: UnknownWords, text: string): Uint8Array {
  if (text.length > states.length) {
    came = new Uint8Array(2 * STATES * text.length)
    states = new Uint8Array(2 * text.length)
  }
  for (let state = 0; state < STATES; state++)
    likelihoods[state] = (initial[state] ?? NEVER) + (emissions[state * SPAN + text.charCodeAt(0) - FIRST] ?? NEVER)
  for (let at = 1; at < text.length; at++) {
    const character = text.charCodeAt(at) - FIRST
    for (let state = 0; state < STATES; state++) {
      const first = BEFORE_FIRST[state] ?? 0
      const second = BEFORE_SECOND[state] ?? 0
      const emitted = emissions[state * SPAN + character] ?? NEVER
      const one = (likelihoods[first] ?? NEVER) + (transitions[first * STATES + state] ?? NEVER) + emitted
      const other = (likelihoods[second] ?? NEVER) + (transitions[second * STATES + state] ?? NEVER) + emitted
      next[state] = other >= one ? other : one
      came[at * STATES + state] = other >= one ? second : first
    }
    const last = likelihoods
    likelihoods = next
    next = last
  }
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
  for (let at = 0; at < text.length; at++) {
    const state = states[at]
    if (state === BEGIN) begin = at
    if (state !== END && state !== SINGLE) continue
    words.push(text.slice(state === END ? begin : at, at + 1))
    cut = at + 1
  }
  if (cut < text.length) words.push(text.slice(cut))
}
