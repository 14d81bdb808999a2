import { ROLES, type Role } from '../../core/account.ts'

/** Which values of the claim give which role: `admin=customs-admins,author=publicity,author=press`. */
export type RoleValues = Map<string, Role>

/** How the setting is written. */
export const ROLE_VALUES = /^\s*(reader|author|admin)=[^,=]+(,\s*(reader|author|admin)=[^,=]+)*\s*$/

/** Reads the setting; a value that is named twice gives the higher role. */
export function readRoleValues(setting: string): RoleValues {
  const values: RoleValues = new Map()
  const pairs = setting.split(',').map((pair) => pair.trim().split('='))
  for (const role of ROLES) for (const [name, value = ''] of pairs) if (name === role) values.set(value.trim(), role)
  return values
}

/** The highest role that a person's claims give; undefined when they give none. @param claim a name, or a path such as `realm_access.roles` */
export function roleFrom(claims: Record<string, unknown>, claim: string, values: RoleValues): Role | undefined {
  const given = valueAt(claims, claim)
  const listed = (Array.isArray(given) ? given : typeof given === 'string' ? given.split(/[\s,]+/) : []).concat(
    typeof given === 'string' ? given : [],
  )
  const roles = listed.flatMap((one) => (typeof one === 'string' ? (values.get(one) ?? []) : []))
  return ROLES.findLast((role) => roles.includes(role))
}

/** A claim by its name, or, where no claim has that name, by the path it is taken for. */
function valueAt(claims: Record<string, unknown>, claim: string): unknown {
  if (Object.hasOwn(claims, claim)) return claims[claim]
  let value: unknown = claims
  for (const part of claim.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Record<string, unknown>)[part]
  }
  return value
}
