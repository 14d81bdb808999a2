/** What is kept for whoever wants to be told of changes. Moments are ISO 8601 in UTC, so that they sort as text. */
export type SubscriptionTables = {
  subscription: SubscriptionRow
  entry_seen: SeenRow
  tiding: TidingRow
}

/** One wish of one person. Deleted when it is taken back: nothing of it stays. */
export type SubscriptionRow = {
  /** Hash of channel and speaker. */
  person: string
  /** `entry:` and an entry's id, or `topic:` and a topic's. */
  subject: string
  channel: string
  speaker: string
  address: string
  locale: string
  since: string
}

/** How an entry stood when changes were last looked for. */
export type SeenRow = {
  entry: string
  /** JSON of a {@link Standing}. */
  standing: string
}

/** A change that one person has been or is to be told of; there is one at most for a person and a change. */
export type TidingRow = {
  person: string
  /** Entry and the mark of how it stands now. */
  change: string
  /** JSON: the entry and what is different. */
  difference: string
  /** `waiting`; `sent`, from the moment a process sets about it, so that nobody is told twice. */
  state: string
  attempts: number
  at: string
}
