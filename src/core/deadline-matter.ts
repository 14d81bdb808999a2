/**
 * What deadlines are asked about, each from one date: the release of an imported parcel (`import-return`, `import-tax`), the export of goods
 * (`export-return`, `export-refund`), the day a 9810 pre-refund was completed (`warehouse-settlement`), the clearance of a 9610 export list
 * (`export-summary`), any day (`quota-reset`), any day of the quarter whose income a platform reports (`platform-report`), the day a platform
 * started business (`platform-basics`).
 */
export const DEADLINE_MATTERS = [
  'import-return',
  'import-tax',
  'export-return',
  'export-refund',
  'warehouse-settlement',
  'export-summary',
  'quota-reset',
  'platform-report',
  'platform-basics',
] as const
export type DeadlineMatter = (typeof DEADLINE_MATTERS)[number]
