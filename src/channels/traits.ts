/** How a channel writes bold type, links and lists. `sparse` is Markdown without lists, headings and tables. */
export type Dialect = 'markdown' | 'sparse' | 'slack' | 'plain'

/** What a channel can show. */
export type Traits = {
  dialect: Dialect
  /** The most characters (UTF-16 units) of one message; longer ones are cut or refused by the channel. */
  longest: number
  /** The most messages that one answer may become where the rest can be read on its page. */
  messages: number
  /** The highest version of Adaptive Cards it draws; absent where it draws none. */
  card?: '1.5' | '1.6'
  /** How a card's button says an utterance: as Teams wants it told, or as text that the client shows. */
  press?: 'teams' | 'text'
  /** The most buttons below a message, and the most characters on one; none where there are none. */
  buttons?: { most: number; longest: number }
  /** Whether there are none in groups. */
  buttonsInPrivateOnly?: boolean
  /** Whether it is written to only when it is mentioned, in groups. */
  mentionInGroups?: boolean
  /** Whether it shows that somebody writes. */
  typing?: boolean
  /** Whether it looks for `[1]` where a citation is to be shown, and offers to rate a message. */
  marks?: boolean
  /** False where `channelData` is handed on to the channel's own interface, which knows nothing of ours. */
  data?: boolean
}

const MANY = { most: 20, longest: 200 }

/**
 * The channels by their ids in the protocol.
 * @see https://learn.microsoft.com/azure/bot-service/bot-service-channels-reference and each channel's own documentation
 */
const TRAITS: Record<string, Traits> = {
  msteams: {
    dialect: 'markdown',
    longest: 20_000,
    messages: 2,
    card: '1.5',
    press: 'teams',
    buttons: { most: 6, longest: 200 },
    buttonsInPrivateOnly: true,
    mentionInGroups: true,
    typing: true,
    marks: true,
  },
  webchat: {
    dialect: 'markdown',
    longest: 50_000,
    messages: 1,
    card: '1.6',
    press: 'text',
    buttons: MANY,
    typing: true,
  },
  directline: {
    dialect: 'markdown',
    longest: 50_000,
    messages: 1,
    card: '1.6',
    press: 'text',
    buttons: MANY,
    typing: true,
  },
  emulator: {
    dialect: 'markdown',
    longest: 50_000,
    messages: 1,
    card: '1.5',
    press: 'text',
    buttons: MANY,
    typing: true,
  },
  slack: {
    dialect: 'slack',
    longest: 4000,
    messages: 3,
    buttons: { most: 5, longest: 75 },
    mentionInGroups: true,
    data: false,
  },
  telegram: {
    dialect: 'sparse',
    longest: 4096,
    messages: 3,
    buttons: MANY,
    mentionInGroups: true,
    typing: true,
    data: false,
  },
  line: {
    dialect: 'plain',
    longest: 5 * 1000,
    messages: 3,
    buttons: { most: 13, longest: 20 },
    mentionInGroups: true,
    data: false,
  },
  facebook: {
    dialect: 'plain',
    longest: 2 * 1000,
    messages: 3,
    buttons: { most: 13, longest: 20 },
    typing: true,
    data: false,
  },
  groupme: { dialect: 'plain', longest: 1000, messages: 3, mentionInGroups: true, data: false },
  email: { dialect: 'markdown', longest: 100_000, messages: 1, data: false },
  sms: { dialect: 'plain', longest: 1600, messages: 1, data: false },
}

/** A channel that is not in the table: what every client of the protocol can show. */
const OTHER: Traits = { dialect: 'markdown', longest: 20_000, messages: 3, buttons: MANY, typing: true }

/** Our own page draws everything itself, from the reply's words. */
export const OWN_PAGE: Traits = {
  dialect: 'markdown',
  longest: Number.POSITIVE_INFINITY,
  messages: 1,
  buttons: { most: 20, longest: Number.POSITIVE_INFINITY },
}

/** What the channel of this id can show. */
export const traitsOf = (channel: string | undefined): Traits =>
  channel !== undefined && Object.hasOwn(TRAITS, channel) ? (TRAITS[channel] ?? OTHER) : OTHER
