import type { Locale } from '../core/locale.ts'
import type { Choice, Reply } from '../core/reply.ts'
import type { Translate } from '../core/translate.ts'
import { attachmentOf } from './cards/card.ts'
import { choicesCard } from './cards/choices-card.ts'
import { replyCard } from './cards/reply-card.ts'
import { citationEntity, withMarks } from './citation-entity.ts'
import { inDialect } from './dialect.ts'
import { inMessages } from './messages.ts'
import type { Traits } from './traits.ts'

/** Where a reply goes: what the channel can show, whether a group reads it, what it answers and whom. */
export type Addressee = {
  traits: Traits
  translate: Translate
  group?: boolean | undefined
  replyTo?: string | undefined
  to?: string | undefined
}

/**
 * A reply as message activities, nearly always one; who sends them, and to which conversation, is the channel's to add. The last one carries
 * the choices, the citations, and the reply's own values under `channelData.tongguan`.
 */
export function replyActivities(reply: Reply, addressee: Addressee): Record<string, unknown>[] {
  const { traits, translate, replyTo } = addressee
  const { text, choices, ...rest } = reply
  const shown = traits.card === undefined ? undefined : replyCard(reply, translate)
  const offered = offer(reply.outcome, shown?.rest ?? text, choices, reply.locale, addressee)
  const marked = traits.marks ? withMarks(offered.text, reply.citations) : offered.text
  const parts = inMessages(marked, traits)
  const cards = [shown?.card, offered.card].filter((card) => card !== undefined)
  const base = { type: 'message', locale: reply.locale, ...(replyTo !== undefined && { replyToId: replyTo }) }
  return parts.map((part, index) => {
    const message = { ...base, ...inDialect(part, traits.dialect) }
    if (index < parts.length - 1) return { ...message, inputHint: 'ignoringInput' }
    const { card: version } = traits
    return {
      ...message,
      inputHint: 'acceptingInput',
      ...offered.buttons,
      ...(version !== undefined &&
        cards.length > 0 && {
          attachments: cards.map((card) => attachmentOf(card, version)),
          summary: inDialect(text.split('\n\n')[0] ?? '', 'plain').text,
        }),
      ...(reply.citations.length > 0 && { entities: [citationEntity(reply.citations)] }),
      ...(traits.data !== false && {
        channelData: { tongguan: rest, ...(traits.marks && { feedbackLoop: { type: 'default' } }) },
      }),
    }
  })
}

/** What whoever joins is greeted with, and questions to begin with. It is no turn: nothing is logged, and nothing can be rated. */
export function greetingActivity(locale: Locale | undefined, addressee: Addressee): Record<string, unknown> {
  const { traits, translate } = addressee
  const spoken = locale ?? 'zh-Hans'
  const examples = ['example.quota', 'example.tax', 'example.parcel'].map((key) => translate(spoken, key))
  const choices = examples.map((text) => ({ label: text, utterance: text }))
  const { text, card, buttons } = offer('courtesy', translate(spoken, 'courtesy.greet'), choices, spoken, addressee)
  return {
    type: 'message',
    ...inDialect(text, traits.dialect),
    locale: spoken,
    inputHint: 'acceptingInput',
    ...buttons,
    ...(card && traits.card !== undefined && { attachments: [attachmentOf(card, traits.card)] }),
  }
}

/** Choices as the channel can offer them: a menu on a card, others as buttons below the message, else as lines of it. */
function offer(
  outcome: Reply['outcome'],
  text: string,
  choices: Choice[],
  locale: Locale,
  { traits, translate, group, to }: Addressee,
) {
  if (choices.length === 0) return { text }
  const { buttons, press, card } = traits
  const menu = outcome === 'clarified'
  const withButtons = buttons && !(group && traits.buttonsInPrivateOnly) && fits(choices, buttons)
  if (card !== undefined && (menu || !withButtons))
    return { text: menu ? withoutLabels(text, choices) : text, card: choicesCard(choices, press, { numbered: menu }) }
  if (withButtons) {
    const actions = choices.map(({ label, utterance }) => ({ type: 'imBack', title: label, value: utterance }))
    return { text, buttons: { suggestedActions: { to: to === undefined ? [] : [to], actions } } }
  }
  // A menu's numbers stand in its text already.
  if (menu) return { text }
  return {
    text: `${text}\n\n${translate(locale, 'channel.more')}\n${choices.map(({ label }) => `- ${label}`).join('\n')}`,
  }
}

const fits = (choices: Choice[], { most, longest }: NonNullable<Traits['buttons']>): boolean =>
  choices.length <= most && choices.every(({ label }) => label.length <= longest)

/** A menu without the lines that say no more than the buttons. */
function withoutLabels(text: string, choices: Choice[]): string {
  const labels = new Set(choices.map(({ label }, index) => `${index + 1}. ${label}`))
  const kept = text.split('\n').filter((line) => !labels.has(line))
  return kept.join('\n').trim()
}
