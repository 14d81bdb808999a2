import { Big } from 'big.js'
import { ANY_CURRENCY, type Counted } from '../../core/figure-sum.ts'
import { YUAN } from '../slots/currencies.ts'
import { foldAmounts } from '../slots/fold-amounts.ts'
import { kindsOfGoods } from '../slots/kinds-of-goods.ts'
import { skeletonIn } from '../slots/read-slots.ts'
import type { ReadOptions } from '../slots/reading.ts'

/** An amount somebody said: what stands before it in its clause and right behind it. */
export type SaidAmount = { amount: Big; currency: string | undefined; before: string; after: string }

const ENDS = /[。，,;；?？!！、\ue000-\uf8ff]|(?<=\p{Script=Han})\s|\s(?=\p{Script=Han})/u
/** Characters around an amount that may say what it is. */
const [AROUND, BEHIND] = [32, 14]

/** Every amount of money, or bare number, with the words beside it. */
export function amountsSaid(text: string, options: ReadOptions): SaidAmount[] {
  const skeleton = skeletonIn(text, options)
  const said: SaidAmount[] = []
  for (let place = 0; place < skeleton.text.length; place++) {
    const mention = skeleton.at(skeleton.text[place])
    if (mention?.kind !== 'amount' || mention.amount.eq('0')) continue
    const before =
      skeleton.text
        .slice(Math.max(0, place - AROUND), place)
        .trim()
        .split(ENDS)
        .at(-1) ?? ''
    const after =
      skeleton.text
        .slice(place + 1, place + 1 + BEHIND)
        .trim()
        .split(ENDS)[0] ?? ''
    said.push({ amount: mention.amount, currency: mention.currency, before, after })
  }
  return said
}

/** Whether an amount may be one of a unit; a bare number is one of yuan. */
const mayBe = ({ currency }: SaidAmount, unit: string): boolean => unit === ANY_CURRENCY || (currency ?? YUAN) === unit

/** 135镑以内, up to £135: where a rule ends, not what somebody has. */
const isBound = ({ before, after }: SaidAmount): boolean =>
  /^(?:块|元)?(?:以[下内上]|之[内下上]|封顶|起征)|^(?:的)?(?:免税额|免征额|额度|门槛|界线|限[额值]|红线)|^(?:(?:duty|tax)[- ]free )?(?:threshold|limit|allowance|exemption|cap)\b|^(?:or (?:less|more|below)|and (?:below|above|over))\b/u.test(
    after,
  ) ||
  /(?:不超过|不到|低于|高于|少于|多于|大于|小于|未满|免税额|免征额|额度|门槛|界线|限[额值])(?:是|为)?\s?$|\b(?:up to|under|below|less than|more than|above)\s?$/u.test(
    before,
  )

/** 超过150美元的, 135镑免税: a value at which a rule ends, quoted with what the rule does there. */
const quotesRule = ({ before, after }: SaidAmount): boolean =>
  /(?:超过|超出|高过|满)\s?$|\b(?:over|above|exceed(?:s|ing)?)\s?$/u.test(before) ||
  /^(?:的)?(?:免|不[用收征交])|^(?:duty|tax)[- ]free\b/u.test(after)

/** What somebody means to buy yet. */
const PLANNED =
  /(?:还|再|想|能|可以|仲)[^。，,]{0,3}(?:买|用|花|刷)|\b(?:can i|want to|could i|still) (?:still )?(?:buy|spend)\b/u

/** What tells the base among amounts. */
type Telling = {
  /** Whether words beside an amount say that it is the base. */
  beside?: ((words: string) => boolean) | undefined
  /** Whether they must. */
  needed?: boolean | undefined
  /** Whether several such amounts are added up. */
  adds?: boolean | undefined
  /** Values of the sum's limits, which people quote beside what is theirs, or have exactly. */
  limits: readonly Big[]
  /** Values of its other figures, which are never the base. */
  quoted: readonly Big[]
}

/** 还有一批12万: two of a kind, of which neither is the base. */
const JOINED = /还有|又|另(?:外|有)|加上|再(?:买|加|来)|分别|\b(?:plus|another|as well as|and then|respectively)\b/u

