/** Something a question can lead to, in one language, as the index takes it in. */
export type Searchable = {
  /** Unique across kinds: an entry's id, or `boundary:` and a boundary's. */
  id: string
  title: string
  topic: string
  /** How people ask for it. */
  questions: string[]
  body: string
}

/** What speaks for a hit. Each lies between 0 and about 1 and can be explained. */
export const SIGNALS = [
  'lunr',
  'asked',
  'told',
  'heard',
  'phrasing',
  'held',
  'twin',
  'sound',
  'title',
  'topic',
] as const

/**
 * How well a question fits one searchable. `lunr`: lunr's score, squeezed. `asked`, `told`, `heard`: BM25 of the question's words against how people ask for it, of its words against its text, and of its
 * syllable pairs against how people ask, each as a share of the most it could be. `phrasing`: likeness of words to the nearest of its phrasings (cosine of weighted terms). `held`: share of the nearest phrasing's weight that
 * the question holds. `twin`: how nearly the question is that phrasing (both of these, multiplied and squared). `sound`: likeness of sound to the nearest phrasing (Dice of syllable pairs). `title`: likeness to its title. `topic`: share of all hits' `asked` that lies in its topic.
 */
export type Signals = Record<(typeof SIGNALS)[number], number>

/** One searchable found for a question. */
export type Hit = { id: string; signals: Signals /** The phrasing it is nearest to. */; nearest: string }

/** What a question consists of once it was cut. */
export type Query = { terms: string[]; sounds: string[] }

/** What was found, and the share of the question's weight that the knowledge has no word for. */
export type Found = { hits: Hit[]; unknown: number }
