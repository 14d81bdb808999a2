import { setImmediate as nextTurn } from 'node:timers/promises'
import type { QuestionCounts, QuestionWords } from '../../questions/question-counts.ts'
import type { Filters } from '../filters.ts'
import { mondayOf, sundayOf, type Week } from '../weeks.ts'
import { blur } from './blur.ts'
import { type Count, sum, type Threshold } from './count.ts'
import { narrowedTo } from './span-cells.ts'

/** Cuts a text into words that carry a subject, each with how it may be shown. */
export type Terms = (text: string) => { key: string; shown: string }[]

/** What may be said about the words of questions nobody could answer. */
export type ReleasedWords = {
  /** Words that enough askers used in one week, with how many questions hold them. */
  terms: Map<string, { shown: string; count: Count }>
  /** Words that enough askers used together: how many questions hold both. Keys are the two words, in order, with a line break between. */
  pairs: Map<string, Count>
  /** Whole questions that at least ten askers put in the same words in one week. */
  phrases: Map<string, Count>
}

/** Reasons that make a declined question a gap; the others are noise, or not ours to answer. */
const GAPS = ['no-match', 'unclear', 'none-of-these', 'not-in-force']

/** Questions read for a week at most, newest first. */
const MOST = 3000
/** Questions after which others get their turn. */
const SLICE = 100
/** Words looked at together at most, commonest first. */
const COMMONEST = 200
/** Askers who must have used a word before it may be told under any view. */
const FEWEST: Threshold = 5
/** Askers who must have used the same words before these are shown. */
const PROVED_FREQUENT = 10
const LONGEST_PHRASE = 60
/** How long what may be told of a week's words is remembered, in milliseconds: the week is over, so it changes no more. */
const KEPT = 3_600_000

type Tally = Map<string, { askers: Set<string>; questions: number; shown: Map<string, Set<string>> }>
type WeekOfWords = { terms: Tally; pairs: Tally; phrases: Tally }

/** The release of words: nothing leaves it that fewer askers used than the threshold, and no question as it stands unless ten put it alike. */
export function createWordRelease(
  counts: QuestionCounts,
  { key, terms, now }: { key: string; terms: Terms; now: () => number },
): (weeks: readonly Week[], filters: Filters) => Promise<ReleasedWords> {
  const known = new Map<string, { at: number; week: Promise<WeekOfWords> }>()

  const weekOf = (week: Week, filters: Filters): Promise<WeekOfWords> => {
    const name = JSON.stringify([week, filters.channel, filters.language, filters.audience])
    const before = known.get(name)
    if (before && now() - before.at < KEPT) return before.week
    for (const [one, { at }] of known) if (now() - at >= KEPT) known.delete(one)
    const reading = tallied(counts, week, filters, terms)
    known.set(name, { at: now(), week: reading })
    reading.catch(() => known.delete(name))
    return reading
  }

  return async (weeks, filters) => {
    const properties = Object.entries(filters).filter(([, value]) => value !== undefined)
    const below: Threshold = properties.length > 0 ? 10 : 5
    const released: ReleasedWords = { terms: new Map(), pairs: new Map(), phrases: new Map() }
    // The next weeks are read while one is tallied.
    const weekly = await Promise.all(weeks.map(async (week) => ({ week, tallies: await weekOf(week, filters) })))
    for (const { week, tallies } of weekly) {
      const add = <T>(
        kind: keyof WeekOfWords,
        threshold: Threshold,
        into: (name: string, count: Count, shown: string) => T,
      ) => {
        for (const [name, { askers, questions, shown }] of tallies[kind]) {
          if (askers.size < threshold) continue
          const identity = [week, kind, name, ...properties.map((pair) => pair.join('='))].join('\n')
          into(
            name,
            { value: blur(questions, identity, key), shown: 1, hidden: 0, below: threshold },
            wordFor(shown, name, threshold),
          )
        }
      }
      add('terms', below, (name, count, shown) => {
        const before = released.terms.get(name)
        released.terms.set(name, {
          shown: before?.shown ?? shown,
          count: before ? sum([before.count, count], below) : count,
        })
      })
      add('pairs', below, (name, count) => {
        const before = released.pairs.get(name)
        released.pairs.set(name, before ? sum([before, count], below) : count)
      })
      add('phrases', PROVED_FREQUENT, (name, count) => {
        const before = released.phrases.get(name)
        released.phrases.set(name, before ? sum([before, count], 10) : count)
      })
    }
    return released
  }
}

