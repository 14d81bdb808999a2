import type { MisconceptionId } from '../../core/answer.ts'
import type { Day } from '../../core/day.ts'
import type { EntryId } from '../../core/entry.ts'
import type { WrittenLocale } from '../../core/locale.ts'

/** An entry as it is told on a day, in plain text of one language, with the belief that it corrects. */
export type Told = {
  /** What it answers. */
  question: string
  /** The answer in a sentence or two; with a belief, what is true instead. */
  answer: string
  /** What to do next. */
  next: string
  /** The false belief that is corrected. */
  belief: string | undefined
  /** The documents behind it: number and title; in full with clause, days and what is not certain about them. */
  documents: { name: string; full: string }[]
  /** The day in words. */
  day: string
  /** Whether the point is settled. */
  settled: boolean
}

/** Words an entry as of a day; undefined where nothing is in force. Handed in: the words come from the knowledge, so that every figure is that of the day. */
export type TellEntry = (
  what: { entry: EntryId; misconception: MisconceptionId | undefined },
  on: Day,
  locale: WrittenLocale,
) => Told | undefined

/** Draft words to publish. All of them name their documents and their day. */
export type Copy = {
  /** For a social network. */
  post: string
  /** For a shop's page. */
  notice: string
  /** For a set of questions and answers. */
  card: { question: string; answer: string }
}

const MARKS = {
  'zh-Hans': {
    false: '不实：',
    fact: '事实：',
    basis: '依据：',
    on: (day: string) => `以上按${day}有效的规定。`,
    unsettled: '这一点尚无定论，发布前请核实。',
    list: '、',
    space: '',
    notice: '温馨提示：',
    isIt: (belief: string) => `“${belief.replace(/[。.！!]$/, '')}”，是真的吗？`,
  },
  en: {
    false: 'Not true: ',
    fact: 'The fact: ',
    basis: 'Source: ',
    on: (day: string) => `According to the rules in force on ${day}.`,
    unsettled: 'This point is not settled: check it before you publish.',
    list: '; ',
    space: ' ',
    notice: 'Please note: ',
    isIt: (belief: string) => `“${belief.replace(/[。.！!]$/, '')}”: is that so?`,
  },
} as const

/** Documents that a post names at most; all of them, with their clauses and days, stand on the card. */
const IN_A_POST = 2

/** Draft words from an entry as it is told on a day. */
export function writeCopy(told: Told, locale: WrittenLocale): Copy {
  const mark = MARKS[locale]
  const { question, answer, next, belief, documents, day, settled } = told
  const join = (...parts: (string | false)[]) => parts.filter((part) => part !== false && part !== '').join(mark.space)
  const stop = locale === 'en' ? '.' : '。'
  const named = documents.slice(0, IN_A_POST).map(({ name }) => name)
  const basis = named.length > 0 && `${mark.basis}${named.join(mark.list)}${stop}`
  const full = documents.length > 0 && `${mark.basis}${documents.map((one) => one.full).join(mark.list)}${stop}`
  const dated = mark.on(day)
  const doubt = !settled && mark.unsettled
  return {
    post: join(
      belief === undefined ? answer : join(`${mark.false}${belief}`, `${mark.fact}${answer}`),
      basis,
      dated,
      doubt,
    ),
    notice: join(`${mark.notice}${answer}`, next, basis, dated, doubt),
    card: {
      question: belief === undefined ? question : mark.isIt(belief),
      answer: join(answer, next, full, dated, doubt),
    },
  }
}
