/** Who asks. Consumers buy for themselves; merchants sell, ship or declare. */
export const AUDIENCES = ['consumer', 'merchant'] as const
export type Audience = (typeof AUDIENCES)[number]
