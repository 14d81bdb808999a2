import type { WrittenLocale } from './locale.ts'

/** Ways of asking for something to be done, as `knowledge/wishes.yaml` holds them. */
export const WISHES = ['subscribe', 'unsubscribe', 'subscriptions', 'hand-over', 'confirm'] as const
export type WishKind = (typeof WISHES)[number]
/** The lists of words beside the wishes: what only asks, and what widens a wish. */
export const WISH_WORDS = [...WISHES, 'strip', 'whole-topic', 'everything'] as const
export type WishWords = Record<(typeof WISH_WORDS)[number], Record<WrittenLocale, string[]>>
