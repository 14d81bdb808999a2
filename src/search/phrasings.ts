/** One way of asking, as terms with their weight and as sounds. */
export type Phrasing = {
  text: string
  terms: Set<string>
  weight: Map<string, number>
  norm: number
  sounds: Set<string>
}

/** Gives every term of the phrasings its weight. */
export function weighPhrasings(phrasings: Phrasing[], weight: (term: string) => number | undefined): void {
  for (const phrasing of phrasings) {
    for (const term of phrasing.terms) phrasing.weight.set(term, weight(term) ?? 0)
    phrasing.norm = Math.hypot(...phrasing.weight.values())
  }
}

/** Likeness of a question to phrasings, of which the last is a title: `phrasing`, `held`, `twin`, `sound` and `title` of the signals, and the nearest text. */
export function likenessTo(phrasings: Phrasing[], words: ReadonlyMap<string, number>, syllables: ReadonlySet<string>) {
  const norm = Math.hypot(...words.values())
  const best = { phrasing: 0, held: 0, twin: 0, sound: 0, title: 0, text: '' }
  let both = -1
  phrasings.forEach(({ text, weight, norm: own, sounds }, index) => {
    let dot = 0
    for (const [term, worth] of words) dot += worth * (weight.get(term) ?? 0)
    const likeness = dot === 0 ? 0 : dot / (norm * own)
    if (index === phrasings.length - 1) best.title = likeness
    if (likeness > best.phrasing) {
      best.phrasing = likeness
      best.held = Math.min(1, dot / (own * own))
    }
    best.twin = Math.max(best.twin, (likeness * Math.min(1, own === 0 ? 0 : dot / (own * own))) ** 2)
    let shared = 0
    for (const sound of syllables) if (sounds.has(sound)) shared++
    const alike = shared === 0 ? 0 : (2 * shared) / (syllables.size + sounds.size)
    best.sound = Math.max(best.sound, alike)
    if (likeness + alike > both) {
      both = likeness + alike
      best.text = text
    }
  })
  return best
}
