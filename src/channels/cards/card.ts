/** An element of a card, as its schema has it. */
export type Element = { type: string } & Record<string, unknown>

/**
 * An Adaptive Card.
 * @see https://adaptivecards.io/explorer/AdaptiveCard.html
 */
export type Card = { body: Element[]; actions?: Element[] }

/** Text that is shown to the letter: a card's text is Markdown, and what people typed may look like it. */
export const words = (text: string, more: Record<string, unknown> = {}): Element => ({
  type: 'TextBlock',
  text: text.replace(/([\\`*_[\]])/g, '\\$1'),
  wrap: true,
  ...more,
})

/** Markdown of ours in a card. */
export const markdown = (text: string): Element => ({ type: 'TextBlock', text, wrap: true, spacing: 'none' })

/** A card as an activity carries it. */
export const attachmentOf = ({ body, actions }: Card, version: string) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version,
    body,
    ...(actions && { actions }),
  },
})
