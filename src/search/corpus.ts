import { sizeOf } from '../core/lexicon.ts'
import type { Read } from './features.ts'
import { growing } from './lists.ts'
import type { Searchable } from './searchable.ts'
import { type LatinWords, soundViewer, spellingViewer, type View, viewer } from './viewers.ts'

/**
 * Which texts belong to which document: what document `d` is asked by are the texts `asked[d]` up to `asked[d + 1]`, what it says `told[d]` up to `told[d + 1]`; and the group (topic) of each.
 */
export type Documents = { asked: Uint32Array; told: Uint32Array; groups: readonly string[] }

/** All texts of an index in numbers, in each of the views it is made of: what is read is not held. */
export type Corpus = Record<'words' | 'letters' | 'sounds' | 'forms', View> & {
  documents: Documents
  latin: LatinWords
}

/** Reads all texts of searchables: what they are asked by, then what they say. */
export function readCorpus(searchables: Searchable[], read: Read): Corpus {
  const [words, letters, sounds, forms] = [viewer(), spellingViewer(), soundViewer(), viewer()]
  const take = (text: string) => {
    const features = read(text)
    words.add(features.words)
    letters.add(features.folded)
    sounds.add(features.folded)
    forms.add(features.forms)
  }
  let count = 0
  const takeAll = (textsOf: (searchable: Searchable) => string[]): Uint32Array => {
    const first = new Uint32Array(searchables.length + 1)
    first[0] = count
    searchables.forEach((searchable, document) => {
      const texts = textsOf(searchable)
      texts.forEach(take)
      count += texts.length
      first[document + 1] = count
    })
    return first
  }
  const asked = takeAll(waysOfAsking)
  const told = takeAll(({ bodies }) => bodies)
  return {
    words: words.view(),
    letters: letters.view(),
    sounds: sounds.view(),
    forms: forms.view(),
    documents: { asked, told, groups: searchables.map(({ topic }) => topic) },
    latin: letters.latin(),
  }
}

/** What something is asked by, in the order in which an index holds it. */
export const waysOfAsking = ({ titles, questions }: Searchable): string[] => [...questions, ...titles]

/**
 * The terms of each document: those of document `d`, each where it first stands, lie between `starts[d]` and `starts[d + 1]`; in how many of its ways of asking and of its texts each stands, or how
 * often in all of them together. (Nothing is asked by more than 65,535 texts.)
 */
export type Counts = { starts: Uint32Array; terms: Uint32Array; asked: Uint16Array; told: Uint16Array }

/**
 * Counts the terms of each document.
 * @param once whether a term counts once in a text, however often it stands there
 */
export function countTerms({ terms, texts }: View, { asked, told }: Documents, once: boolean): Counts {
  const { starts, numbers } = texts
  const size = sizeOf(terms)
  const [inAsked, inTold, seenIn] = [new Uint16Array(size), new Uint16Array(size), new Uint32Array(size)]
  const met = new Uint32Array(size)
  let count = 0
  const countIn = (from: number, to: number, counts: Uint16Array) => {
    for (let text = from; text < to; text++) {
      const end = starts[text + 1] ?? 0
      for (let at = starts[text] ?? 0; at < end; at++) {
        const term = numbers[at] ?? 0
        if (once && seenIn[term] === text + 1) continue
        seenIn[term] = text + 1
        if (inAsked[term] === 0 && inTold[term] === 0) met[count++] = term
        counts[term] = (counts[term] ?? 0) + 1
      }
    }
  }
  const documents = asked.length - 1
  const made = {
    starts: new Uint32Array(documents + 1),
    terms: growing(Uint32Array),
    asked: growing(Uint16Array),
    told: growing(Uint16Array),
  }
  for (let document = 0; document < documents; document++) {
    count = 0
    countIn(asked[document] ?? 0, asked[document + 1] ?? 0, inAsked)
    countIn(told[document] ?? 0, told[document + 1] ?? 0, inTold)
    for (let at = 0; at < count; at++) {
      const term = met[at] ?? 0
      made.terms.push(term)
      made.asked.push(inAsked[term] ?? 0)
      made.told.push(inTold[term] ?? 0)
      inAsked[term] = 0
      inTold[term] = 0
    }
    made.starts[document + 1] = made.terms.length()
  }
  return { starts: made.starts, terms: made.terms.done(), asked: made.asked.done(), told: made.told.done() }
}
