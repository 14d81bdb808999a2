import type { Day } from './day.ts'
import { type EffectivePeriod, inForce } from './effective-period.ts'
import type { DocumentId } from './official-document.ts'

/**
 * One line of the positive list, in the words of the official annex, which is Chinese. In a version that is not complete, the name may be a
 * description and a missing remark means that none is known.
 */
export type PositiveListLine = {
  /** Eight digits without dots. */
  code: string
  name: string
  remark?: string | undefined
}

/** A version of the positive list (正面清单), as far as it is loaded. */
export type PositiveList = {
  /** Year and month in which it took effect (`2022-03`). */
  id: string
  documents: DocumentId[]
  effective: EffectivePeriod
  /** How many lines the official list has. */
  total: number
  /** Whether all of them are loaded. Only then does a code that is missing here mean that it is not listed. */
  complete: boolean
  lines: ReadonlyMap<string, PositiveListLine>
}

/** The version in force on a day; undefined before the first. */
export const positiveListOn = (versions: readonly PositiveList[], on: Day): PositiveList | undefined =>
  versions.find(({ effective }) => inForce(effective, on))

/**
 * What a version says about a code. `listed`: here is its line; `not-listed`: the whole version is loaded and the code is not in it;
 * `not-loaded`: the version is only partly loaded, the official list decides; `heading`: fewer than eight digits, which name no single line:
 * here are the loaded lines below it; `no-code`: no tariff code at all.
 */
export type LookUp =
  | { found: 'listed'; line: PositiveListLine }
  | { found: 'heading'; lines: PositiveListLine[] }
  | { found: 'not-listed' | 'not-loaded' | 'no-code' }

/**
 * Looks up an HS code. Dots and spaces do not count. Longer codes (the ten digits of a customs declaration) are cut to the eight that the list
 * uses; four to seven digits are a heading.
 */
export function lookUp(code: string, list: PositiveList): LookUp {
  const digits = code.normalize('NFKC').replace(/[\s.\-–—]/g, '')
  if (!/^\d{4,13}$/.test(digits)) return { found: 'no-code' }
  if (digits.length < 8)
    return { found: 'heading', lines: [...list.lines.values()].filter((line) => line.code.startsWith(digits)) }
  const line = list.lines.get(digits.slice(0, 8))
  if (line) return { found: 'listed', line }
  return { found: list.complete ? 'not-listed' : 'not-loaded' }
}
