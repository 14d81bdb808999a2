/**
 * What the office keeps beside the question log. Text and small whole numbers alone, which every database hands back alike. Moments are ISO 8601
 * in UTC with milliseconds, so that they sort as text.
 */
export type OfficeTables = {
  office_secret: SecretRow
  office_session: SessionRow
  office_audit: AuditRow
  office_control: ControlRow
  office_campaign: CampaignRow
  office_correction: CorrectionRow
}

/** A secret that was made once and is shared by all processes. */
type SecretRow = { name: string; value: string }

/** Somebody who is signed in. */
export type SessionRow = {
  /** Hash of the token in the cookie: whoever reads the table cannot sign in with it. */
  id: string
  name: string
  role: string
  /** How the person signed in: `password` or `oidc`. */
  method: string
  /** What the session stands on: it ends when this is no longer so (the password in force). */
  basis: string
  began: string
  seen: string
}

/** What somebody looked at, took away or changed. Written once, never changed: the database refuses. */
export type AuditRow = {
  id: string
  at: string
  who: string
  role: string
  did: string
  what: string
  /** JSON. */
  detail: string
}

/** Something that is switched off or announced. */
type ControlRow = {
  /** `service`, `banner`, or `topic:` and the topic's id. */
  subject: string
  zh: string
  en: string
  /** Why, for the record; empty where what is told to people says it. */
  reason: string
  who: string
  at: string
}

/** Something that was done to reach the public. */
export type CampaignRow = {
  id: string
  name: string
  starts: string
  ends: string
  /** Ids of topics, JSON. */
  topics: string
  /** Empty: everybody. */
  audience: string
  /** Empty: every channel. */
  channel: string
  link: string
  who: string
  at: string
}

/** Something that was told and was wrong. */
export type CorrectionRow = {
  id: string
  entry: string
  /** First and last day on which it was told. */
  since: string
  until: string
  wrong_zh: string
  wrong_en: string
  right_zh: string
  right_en: string
  /** Revision of the knowledge that was wrong, where it is known. */
  knowledge: string
  who: string
  at: string
}
