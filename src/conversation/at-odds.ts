import type { Entry, EntryId, EntryText } from '../core/entry.ts'
import type { GoodId } from '../core/good.ts'
import { WRITTEN_LOCALES } from '../core/locale.ts'
import type { TopicId } from '../core/topic.ts'
import { meaningTests } from '../intent/meanings.ts'
import { fold } from '../search/fold.ts'
import type { Ranking } from '../search/rank.ts'
import { type Kind, namedIn } from './kinds.ts'
import { goesAbroad } from './slots/traveller.ts'
import type { Understanding } from './understanding.ts'

/** Kinds whose members exclude each other: Japan is not Hong Kong, a year's limit not an order's. */
const EXCLUSIVE: Kind[] = ['place', 'mode', 'limit', 'way']
/** What is left of the confidence in an entry whose title is about another member. */
const LEFT = 0.3
/** What is left of the doubt that anything fits, where a mode is named by its code. */
const OF_CODES = 0.1
/** Whoever comes back from a place does not sell there. */
const COMES_HOME = /回来|回国|返|带回|带来|寄来|寄回|入境|\b(?:back|home|bring|brought|from)\b/u
/** Topics about what comes into the country. */
const OF_ENTRY = /^(?:channel\.(?:parcel|luggage|hainan|duty-free)|quota\.)/u
/** Kinds whose member a title names only where the entry is about it. */
const POINTED: Kind[] = ['place', 'mode']
/** How much an entry gains whose title is about the place or the mode the question names. */
const HERE = 2

/** The topic of what travellers bring into China. */
const LUGGAGE: TopicId = 'channel.luggage'
/** What says that China is where somebody arrives or leaves. */
const CHINA = /中国|国内|大陆|内地|出境|离境|回国|回来|带回|返|\b(?:china|chinese|mainland|home|back|leav(?:e|ing))\b/u

/** Whether an entry tells what travellers may bring into China to a text about another country, whose customs say what may be brought there. */
export function isOfAnotherCountry(text: string, { topic, texts }: Entry, { knowledge }: Understanding): boolean {
  if (topic !== LUGGAGE) return false
  const folded = fold(text)
  const says = (name: string) => {
    const { chinese, english } = meaningTests(knowledge.meanings).get(name) ?? {}
    return chinese?.(folded) === true || english?.(folded) === true
  }
  const leaves = says('goes-there') && !says('comes-from') && !CHINA.test(folded)
  return leaves && !isOfPlace(texts, exclusiveIn(text))
}
/** Countries whose rules are those of the EU. */
const OF_EU = new Set(['france', 'germany', 'italy', 'spain'])

const membersIn = (kind: Kind, text: string): string[] => namedIn(kind, fold(text)).map(({ member }) => member)

/** What is said of goods that are sent. */
const SENT =
  /寄|发货|包裹|小包|关税|直邮|\b(?:parcel|package|duty|duties|ship|shipped|shipping|send|sent|sending|orders?|ioss|customs)\b/u

/** The members of a kind that a text names; beside a country of the EU, the EU, where it is about what is sent there. */
function membersAsked(kind: Kind, text: string): string[] {
  const members = membersIn(kind, text)
  const ofUnion = kind === 'place' && members.some((member) => OF_EU.has(member)) && !members.includes('eu')
  return ofUnion && SENT.test(fold(text)) ? [...members, 'eu'] : members
}

/** The members an entry is about: those its titles name, in either language; where they name no place, that of its topic. */
const membersAbout = (kind: Kind, { texts, topic }: Pick<Entry, 'texts' | 'topic'>): string[] => {
  const named = membersOf(kind, texts)
  return kind === 'place' && named.length === 0 ? (PLACE_OF_TOPIC[topic] ?? named) : named
}
/** Topics about one place alone. */
const PLACE_OF_TOPIC: Record<TopicId, string[]> = {
  'destination.us': ['us'],
  'destination.eu': ['eu'],
  'destination.uk': ['uk'],
}

