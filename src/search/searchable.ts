/** Something a question can lead to, in all languages together, as the index takes it in. */
export type Searchable = {
  /** Unique across kinds: an entry's id, or `boundary:` and a boundary's. */
  id: string
  /** The group it belongs to: its topic. */
  topic: string
  titles: string[]
  /** How people ask for it. */
  questions: string[]
  /** What it says. */
  bodies: string[]
}

/** What speaks for a hit. Each can be explained; none is negative. */
export const SIGNALS = [
  'lunr',
  'words',
  'topic',
  'letters',
  'sounds',
  'form',
  'asked',
  'meaning',
  'phrasing',
  'held',
  'twin',
  'near',
  'learned',
] as const

/**
 * How well a question fits one searchable.
 *
 * `lunr`: lunr's score, squeezed to 0…1. `words`, `letters`, `sounds`, `form`: how much likelier the question's words (its pieces of spelling, its pairs of syllables, its form) are in this
 * searchable's language than in all; in tens of nats. `topic`: the same of its words and the searchable's topic. `asked`: likeness of words (cosine) to all it is asked by and says.
 * `meaning`: likeness in a space where those that share words lie together. `phrasing`: likeness of words to the nearest of its phrasings. `held`: share of the nearest phrasing's weight that the question
 * holds. `twin`: how nearly the question is that phrasing (both, multiplied and squared). `near`: how nearly the
 * question is spelled as one of its phrasings (Dice of pieces of spelling, cubed: half alike is not nearly the same). `learned`: how likely this one is meant rather than any other, as learned from
 * the ways of asking; in tens of nats above next to nothing.
 */
export type Signals = Record<(typeof SIGNALS)[number], number>

/** One searchable found for a question. */
export type Hit = { id: string; signals: Signals /** The phrasing it is nearest to. */; nearest: string }

/**
 * What was found, and what the question is like as a whole: the share of its weight that the knowledge has no word for, and how many words it has that the
 * knowledge knows, in tens: many words find something everywhere.
 */
export type Found = { hits: Hit[]; unknown: number; length: number }
