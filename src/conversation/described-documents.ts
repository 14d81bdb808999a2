import type { Day } from '../core/day.ts'
import type { DocumentId, OfficialDocument } from '../core/official-document.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { fold } from '../search/fold.ts'
import { citing } from './citing.ts'
import { type NamedPeriod, namedPeriods } from './named-periods.ts'

/** Asks for the number of a document. */
const NUMBER_ASKED =
  /文号|(?:公告|文件|令)(?:的)?(?:编)?号|(?:是|第)?(?:几|哪|多少)(?:年第?几)?号|(?:哪|什么)(?:一)?(?:个|份|条|部)?(?:公告|文件|通知|令|规定)|\b(?:what|which) (?:\w+ ){0,2}(?:number|announcement|notice|circular|document|order)\b|\b(?:announcement|notice|circular|document|order|decree)\b.*\bnumber\b/u

/** How people name who issued a document, and the name in the register. */
const ISSUERS: [written: RegExp, issuer: string][] = [
  [
    /外汇局|外管局|外汇管理局|\bsafe\b|foreign[- ]exchange (?:administration|authority|office|regulator)/u,
    '外汇管理局',
  ],
  [/税则委|税委会|tariff commission/u, '关税税则委员会'],
  [/海关|(?<!税务)总署|\bcustoms\b|\bgacc\b/u, '海关总署'],
  [/税务总局|税总|国税|税务局|tax (?:administration|authority)|\bsta\b/u, '税务总局'],
  [/财政部|\bmof\b|ministry of finance|finance ministry/u, '财政部'],
  [/商务部|\bmofcom\b|ministry of commerce|commerce ministry/u, '商务部'],
  [/国务院|state council/u, '国务院'],
]

/** Kinds of documents that people name, and what the numbers of that kind have in them. */
const KINDS: [written: RegExp, number: RegExp][] = [
  [/令|\border\b|decree/u, /令/],
  [/公告|announcement/u, /公告/],
]

/** What it says for a document that it was issued at the time named, not only in force from then. */
const ISSUED_THEN = 1.25
/** Share of the likeliest one's words from which on another may as well be meant, and how many are told at most. */
const [ALIKE, MOST] = [0.8, 4]

const pairs = (text: string): string[] => [
  ...[...text.matchAll(/\p{Script=Han}{2,}/gu)].flatMap(([run]) =>
    [...run].slice(1).map((character, index) => `${[...run][index]}${character}`),
  ),
  ...[...text.matchAll(/[a-z]{4,}/g)].map(([word]) => word.replace(/(?:ing|ed|es|s)$/, '')),
]

const within = (on: Day | undefined, { from, to }: NamedPeriod): boolean => on !== undefined && from <= on && on <= to

/**
 * Documents that a text describes by when they were issued or took effect, by whom, and about what, where it asks for the number. Undefined where it names no time, or
 * nothing in the register fits it.
 */
export function describedDocuments(
  text: string,
  today: Day,
  { knowledge }: { knowledge: Knowledge },
): [DocumentId, ...DocumentId[]] | undefined {
  const folded = fold(text)
  if (!NUMBER_ASKED.test(folded)) return undefined
  const periods = namedPeriods(folded, today)
  if (periods.length === 0) return undefined
  if (!periods.some((period) => isOfDocument(folded, period))) return undefined
  const issuers = ISSUERS.filter(([written]) => written.test(folded)).map(([, issuer]) => issuer)
  const fits = ({ issuer, issued, effective }: OfficialDocument) =>
    issuers.every((name) => issuer['zh-Hans'].includes(name)) &&
    periods.some((period) => within(issued, period) || within(effective.from, period))
  const anyKind = [...knowledge.documents.values()].filter(fits)
  const kind = KINDS.find(([written]) => written.test(folded))?.[1]
  const ofKind = anyKind.filter(({ number }) => kind?.test(number['zh-Hans']))
  const fitting = ofKind.length > 0 ? ofKind : anyKind
  if (issuers.length === 0 && periods.every(({ grain }) => grain === 'year')) return undefined
  const asked = new Set(pairs(withoutTime(folded, periods)))
  const scored = fitting
    .map((document) => {
      const shared = new Set(pairs(wordsOf(document, knowledge)).filter((one) => asked.has(one))).size
      const then = periods.some((period) => within(document.issued, period))
      return { id: document.id, score: then ? shared * ISSUED_THEN : shared }
    })
    .toSorted((a, b) => b.score - a.score)
  const best = scored[0]?.score ?? 0
  if (best === 0 && scored.length !== 1) return undefined
  const [first, ...others] = scored.filter(({ score }) => score >= best * ALIKE).slice(0, MOST)
  return first && [first.id, ...others.map(({ id }) => id)]
}

/** Whether a time is that of a document, not of goods, of a report or of what somebody did. */
function isOfDocument(folded: string, { start, end }: NamedPeriod): boolean {
  const [before, after] = [folded.slice(Math.max(0, start - NEAR), start), folded.slice(end, end + NEAR)]
  return !GOODS_AFTER.test(after) && (ISSUED_AFTER.test(after) || ISSUED_BEFORE.test(before))
}
/** How near to a time it must say what happened then, in characters. */
const NEAR = 40
const GOODS_AFTER =
  /^(?:份|底|初|[日号])?的?(?:那|这)?(?:一)?(?:批|单|票|出口(?!.{0,12}公告)|进口(?!.{0,12}公告)|下单|买|寄|入境)/u
const ISSUED_AFTER =
  /^(?:份|底|初|中旬|上旬|下旬|[日号])?(?:.{0,4})?(?:发|出(?!口|境)|印发|公布|颁布|发布|起|施行|实施|执行|生效|.{0,20}(?:公告|通知|文件|规定|办法|令|嗰份|那份|那个))|^[^.?]{0,36}\b(?:announcements?|notices?|circulars?|orders?|documents?)\b/u
const ISSUED_BEFORE =
  /(?:announcements?|notices?|circulars?|orders?|documents?|issued|published|force|effect|gacc|customs)\b[^.?]{0,24}$/u

const withoutTime = (folded: string, periods: readonly NamedPeriod[]): string =>
  [...periods].reverse().reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, folded)

/** What a document is about: its title and note, and the titles of the entries that rest on it first. */
function wordsOf({ id, title, note }: OfficialDocument, knowledge: Knowledge): string {
  const entries = citing(id, knowledge).filter(({ sources }) => sources[0]?.document === id)
  return fold(
    [
      title,
      note ?? { 'zh-Hans': '', en: '' },
      ...entries.map(({ texts }) => ({ 'zh-Hans': texts['zh-Hans'].title, en: texts.en.title })),
    ]
      .flatMap((one) => [one['zh-Hans'], one.en])
      .join(' · '),
  )
}
