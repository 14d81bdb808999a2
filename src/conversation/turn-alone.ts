import { NO_CONTROLS } from '../core/controls.ts'
import type { Day } from '../core/day.ts'
import { type Turn, type TurnParts, workOutTurn } from './turn.ts'

/** A question by itself, worked out without recording anything: for whoever wants to know how it would be answered and counted. Throws what a turn would apologise for. */
export function turnAlone(
  text: string,
  asOf: Day | undefined,
  parts: Pick<TurnParts, 'understanding' | 'weights' | 'translate' | 'today'>,
): Turn {
  return workOutTurn(
    {
      ...parts,
      utterance: { text, channel: 'terminal', asOf },
      session: undefined,
      controls: NO_CONTROLS,
      publicUrl: undefined,
      askAPerson: false,
    },
    (error) => {
      throw error
    },
  )
}
