import type { Built } from './build.ts'

/**
 * Takes up sound knowledge that was made of the same files before, or has it made.
 * @param revision digest of the files
 */
export type KeepKnowledge = (revision: string, build: () => Promise<Built>) => Promise<Built>
