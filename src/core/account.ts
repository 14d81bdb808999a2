/** What somebody may do in the office: read the numbers; write from them; turn things off. Each may do what the one before may. */
export const ROLES = ['reader', 'author', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Whether a role may do what another is needed for. */
export const mayAct = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed)

/** Somebody who is signed in to the office. */
export type Account = { name: string; role: Role }
