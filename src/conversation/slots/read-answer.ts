import { Big } from 'big.js'
import { addDays } from '../../core/day.ts'
import { SEVERAL } from './counts.ts'
import { englishNumber } from './english-numbers.ts'
import { foldAmounts } from './fold-amounts.ts'
import { readMoney } from './money.ts'
import { numeral } from './numeral.ts'
import { readQuantities } from './quantities.ts'
import { perUnit } from './rates.ts'
import { readSlots } from './read-slots.ts'
import type { Reading, ReadOptions } from './reading.ts'

/** What somebody may have been asked for: a field of an item, or a slot. */
export type Wanted =
  | 'good'
  | 'price'
  | 'pieces'
  | 'content'
  | 'freight'
  | 'insurance'
  | 'openDiscount'
  | 'voucher'
  | 'taxIncluded'
  | 'tariffRate'
  | 'vatRate'
  | 'consumptionTaxRate'
  | 'spentThisYear'
  | 'dutyFreeShop'
  | 'exchangeRate'
  | 'regime'
  | 'from'
  | 'resident'
  | 'date'
  | 'hsCodes'

/** Longer messages are no bare answers. */
const LONGEST = 40
const ASKS_BACK =
  /[?？]|吗|呢$|什么|多少|怎么|为啥|为什么|哪里|\bwhat\b|\bhow\b|\bwhy\b|\bwhich\b|\bwhere\b|不知道|不清楚|唔知|不确定|don'?t know|not sure|no idea/
