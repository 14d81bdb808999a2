/** Letters that stand side by side in whatever matches: one of these does. */
type Needed = ReadonlySet<string>

/** What a part of a pattern needs: one of each of these; nothing where it can match without. */
type Part = { needed: Needed | undefined; end: number }

/** How many texts hold some letters, roughly: a character of Chinese stands in one of twenty, two side by side in one of hundreds; a Latin letter in all. */
function commonness(letters: string): number {
  const latin = /^[\x20-\x7f]+$/.test(letters)
  return (latin ? 10 : 0.5) / (latin ? 8 : 20) ** (letters.length - 1)
}
const commonnessOf = (needed: Needed): number => [...needed].reduce((sum, letters) => sum + commonness(letters), 0)

/** Letters looked for side by side at most: two characters of Chinese, three of another script. */
const longest = (run: string): number => (/^[\x20-\x7f]+$/.test(run) ? 3 : 2)

/**
 * The letters of which one must stand in a text for a pattern to match it: the rarest that the pattern names. Undefined where it may match without any. Of a regular expression it reads as much as is
 * written in meanings; whatever it does not know needs nothing, which is always true.
 */
export function neededLetters(pattern: string): Needed | undefined {
  return alternatives(pattern, 0).needed
}

/** Alternatives up to the bracket that closes them: one of each is needed. */
function alternatives(pattern: string, start: number): Part {
  const all = new Set<string>()
  let free = false
  let at = start
  for (;;) {
    const { needed, end } = sequence(pattern, at)
    for (const letters of needed ?? []) all.add(letters)
    free ||= needed === undefined
    at = end
    if (pattern[at] !== '|') break
    at++
  }
  return { needed: free ? undefined : all, end: at }
}

/** Parts one after the other, all of which are needed: the rarest is enough to know. */
function sequence(pattern: string, start: number): Part {
  const found: Needed[] = []
  let run = ''
  const endRun = () => {
    if (run !== '') found.push(new Set([rarestIn(run)]))
    run = ''
  }
  let at = start
  while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
    const { needed, end, letter, empty } = atom(pattern, at)
    const times = /^(?:[?*+]|\{\d*,?\d*\})\??/.exec(pattern.slice(end))?.[0] ?? ''
    at = end + times.length
    if (empty) continue
    const optional = /^(?:[?*]|\{0)/.test(times)
    if (letter !== undefined && !optional) run += letter
    if (letter === undefined || times !== '') endRun()
    if (letter === undefined && needed && !optional) found.push(needed)
  }
  endRun()
  found.sort((one, other) => commonnessOf(one) - commonnessOf(other))
  return { needed: found[0], end: at }
}

/** Of letters that must stand side by side, as many as are looked for together. */
function rarestIn(run: string): string {
  const length = Math.min(longest(run), run.length)
  const pieces = Array.from({ length: run.length - length + 1 }, (_, at) => run.slice(at, at + length))
  // Spaces are everywhere.
  return pieces.find((piece) => !piece.includes(' ')) ?? run.slice(0, length)
}

/** One letter, class or group; `empty` where it takes no room. */
type Atom = Part & { letter?: string; empty?: boolean }

function atom(pattern: string, at: number): Atom {
  const sign = pattern[at] ?? ''
  if (sign === '(') return group(pattern, at)
  if (sign === '[') return letterClass(pattern, at)
  if (sign === '^' || sign === '$') return { needed: undefined, end: at + 1, empty: true }
  if (sign === '.') return { needed: undefined, end: at + 1 }
  if (sign !== '\\') return { needed: new Set([sign]), end: at + 1, letter: sign }
  const escaped = pattern[at + 1] ?? ''
  if (escaped === 'b') return { needed: undefined, end: at + 2, empty: true }
  if (/[A-Za-z\d]/.test(escaped)) {
    const property = /^\\[pPuk](?:\{[^}]*\}|<[^>]*>)/.exec(pattern.slice(at))?.[0]
    return { needed: undefined, end: at + (property?.length ?? 2) }
  }
  return { needed: new Set([escaped]), end: at + 2, letter: escaped }
}

function group(pattern: string, at: number): Atom {
  const opening = /^\((?:\?(?::|<?[=!]|<\w+>))?/.exec(pattern.slice(at))?.[0] ?? '('
  const { needed, end } = alternatives(pattern, at + opening.length)
  // What stands before or after is no part of what is matched.
  if (/[=!]$/.test(opening)) return { needed: undefined, end: end + 1, empty: true }
  return { needed, end: end + 1 }
}

function letterClass(pattern: string, at: number): Atom {
  const end = pattern.indexOf(']', at + 2) + 1
  const inside = pattern.slice(at + 1, end - 1)
  const plain = !inside.startsWith('^') && !/[-\\[]/.test(inside)
  return { needed: plain ? new Set(inside) : undefined, end }
}

type Node = { marks: number[]; next: Map<number, Node> }

/**
 * Looks for the letters of many patterns at once.
 * @param all what each needs
 * @returns tells of a text, for each, whether it may match: 0 where it cannot
 */
export function mayMatch(all: readonly (Needed | undefined)[]): (text: string) => Uint8Array {
  const root: Node = { marks: [], next: new Map() }
  const always = Uint8Array.from(all, (needed) => (needed === undefined ? 1 : 0))
  all.forEach((needed, number) => {
    for (const letters of needed ?? []) {
      let node = root
      for (let at = 0; at < letters.length; at++) {
        const next = node.next.get(letters.charCodeAt(at)) ?? { marks: [], next: new Map() }
        node.next.set(letters.charCodeAt(at), next)
        node = next
      }
      node.marks.push(number)
    }
  })
  return (text) => {
    const may = always.slice()
    for (let from = 0; from < text.length; from++) {
      let node = root.next.get(text.charCodeAt(from))
      for (let at = from + 1; node; at++) {
        for (const number of node.marks) may[number] = 1
        node = node.next.get(text.charCodeAt(at))
      }
    }
    return may
  }
}