/** The members an entry's titles name; titles are read once. */
function membersOf(kind: Kind, texts: Record<string, EntryText>): string[] {
  const known = titles.get(texts) ?? {}
  titles.set(texts, known)
  known[kind] ??= WRITTEN_LOCALES.flatMap((locale) => membersIn(kind, texts[locale]?.title ?? ''))
  return known[kind]
}
const titles = new WeakMap<Record<string, EntryText>, Partial<Record<Kind, string[]>>>()

type Members = (readonly [Kind, string[]])[]

const exclusiveIn = (text: string): Members =>
  EXCLUSIVE.map((kind) => [kind, membersAsked(kind, text)] as const).filter(([, members]) => members.length > 0)

const isOdd = (entry: Pick<Entry, 'texts' | 'topic'>, asked: Members): boolean =>
  asked.some(([kind, members]) => {
    const told = membersAbout(kind, entry)
    return told.some((member) => !members.includes(member)) && members.some((member) => !told.includes(member))
  })

/** Whether an entry's title is about the place or the mode that is asked about. */
const isOfPlace = (texts: Record<string, EntryText>, asked: Members): boolean =>
  asked.some(
    ([kind, members]) => POINTED.includes(kind) && membersOf(kind, texts).some((member) => members.includes(member)),
  )

/** Whether an entry's title is about another place, mode, limit or way of buying than a text names. */
export const isAtOdds = (text: string, entry: Pick<Entry, 'texts' | 'topic'>): boolean =>
  isOdd(entry, exclusiveIn(text))

/** Lowers hits that are about another place, mode, limit or way of buying than the question names, and raises those about its place. */
export function withoutOdds(text: string, { ranked, nothing: doubt }: Ranking, understanding: Understanding): Ranking {
  const { knowledge } = understanding
  // The code of a mode means nothing anywhere else.
  const nothing = membersIn('mode', text).length > 0 ? doubt * OF_CODES : doubt
  const asked = exclusiveIn(text)
  const goods = new Set(understanding.findGoods(fold(text)).map(({ good }) => good))
  if (asked.length === 0 && goods.size === 0) return { ranked, nothing }
  const leaves = goesAbroad(fold(text))
  const comesHome = COMES_HOME.test(fold(text))
  const factor = (id: string): number => {
    const entry = knowledge.entries.get(id)
    if (entry === undefined) return 1
    const { texts, topic } = entry
    if ((leaves && OF_ENTRY.test(topic)) || isOdd(entry, asked) || isOfOthers(entry, goods, understanding)) return LEFT
    if (comesHome && topic.startsWith('destination.')) return 1
    return isOfPlace(texts, asked) ? HERE : 1
  }
  const weighed = ranked.slice(0, LOOKED_AT).map((hit) => ({ ...hit, confidence: hit.confidence * factor(hit.id) }))
  const rest = ranked.slice(LOOKED_AT)
  const total = nothing + [...weighed, ...rest].reduce((sum, { confidence }) => sum + confidence, 0)
  return {
    ranked: [...weighed, ...rest]
      .map((hit) => ({ ...hit, confidence: hit.confidence / total }))
      .sort((a, b) => b.confidence - a.confidence),
    nothing: nothing / total,
  }
}

/** Whether an entry's title is about goods, none of which is among those asked about or explained by it. */
function isOfOthers({ id, texts }: Entry, asked: ReadonlySet<GoodId>, understanding: Understanding): boolean {
  if (asked.size === 0) return false
  const { goods } = understanding.knowledge
  const explains = (good: GoodId) => goods.get(good)?.entry
  const known = goodsOfTitles.get(understanding) ?? new Map<EntryId, GoodId[]>()
  goodsOfTitles.set(understanding, known)
  const told = known.get(id) ?? understanding.findGoods(fold(texts['zh-Hans'].title)).map(({ good }) => good)
  known.set(id, told)
  return (
    told.length > 0 &&
    ![...asked].some(
      (good) => explains(good) === id || told.some((one) => one === good || explains(one) === explains(good)),
    )
  )
}

/** The goods that each entry's title names. */
const goodsOfTitles = new WeakMap<Understanding, Map<EntryId, GoodId[]>>()

/** Hits further down have no confidence worth lowering. */
const LOOKED_AT = 8