const NONE =
  /^(?:没有?|无|零|免|0|冇|没花|没用|没买|还没|未用|一分没|没用过|还没用|没买过|第一次|首次|none|nothing|no|zero|nil|not yet|n\/a|never|free|haven'?t)(?:[用过花买了 .。!！,，any有呢咗]|yet|used|bought|spent|额度|运费|关税|券|保险|税|it)*$/
const YES =
  /^(?:是|是的|对|对的|系|系呀|嗯|有|含|包|yes|yep|yeah|y|correct|right|sure|true|i am|i do|it does)[ .。!！,，的呀啊]*$/
const NO = /^(?:不|不是|不含|不包|没有|否|唔系|冇|no|nope|n|not|false|i'?m not|it doesn'?t)[ .。!！,，的呀啊]*$/
const ONLY_ONE =
  /^(?:只有?|就|仅|是|买)?(?:了)?(?:一|1)\s?(?:件|个|瓶|支|只|台|款|盒|双|条|块|部|片)?[的。.!！ ]*$|^(?:just |only )?(?:one|a single one|single)(?: piece| item| of them)?[ .!]*$/

/** Readers of an answer that would mean nothing by itself; `folded` has no surrounding blanks. */
const BARE: { [Field in Wanted]?: (folded: string, options: ReadOptions) => Partial<Reading> | undefined } = {
  price: (folded) => {
    const money = onlyAmount(folded)
    if (!money || money.amount.lte('0')) return undefined
    const { amount, currency } = money
    if (currency !== undefined && currency !== 'CNY') return { foreign: { amount, currency } }
    return { items: [{ total: amount }] }
  },
  pieces: (folded) => {
    if (ONLY_ONE.test(folded)) return { items: [{ pieces: 1 }] }
    const [pieces, ...more] = readQuantities(folded).pieces
    const number =
      pieces ??
      englishNumber(folded) ??
      Number(numeral(folded.replace(/[^\d一二两俩仨三四五六七八九十]/gu, '')) ?? Number.NaN)
    if (more.length === 0 && Number.isSafeInteger(number) && number > 0) return { items: [{ pieces: number }] }
    return SEVERAL.test(folded) || /^(?:多件|几件|不止一[件个]|more than one)/.test(folded)
      ? { several: true }
      : undefined
  },
  freight: (folded) => sum(folded, 'freight'),
  insurance: (folded) => sum(folded, 'insurance'),
  openDiscount: (folded) => sum(folded, 'openDiscount'),
  voucher: (folded) => sum(folded, 'voucher'),
  spentThisYear: (folded) => sum(folded, 'spentThisYear'),
  dutyFreeShop: (folded) => sum(folded, 'dutyFreeShop'),
  tariffRate: (folded) => rate(folded, 'tariffRate'),
  vatRate: (folded) => rate(folded, 'vatRate'),
  consumptionTaxRate: (folded) => rate(folded, 'consumptionTaxRate'),
  exchangeRate: (folded, { currency }) => {
    const said = onlyAmount(folded)?.amount
    if (said === undefined || said.lte('0') || said.gte('100')) return undefined
    return { exchangeRate: perUnit(said, currency) }
  },
  taxIncluded: (folded) => yesOrNo(folded, 'taxIncluded'),
  resident: (folded) => yesOrNo(folded, 'resident'),
  from: (folded) => {
    if (/香港|澳门|港澳|hong ?kong|\bhk\b|maca[uo]/.test(folded)) return { from: 'hk-macao' }
    return /^(?:其他|别的|其它|不是|否|外国|国外|no|other|elsewhere|neither|somewhere else)/.test(folded) ||
      PLACE.test(folded)
      ? { from: 'elsewhere' }
      : undefined
  },
  date: (folded, { today }) => {
    const days = NEAR_DAYS.findIndex((word) => word.test(folded))
    return days < 0 ? undefined : { date: addDays(today, days) }
  },
  hsCodes: (folded) => {
    const digits = folded.replace(/[. ]/g, '')
    return /^\d{4}(?:\d\d){0,3}$/.test(digits) ? { hsCodes: [digits] } : undefined
  },
}
/** Today and tomorrow, which mean a day only as an answer. */
const NEAR_DAYS = [/^(?:就?是?今[天日]|today)/, /^(?:[明听][天日]|tomorrow)/]
/** A place alone: one word, or a few Chinese characters. */
const PLACE = /^(?:从|由|from )?(?:\p{Script=Han}{2,6}|[a-z]{3,14}(?: [a-z]{3,14})?)[。. ]*$/u

const EMPTY: Reading = { items: [], hsCodes: [] }

/**
 * The answer to a question for one value: `6%` or `6` for a tariff rate, `480` for a price, 没用过 for what was spent. Whatever else the message says is
 * read with it. Undefined when it holds no answer: it asks back, or does not say.
 */
export function readAnswerTo(wanted: Wanted, text: string, options: ReadOptions): Reading | undefined {
  const read = readSlots(text, options)
  const folded = foldAmounts(text).trim()
  // 什么算居民 names the thing without saying so.
  const asksBack = ASKS_BACK.test(folded)
  if (answers(wanted, read) && !(asksBack && (wanted === 'resident' || wanted === 'taxIncluded'))) return read
  if (folded.length > LONGEST || asksBack) return undefined
  if (read.items.some(({ good }) => good !== undefined) && wanted !== 'price' && wanted !== 'pieces') return undefined
  // What is said of a remainder answers how much was spent.
  if (wanted === 'spentThisYear' && read.leftThisYear) return read
  const bare = BARE[wanted]?.(folded, options)
  return bare && { ...EMPTY, ...bare }
}

function answers(wanted: Wanted, read: Reading): boolean {
  const { items, hsCodes, foreign } = read
  switch (wanted) {
    case 'good':
      return items.some(({ good }) => good !== undefined)
    case 'price':
      return foreign !== undefined || items.some(({ total, each }) => total ?? each)
    case 'pieces':
      return items.some(({ pieces }) => pieces !== undefined)
    case 'content':
      return items.some(({ content }) => content !== undefined)
    case 'hsCodes':
      return hsCodes.length > 0
    default:
      return read[wanted] !== undefined
  }
}

/** The one amount of a short text. */
function onlyAmount(folded: string): ReturnType<typeof readMoney>[number] | undefined {
  const amounts = readMoney(folded)
  const [amount] = amounts
  if (amounts.length === 1) return amount
  const alone = /^\p{Script=Han}{0,4}\s?([零一二两三四五六七八九十])\s?(?:块|元)?[。.]?$/u.exec(folded)
  const number = numeral(alone?.[1] ?? '')
  return amounts.length === 0 && number !== undefined ? { amount: new Big(number), currency: undefined } : undefined
}

type SumField = 'freight' | 'insurance' | 'openDiscount' | 'voucher' | 'spentThisYear' | 'dutyFreeShop'

function sum(folded: string, field: SumField): Partial<Reading> | undefined {
  if (NONE.test(folded) || NO.test(folded)) return { [field]: new Big('0') }
  const money = onlyAmount(folded)
  return money && (money.currency === undefined || money.currency === 'CNY') ? { [field]: money.amount } : undefined
}

function rate(folded: string, field: 'tariffRate' | 'vatRate' | 'consumptionTaxRate'): Partial<Reading> | undefined {
  if (NONE.test(folded)) return { [field]: new Big('0') }
  const number = onlyAmount(folded.replace(/%|percent|per ?cent|个(?:百分)?点|点$|百分之/g, ''))?.amount
  if (number === undefined || number.gte('100')) return undefined
  // Nobody means six hundredths of a per cent by 0.06.
  return { [field]: number.lt('1') && !/%|percent|per ?cent|点/.test(folded) ? number : number.div('100') }
}

function yesOrNo(folded: string, field: 'taxIncluded' | 'resident'): Partial<Reading> | undefined {
  if (YES.test(folded)) return { [field]: true }
  return NO.test(folded) ? { [field]: false } : undefined
}
