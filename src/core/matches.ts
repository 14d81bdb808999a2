/**
 * Every match of a global pattern in a text. Nearly all patterns match nothing in a message, which a search tells without the copy of the pattern that `matchAll` makes for each text.
 */
export const matchesOf = (text: string, pattern: RegExp): RegExpExecArray[] =>
  text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)]
