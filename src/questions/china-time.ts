import type { Day } from '../core/day.ts'
import { isoWeek } from './spans.ts'

/** China keeps UTC+8 all year and has had no summer time since 1991, so an offset is enough and costs nothing per turn. */
const OFFSET = 8 * 3_600_000

const shifted = (instant: Date) => new Date(instant.getTime() + OFFSET)

/** The calendar day in China at an instant. */
export const dayOf = (instant: Date): Day => shifted(instant).toISOString().slice(0, 10)

/** An instant as ISO 8601 in China time with its offset: `2026-11-23T18:37:00.123+08:00`. */
export const isoInChina = (instant: Date): string => shifted(instant).toISOString().replace('Z', '+08:00')

/**
 * The ISO 8601 week in China time, `2026-W48`: weeks begin on Monday and belong to the year that holds their Thursday, so the
 * first days of January may fall in week 52 or 53 of the year before.
 */
export const weekOf = (instant: Date): string => isoWeek(dayOf(instant))
