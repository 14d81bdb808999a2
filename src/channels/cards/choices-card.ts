import type { Choice } from '../../core/reply.ts'
import type { Traits } from '../traits.ts'
import type { Card } from './card.ts'

/** What a card's button of ours carries in Teams, which has it posted as the person's own message. */
export const spoken = ({ label, utterance }: Choice) => ({
  msteams: { type: 'messageBack', displayText: label, text: utterance, value: { tongguan: { say: utterance } } },
  tongguan: { say: utterance },
})

/** Choices as buttons. */
export const choicesCard = (choices: Choice[], press: Traits['press'], { numbered }: { numbered: boolean }): Card => ({
  body: [],
  actions: choices.map((choice, index) => ({
    type: 'Action.Submit',
    title: numbered ? `${index + 1}. ${choice.label}` : choice.label,
    data: press === 'teams' ? spoken(choice) : choice.utterance,
  })),
})