/** The form of a word that most askers wrote, if enough did. */
function wordFor(forms: Map<string, Set<string>>, name: string, threshold: Threshold): string {
  const [best] = [...forms].sort(([a, one], [b, other]) => other.size - one.size || (a < b ? -1 : 1))
  return best && best[1].size >= threshold ? best[0] : name
}

async function tallied(counts: QuestionCounts, week: Week, filters: Filters, terms: Terms): Promise<WeekOfWords> {
  const tallies: WeekOfWords = { terms: new Map(), pairs: new Map(), phrases: new Map() }
  const kept: { asker: string; keys: string[] }[] = []
  // What many ask in the same words is cut into words once.
  const cut = new Map<string, Map<string, string>>()
  const narrowed = { ...narrowedTo(filters), outcome: ['declined', 'clarified'], why: [null, ...GAPS] }
  const days = { from: mondayOf(week), to: sundayOf(week) }
  let read = 0
  for await (const question of counts.words(days, narrowed, MOST)) {
    if (++read % SLICE === 0) await nextTurn()
    if (question.text === '' || question.asker === '' || !isGap(question)) continue
    const found = cut.get(question.text) ?? new Map(terms(question.text).map(({ key, shown }) => [key, shown]))
    cut.set(question.text, found)
    for (const [name, shown] of found) if (isWord(name)) tally(tallies.terms, name, question.asker, shown)
    kept.push({ asker: question.asker, keys: [...found.keys()].filter(isWord) })
    const phrase = normalised(question.text)
    if (isPhrase(phrase)) tally(tallies.phrases, phrase, question.asker)
  }
  const common = new Set(
    [...tallies.terms]
      .filter(([, { askers }]) => askers.size >= FEWEST)
      .sort(([, one], [, other]) => other.askers.size - one.askers.size)
      .slice(0, COMMONEST)
      .map(([name]) => name),
  )
  for (const [index, { asker, keys }] of kept.entries()) {
    if (index % SLICE === 0) await nextTurn()
    const shared = keys.filter((name) => common.has(name)).sort()
    for (const [first, one] of shared.entries())
      for (const other of shared.slice(first + 1)) tally(tallies.pairs, `${one}\n${other}`, asker)
  }
  for (const rare of [tallies.terms, tallies.pairs, tallies.phrases]) forgetRare(rare)
  return tallies
}

/** Lets go of what may not be told under any view, so that nobody's words stay in memory. */
function forgetRare(tally: Tally): void {
  for (const [name, { askers, shown }] of tally) {
    if (askers.size < FEWEST) tally.delete(name)
    for (const [form, some] of shown) if (some.size < FEWEST) shown.delete(form)
  }
}

const isGap = ({ outcome, why }: QuestionWords): boolean => outcome === 'clarified' || GAPS.includes(why ?? '')

function tally(into: Tally, name: string, asker: string, shown?: string): void {
  let entry = into.get(name)
  if (entry === undefined) {
    entry = { askers: new Set<string>(), questions: 0, shown: new Map<string, Set<string>>() }
    into.set(name, entry)
  }
  entry.askers.add(asker)
  entry.questions++
  if (shown === undefined) return
  const form = entry.shown.get(shown) ?? new Set<string>()
  form.add(asker)
  entry.shown.set(shown, form)
}

/** Whether it is a word at all: a lone letter or a number names nothing, and a number might name somebody. */
const isWord = (name: string): boolean => /\p{L}{2}/u.test(name) && !/\d{4}/.test(name) && name.length <= 30

const normalised = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '')

/** Whether a phrase may be shown if it is frequent: short, and without anything that might lead to a person or away from the page. */
const isPhrase = (phrase: string): boolean =>
  phrase.length >= 2 && phrase.length <= LONGEST_PHRASE && !/\d{5}|@|:\/\/|www\./.test(phrase)
