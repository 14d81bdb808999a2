/** Questions handed to the office. Moments are ISO 8601 in UTC, so that they sort as text. */
export type HandoverTables = { handover: HandoverRow }

export type HandoverRow = {
  reference: string
  state: string
  question: string
  locale: string
  topic: string
  channel: string
  /** Hash of channel and speaker, so that one person cannot fill the inbox. */
  person: string
  /** Where to write back; null where that cannot be. */
  speaker: string | null
  address: string | null
  asked: string
  claimed_by: string | null
  claimed: string | null
  answered: string | null
  answer: string | null
  /** `none`: nothing to deliver yet; `waiting`, `leaving`, `reached`, `kept` for whoever asks with the reference. */
  delivery: string
  attempts: number
}
