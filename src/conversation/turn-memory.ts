import { hash } from 'node:crypto'
import type { Controls } from '../core/controls.ts'
import type { Day } from '../core/day.ts'
import type { Utterance } from '../core/utterance.ts'
import type { Turn } from './turn.ts'
import type { Understanding } from './understanding.ts'

/** A turn as it is kept: nobody may change it, since others are told the same; the session as text. */
export type RememberedTurn = Pick<Turn, 'reply' | 'record' | 'errand'> & {
  session: string
  /** Whether it was worked out before. */
  again?: true
}

/** What turns came to, for whoever asks the same in the same place. */
export type TurnMemory = {
  /**
   * The turn that was worked out for the same inputs, or what `workOut` comes to, which is remembered unless it is no turn to be remembered.
   * @param session what the conversation remembers, as text
   */
  turn(inputs: TurnInputs, workOut: () => { turn: RememberedTurn; remember: boolean }): RememberedTurn
}

/** Everything that a turn depends on and that can change while the service runs. */
export type TurnInputs = {
  utterance: Omit<Utterance, 'speaker'>
  session: string | undefined
  today: Day
  understanding: Understanding
  controls: Controls
}

/** Turns within a conversation that were met once and may be met again. */
const MOST_MET = 4_096

/** Texts of replies among which another of the same words is looked for. */
const MOST_SHARED = 2_048

/**
 * Turns in memory. People ask the same things, and a turn is a pure function of its inputs. Everything is forgotten when the knowledge, the day or what is switched off changes; the turns
 * that were not asked for longest go first when there are too many. What was said is kept as a digest: the words are nobody's to read here.
 *
 * Many conversations begin alike, and hardly any two go on alike: what depends on the turns before is kept when it is met a second time.
 * @param most turns
 * @param mostBytes of replies, sessions and texts, roughly
 */
export function turnsInMemory({ most = 20_000, mostBytes = 24_000_000 } = {}): TurnMemory {
  const held = new Map<string, { turn: RememberedTurn; bytes: number }>()
  let total = 0
  let scope: { understanding: Understanding; today: Day; controls: Controls; written: string } | undefined

  /** Texts that were kept lately, to be kept once: the same is told to whoever asks for it in other words. */
  const texts = new Map<string, string>()
  function shared(text: string): string {
    const known = texts.get(text) ?? text
    texts.delete(known)
    texts.set(known, known)
    if (texts.size > MOST_SHARED) for (const oldest of texts.keys()) if (texts.delete(oldest)) break
    return known
  }

  /** Digests of turns within conversations that were worked out and not kept. */
  const met = new Set<string>()
  function metBefore(key: string): boolean {
    if (met.delete(key)) return true
    met.add(key)
    if (met.size > MOST_MET) for (const oldest of met) if (met.delete(oldest)) break
    return false
  }

  /** Forgets everything when what is the same for everybody has changed. */
  function stayWithin({ understanding, today, controls }: TurnInputs): void {
    if (scope?.understanding === understanding && scope.today === today && scope.controls === controls) return
    // Looked at again and again, controls are others each time and mostly say the same.
    const written = writeControls(controls)
    if (scope?.understanding !== understanding || scope.today !== today || scope.written !== written) {
      held.clear()
      texts.clear()
      met.clear()
      total = 0
    }
    scope = { understanding, today, controls, written }
  }

  function keep(key: string, turn: RememberedTurn): void {
    const bytes = weightOf(turn)
    if (bytes > mostBytes) return
    held.set(key, {
      turn: frozen({ ...turn, again: true, reply: { ...turn.reply, text: shared(turn.reply.text) } }),
      bytes,
    })
    total += bytes
    for (const [oldest, { bytes: freed }] of held) {
      if (held.size <= most && total <= mostBytes) break
      held.delete(oldest)
      total -= freed
    }
  }

  return {
    turn(inputs, workOut) {
      stayWithin(inputs)
      const key = keyOf(inputs)
      const known = held.get(key)
      if (known) {
        held.delete(key)
        held.set(key, known)
        return known.turn
      }
      const { turn, remember } = workOut()
      if (remember && (inputs.session === undefined || metBefore(key))) keep(key, turn)
      return turn
    },
  }
}

const keyOf = ({ utterance: { text, channel, conversation, locale, audience, asOf }, session }: TurnInputs): string =>
  hash('sha256', JSON.stringify([text, channel, conversation !== undefined, locale, audience, asOf, session]), 'base64')

/** Bytes of a turn, roughly: its texts, the session once more for the citations, choices and numbers of the reply, which it holds too, and a little for the rest. */
const weightOf = ({ reply, record, session }: RememberedTurn): number =>
  2 * (reply.text.length + record.text.length + 2 * session.length + 256)

const writeControls = (controls: Controls): string => JSON.stringify({ ...controls, topics: [...controls.topics] })

/** Frozen to the bottom: whoever would change a shared reply fails at once, not the next who asks. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}