/** The amount a sum starts from; undefined where none was said, or it is not clear which of several it is. */
export function baseOf(
  said: readonly SaidAmount[],
  unit: string,
  { beside, needed, adds, limits, quoted }: Telling,
): { base: Big; unit: string } | undefined {
  const isOneOf = (values: readonly Big[], { amount }: SaidAmount) => values.some((value) => value.eq(amount))
  const fitting = said.filter(
    (one) => mayBe(one, unit) && !isBound(one) && !isOneOf(quoted, one) && !(isOneOf(limits, one) && quotesRule(one)),
  )
  const own = fitting.filter((one) => !isOneOf(limits, one))
  const candidates = own.length === 0 ? fitting : own
  const besides = beside ? candidates.filter(({ before }) => beside(before) && !PLANNED.test(before)) : []
  const [first] = besides
  if (first && adds && besides.length > 1)
    return { ...based(first), base: besides.reduce((sum, { amount }) => sum.plus(amount), new Big('0')) }
  const [only, ...others] = distinct(candidates)
  if (!only) return undefined
  if (others.length === 0 && !needed) return based(only)
  if (others.some(({ before }) => JOINED.test(before))) return undefined
  const narrowed = [
    besides,
    beside ? candidates.filter(({ after }) => beside(after)) : [],
    needed ? [] : candidates.filter(({ currency }) => currency !== undefined),
  ].find((some) => distinct(some).length === 1)
  return narrowed?.[0] && based(narrowed[0])
}

const based = ({ amount, currency }: SaidAmount): { base: Big; unit: string } => ({
  base: amount,
  unit: currency ?? YUAN,
})

const distinct = (said: SaidAmount[]): SaidAmount[] =>
  said.filter(({ amount }, index) => said.findIndex((other) => other.amount.eq(amount)) === index)

const DAYS =
  /(?<before>.{0,8}?)(?<![\d.])(?<days>\d{1,4})\s?(?:个?(?:自然)?[天日](?!元)|(?:calendar )?days?\b)(?<after>.{0,10})/gu
const LATE = /晚|迟|拖|逾期|超期|欠|过了|\blate\b|\boverdue\b|\bafter\b|\bdelay/u

const EACH_DAY = /每[天日]|\b(?:a|per|each|every) day\b/u

/** The days that passed; of several numbers of days the one that is said to be late. */
export function daysSaid(text: string): number | undefined {
  const all = [...foldAmounts(text).matchAll(DAYS)].map(({ groups = {} }) => ({
    days: Number(groups.days),
    late: LATE.test(groups.before ?? '') || LATE.test(groups.after ?? ''),
  }))
  const [only, ...others] = all
  if (only && others.length === 0) return only.days
  if (all.length === 0 && EACH_DAY.test(text)) return 1
  const [late, ...more] = all.filter((one) => one.late)
  return more.length === 0 ? late?.days : undefined
}

const WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const SIGNS = '零一二三四五六七八九十'
const NUMBER = `\\d+|[一二两三四五六七八九十]|${WORDS.slice(1).join('|')}`
const numberOf = (said: string): number =>
  /^\d+$/.test(said) ? Number(said) : Math.max(WORDS.indexOf(said), SIGNS.indexOf(said.replace('两', '二')), 0)

const KINDS = new RegExp(
  `(?<number>${NUMBER})\\s?(?:个|种|类)?\\s?(?:不同(?:的)?)?(?:税号|税目|品类|品种|品名|(?:different )?(?:tariff|hs) (?:codes?|items?|headings?|lines?)|different (?:kinds?|types?|goods|products))`,
  'u',
)
const PARCELS = new RegExp(
  `(?<number>${NUMBER})\\s?(?:个|件|票)?\\s?(?:small |little )?(?:小?包裹|小包|邮包|快件|parcels?|packages?|packets?)`,
  'u',
)

/** The number of things that are counted: of tariff items, where their number is not said, the kinds of goods that are named, unless something is counted that nobody knows. */
export function countSaid(text: string, what: Counted, options: ReadOptions): number | undefined {
  const written = foldAmounts(text)
  const said = (what === 'parcels' ? PARCELS : KINDS).exec(written)?.groups?.number
  if (said !== undefined) return numberOf(said) || undefined
  if (what === 'parcels') return undefined
  return kindsOfGoods(text, options)?.size
}
