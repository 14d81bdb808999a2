import type { Weights } from './rank.ts'
import learned from './weights.json' with { type: 'json' }

/** The weights that serve, as `npm run learn` wrote them. */
export const WEIGHTS: Weights = learned
