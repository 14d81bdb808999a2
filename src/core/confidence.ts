/**
 * How well a fact is known. `verified`: read in a source; `known`: from the document, not re-read; `derived`: worked out from
 * those; `uncertain`: not settled, never stated to a user as fact.
 */
export const CONFIDENCES = ['verified', 'known', 'derived', 'uncertain'] as const
export type Confidence = (typeof CONFIDENCES)[number]
