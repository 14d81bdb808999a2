/**
 * What the office keeps beside the question log. Text and small whole numbers alone, which every database hands back alike. Moments are ISO 8601
 * in UTC with milliseconds, so that they sort as text.
 */
export type OfficeTables = {
  office_secret: SecretRow
  office_session: SessionRow
  office_audit: AuditRow
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
