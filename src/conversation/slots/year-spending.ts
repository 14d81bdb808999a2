import { Big } from 'big.js'
import type { Day } from '../../core/day.ts'
import { YUAN } from './currencies.ts'
import { englishNumber } from './english-numbers.ts'
import type { MentionOf } from './mentions.ts'
import { numeral } from './numeral.ts'
import { regimesIn } from './regime.ts'
import type { Role } from './roles.ts'

/** What went on the year's limit, order by order, in yuan, what went back below zero; and the amounts that are of an order still to be made, by where they stand. */
export type YearSpending = { spent: Big[]; next: ReadonlySet<number> }

/** What was spent is told, but not so that it could be summed. */
export const UNSURE = 'unsure'

/** An amount of a folded text, with what it was taken for. */
export type Said = { mention: MentionOf<'amount'>; role: Role | undefined }

const ASKS_LEFT =
  /剩|余额|余多少|(?:额度|限额|配额)(?:(?!扣|占|用|减|算)[^。?？\d]){0,8}(?:还有|多少|几多|几钱)|(?:还|仲)(?:能|可以|可|够)(?:再)?(?:买|用|花|刷|消费)[^。?？\d]{0,6}(?:多少|几多|几钱)|\b(?:left|remain\w*|balance)\b|\bhow much (?:more )?(?:can|could|may) i\b|\bhow much (?:is|of)\b[^.?]{0,30}\b(?:unused|available)\b/u
const ASKS_FITS =
  /够不够|够唔够|够[吗么用]|超(?:不超|没超|吗|了吗|额)|会(?:不会)?超|(?:还|仲)?(?:能|可以|可不可以|可唔可以)(?:不能)?[^。?？]{0,6}(?:买|下|拍)|过得[去了]|\benough\b|\bfits?\b|\b(?:can|could|may) i (?:still )?(?:buy|place|order|get)\b|\bgo through\b|\bover the limit\b/u
/** What is asked is about the yearly limit of a buyer. */
const OF_THE_YEAR =
  /额度|限额|限值|配额|今年|这一年|本年|年内|年度|一年里|海淘|跨境|保税|(?:[两三四五六七八九十\d]|几)(?:单|笔)|\b(?:quota|allowance|this year|so far|annual|yearly|year|limit|cbec|cross-border|bonded|tmall)\b|\bof (?:the|my) \d{4}/u
/** Other limits, and other questions. */
const OF_ANOTHER_KIND =
  /免税(?:额|店)|行李|过关|入境|离岛|包裹|邮寄|定金|佣金|退税|保证金|医保|报销|公司|企业|批货|\b(?:luggage|duty[- ]free|customs at|deposit|commission|parcel|company)\b|(?:交|收|缴|补)(?:多少|几多|几钱)|税[^。?？]{0,4}(?:多少|几多|几钱)|\bhow much (?:tax|duty)\b|\bwhat(?:'s| is) the (?:tax|duty)\b/u

const LAST_YEAR = /去年|前年|上一?年(?!度?的?额度)|往年|旧年|\b(?:last|previous|prior) year\b|\bthe year before\b/gu
const THIS_YEAR =
  /今年|本年|这一?年(?!度)|年初|年内|(?:^|[^去])年里|\b(?:this|the current) year\b|\bso far\b|\bsince january\b|\bytd\b/gu
const YEAR = /(?<!\d)(?<year>20[12]\d)(?!\d|\.\d|\s?(?:元|块|yuan|rmb))\s?年?/gu

/** The year said after its amount: 20,000 last year, 2万是去年的. */
const YEAR_AFTER =
  /^\s?(?:yuan |rmb )?(?:(?!\band\b|\bbut\b)[a-z' ]){0,40}?\b(?:last year|the year before|this year|so far)\b|^\s?(?:元|块)?(?:都?是|属于)?(?:去年|前年|今年)(?:的|买|花|那)/u

const OTHERS =
  /老公|老婆|先生|太太|爸爸?|妈妈?|我[爸妈]|朋友|对象|男友|女友|媳妇|爱人|同事|室友|姐姐?|哥哥?|弟弟|妹妹|儿子|女儿|[他她佢]|\b(?:he|she|husband|wife|mum|mom|dad|friend|brother|sister|roommate|partner|son|daughter)\b/gu
const SELF =
  /我(?!老公|老婆|先生|太太|爸|妈|朋友|对象|男友|女友|媳妇|爱人|同事|室友|姐|哥|弟|妹|儿子|女儿)|\b(?:i|me|mine|myself)\b/gu
const TOGETHER_WITH =
  /我[和跟同与](?:我)?(?:老公|老婆|先生|太太|爸|妈|朋友|对象|男友|女友|媳妇|爱人|同事|室友)[^,，。;；]{0,4}(?:一共|一起|两个人|俩|总共|加起来)|\b(?:we|our|together with my)\b/u

const NEXT =
  /(?<!后来|又)再(?:买|下|来|要|花|拍|入)(?!了|过)|(?:还|又|想|要|打算|准备|计划|现在|正)(?:想|要|打算|准备)(?:再)?(?:买|下|拍|入|要)?|(?:还能|还可以|仲可以|能不能|能|可以|可唔可以)(?:再)?(?:买|下|拍|入)|(?:想|要|看中|相中|等着)(?:再)?(?:买|下|入|拍|一)|打算|接下来|下一单|这一?单|这次|如果|要是|\b(?:another|one more|next|want(?:s|ed)?|plan(?:ning)?|going to|looking at|would like|thinking of|if i|can i|could i|may i|will i|room for|afford)\b/gu
const PAST =
  /已经?|花了|用了|买了|买过|下了|下过|用掉|花掉|花咗|用咗|买咗|到现在|分别|\b(?:spent|used|bought|ordered|placed|paid|already|have had|were|was)\b/gu

const NUMBER = '\\d{1,2}|[一二两三四五六七八九十]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
const ORDER = '(?:单|笔|次|回|趟|个|件)'
/** 3单每单, 两次都是: the same several times, said before the amount. */
const ALIKE_BEFORE = new RegExp(
  `(?<n>${NUMBER})\\s?${ORDER}(?:(?!(?:${NUMBER})\\s?${ORDER})[^。?？\\d]){0,8}(?:每|各|都|均)(?:自)?(?:一)?${ORDER}?(?:都?是|花了?|花咗|买了?|要)?\\s?$|\\b(?<n>${NUMBER})\\s(?:times|orders|purchases)\\s(?:of|at|for)\\s$|\\b(?<n>twice|thrice)\\s(?:for |at |i spent )?$`,
  'u',
)
/** 两单4800: of each, or of both; with 的 after it, of each. */
const RIGHT_BEFORE = new RegExp(`(?<![第\\d])(?<n>${NUMBER})\\s?(?:单|笔|次|回)(?:是|:|,)?\\s?$`, 'u')
const N_BEFORE = new RegExp(
  `\\b(?<n>twice|thrice)\\b|\\b(?<n>${NUMBER})\\s(?:times|orders|purchases|[a-z]+s)\\b|(?<n>${NUMBER})\\s?${ORDER}`,
  'u',
)
const EACH =
  /^\s?(?:yuan|rmb|cny)?\s?(?:each|apiece|per (?:order|time|purchase)|a time|a go|every time|(?:一|每)(?:单|笔|次|回))/u
const TIMES_AFTER = new RegExp(
  `^\\s?(?:yuan |rmb )?的?(?:,\\s?)?(?:(?<n>${NUMBER})\\s?(?:单|笔|次|回)(?!退|分)|(?<n>twice|thrice)\\b|(?<n>${NUMBER})\\stimes\\b|[x×*]\\s?(?<n>${NUMBER})(?!\\d))`,
  'u',
)
const EACH_SAID = /(?:每|各)(?:自|一)?(?:单|笔|次|回|个|件)?[^\d,，。]{0,4}$/u

const TOTAL_BEFORE =
  /(?:一共|总共|合共|共计|合计|总计|加起来|加埋|累计|总额|(?<!公)共|\b(?:total(?:s|ling|ing)?(?: of)?|altogether|in all|combined|sum))(?:花|用|买|是|就|了|咗|大概|约|:|\s|is|of|was|to|came){0,5}$/u
const TOTAL_AFTER = /^\s?(?:yuan |rmb )?(?:in total|altogether|in all|combined|一共|总共|合计|total\b)/u
const OF_WHICH = /其中|包括|里面|当中|\b(?:of which|of that|of those|including|among (?:them|those))\b/u
const PERIOD =
  /上半年|下半年|[前后]半年|季度?|春|夏|秋|冬|月|\b(?:spring|summer|autumn|fall|winter|half|quarter|q[1-4]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/u

/** 每笔不到1000: no amount that could be summed. */
const VAGUE =
  /(?:不到|没到|未到|不足|不超过?|没超过?|少过|至少|最多|超过|\b(?:under|below|less than|more than|over|at most|at least|up to))\s?$/u
const LIMIT_BEFORE =
  /(?:额度|限额|限值|上限|limits?|allowance|quota|cap)(?:一共|总共|是|为|有|共|就|才|只有|of|is|the|:|\s){0,4}$|\b(?:of|out of|from) (?:the|my) (?:annual |yearly |full )?$/u
const LIMIT_AFTER =
  /^(?:元|块)?的?(?:年度|一年|每年)?(?:总?额度|限额|上限|限值)(?!\s?(?:已|用|被|还|剩|有|够|多少|几))|^\s?(?:yuan|rmb)?\s?(?:annual|yearly|total|per[- ]year)?\s?(?:limit|quota|allowance|cap)\b(?!\s?(?:used|spent|left|remain))/u

const TAX_BEFORE = /(?:税(?:费|款|金|额)?|\b(?:tax(?:es)?|duty))(?:花|交|缴|是|了|:|\s|of|was|is){0,4}$/u
const TAX_AFTER =
  /^\s?(?:元|块)?(?:的|是|系)?(?:关|增值)?税|^\s?(?:yuan )?(?:of (?:it|that|this|which) )?(?:is|was) (?:the )?tax\b|^\s?(?:yuan )?(?:in |of )?(?:import )?(?:tax|duty)\b/u
const JOINED = /^\s?(?:元|块|yuan)?\s?(?:和|跟|与|、|,|and|&)\s?$/u

const BACK = /退(?!税|休)|取消|\b(?:return(?:ed|ing)?|refunded|sent (?:\w+ ){0,3}back|cancel(?:led|ed)?)\b/u
/** Goods that went back: before the amount, or after it. */
const BACK_BEFORE =
  /(?:退(?:货|掉|回|还)?(?:了|咗)?(?:其中|一单|一笔|一个|一件|那单|那个|那笔|价值|一|的|是|\s){0,3}|\b(?:returned|sent back)(?: (?:the|one|an?|my|goods|order|worth|of|for|it|item|that|cost))*\s?)$/u
const BACK_AFTER =
  /^\s?(?:元|块|yuan|rmb)?\s?(?:的|嘅)?(?:那|这|嗰)?(?:一)?(?:单|笔|次|个|件|回|order|one|purchase)?(?:已经?|后来|又|都|被|我|全|给|was|were|has been|later|then|i|which|that|and|,|\s){0,5}(?:退(?:货|了|掉|回|咗)|returned|refunded|sent back)|^[^,，。;；\d又再]{0,10}退(?:货)?了/u
/** Money back without the goods, or a part: what that does to the limit nobody said. */
const MONEY_ONLY =
  /仅退款|只退款|退款不退货|部分退|退差价|取消|\b(?:partial(?:ly)? refund|refund only|cancel(?:led|ed)?)\b/u
const ORDINALS = ['一1', '二2两', '三3', '四4', '五5', '六6']
const ORDINALS_EN = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']
const ORDINAL = new RegExp(
  `(?<zh>第\\s?[一二两三四五六1-6]|最后一?|头一?|后(?=一))\\s?(?:一)?(?:单|笔|次|个|回)[^。?？,，\\d]{0,8}退|退[^。?？\\d]{0,6}(?<zh>第\\s?[一二两三四五六1-6]|最后一?|头一?)\\s?(?:单|笔|次|个|回)|\\b(?:returned|sent back)\\s(?:the |my )?(?<en>${ORDINALS_EN.join('|')}|last)\\b|\\b(?<en>${ORDINALS_EN.join('|')}|last)(?: one| order| purchase)?(?: was| got| has been)?(?: later)? (?:returned|sent back)`,
  'u',
)

const lastOf = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1

const numberOf = (said: string | undefined): number | undefined => {
  if (said === undefined) return undefined
  if (said === 'twice') return 2
  if (said === 'thrice') return 3
  return englishNumber(said) ?? Number(numeral(said) ?? Number.NaN)
}

type Owner = { year: 'this' | 'last'; person: 'self' | 'other'; next: boolean }

/** Whose, of which year, and whether still to come, as the words before an amount turn it. */
function turned({ year, person, next }: Owner, gap: string, thisYear: string): Owner {
  const years = [...gap.matchAll(YEAR)].map(({ index, groups }) => ({ index, is: groups?.year === thisYear }))
  const last = Math.max(lastOf(gap, LAST_YEAR), years.findLast(({ is }) => !is)?.index ?? -1)
  const current = Math.max(lastOf(gap, THIS_YEAR), years.findLast(({ is }) => is)?.index ?? -1)
  const [other, self] = [lastOf(gap, OTHERS), lastOf(gap, SELF)]
  const [planned, past] = [lastOf(gap, NEXT), lastOf(gap, PAST)]
  return {
    year: last === current ? year : last > current ? 'last' : 'this',
    person: other === self ? person : other > self ? 'other' : 'self',
    next: planned === past ? next : planned > past,
  }
}

/** How many times an amount was spent; undefined where it is said to be of each of several, and not of how many. */
function timesOf(before: string, gap: string, after: string, listed: number, amounts: number): number | undefined {
  const alike = numberOf(ALIKE_BEFORE.exec(gap)?.groups?.n)
  if (alike) return alike
  const orders = numberOf(RIGHT_BEFORE.exec(gap)?.groups?.n) ?? 1
  if (orders > 1 && /^\s?(?:元|块)?的(?!退)/u.test(after)) return orders
  if (orders > 1 && amounts - listed < orders) return undefined
  // 一次6000一次4500 is a list.
  if ((EACH.test(after) && !/一(?:单|笔|次|回|个|件)\s?$/u.test(gap)) || EACH_SAID.test(gap))
    return numberOf(N_BEFORE.exec(gap)?.groups?.n) ?? numberOf(N_BEFORE.exec(before)?.groups?.n)
  const times = numberOf(TIMES_AFTER.exec(after)?.groups?.n)
  // 4200和3150两笔: what is counted is the list.
  return times === undefined || (listed > 0 && times === listed + 1) ? 1 : times
}

/**
 * What went on the year's limit, where a message tells it in several amounts, or beside those of another year, of another person or of goods that went back, and asks what is left or whether
 * a further order fits. Undefined where it asks for nothing of the kind, unsure where it cannot be told for certain which amounts count.
 * @param folded the text as {@link foldAmounts} leaves it
 * @param amounts its amounts, in order
 */
export function yearSpending(folded: string, amounts: Said[], today: Day): YearSpending | typeof UNSURE | undefined {
  const asksLeft = ASKS_LEFT.test(folded)
  if (amounts.length === 0 || (!asksLeft && !ASKS_FITS.test(folded))) return undefined
  if (!OF_THE_YEAR.test(folded) || OF_ANOTHER_KIND.test(folded)) return undefined
  if (regimesIn(folded).some((regime) => regime !== 'cbec')) return undefined
  if (amounts.some(({ mention: { currency }, role }) => (currency ?? YUAN) !== YUAN || role === 'left'))
    return undefined
  const unsure = asksLeft ? UNSURE : undefined
  if (TOGETHER_WITH.test(folded) || (BACK.test(folded) && MONEY_ONLY.test(folded))) return unsure

  let owner: Owner = { year: 'this', person: 'self', next: false }
  const spent: Big[] = []
  const next = new Set<number>()
  let leftOut = false
  let given = false
  let end = 0
  let parts = false
  let totalled = false
  let isTax = false
  for (const [index, { mention, role }] of amounts.entries()) {
    const gap = folded.slice(end, mention.start)
    const after = folded.slice(mention.end, amounts[index + 1]?.mention.start ?? folded.length)
    const before = folded.slice(0, mention.start)
    const said = YEAR_AFTER.exec(after)
    end = mention.end + (said?.[0].length ?? 0)
    owner = turned(owner, said ? `${gap} ${said[0]}` : gap, today.slice(0, 4))
    if (LIMIT_BEFORE.test(gap) || LIMIT_AFTER.test(after)) continue
    if (VAGUE.test(gap)) return unsure
    // Tax counts for nothing, nor do vouchers.
    isTax = TAX_BEFORE.test(gap) || TAX_AFTER.test(after) || (isTax && JOINED.test(gap))
    if (role === 'voucher' || isTax) continue
    if (role === 'openDiscount' || role === 'list' || role === 'dutyFreeShop') return undefined
    if (owner.year === 'last' || owner.person === 'other') {
      leftOut = true
      continue
    }
    const { amount } = mention
    const backBefore = BACK_BEFORE.test(gap)
    // 用了12000，后来退了一单2000: what went back is named after it.
    const ofNext = index + 1 < amounts.length && BACK_BEFORE.test(after)
    if (backBefore || (!ofNext && BACK_AFTER.test(after))) {
      given = true
      const isPart = totalled || backBefore || OF_WHICH.test(gap) || spent.some((one) => one.eq(amount))
      if (!isPart && spent.length === 1 && !/[一单笔次个]|\bone\b/u.test(gap)) return unsure
      if (!isPart) spent.push(amount)
      spent.push(amount.neg())
      continue
    }
    if (owner.next && role !== 'spent') {
      next.add(mention.start)
      continue
    }
    if (OF_WHICH.test(gap)) parts = true
    if (parts) continue
    if (TOTAL_BEFORE.test(gap) || TOTAL_AFTER.test(after)) {
      const sum = spent.reduce((one, other) => one.plus(other), new Big('0'))
      if (spent.length > 0 && sum.eq(amount)) continue
      if (spent.length > 0 && !PERIOD.test(gap)) return unsure
      totalled = true
      spent.push(amount)
      if (/分别|:|：/u.test(after)) parts = true
      continue
    }
    const times = timesOf(before, gap, after, spent.length, amounts.length)
    if (times === undefined || !(times > 0)) return unsure
    for (let time = 0; time < times; time++) spent.push(amount)
  }
  if (BACK.test(folded) && !given) {
    const ordinal = ORDINAL.exec(folded)?.groups
    const at = ordinal && orderSaid(ordinal, spent.length)
    const returned = at === undefined ? undefined : spent[at]
    if (returned === undefined) return unsure
    spent.push(returned.neg())
    given = true
  }
  const total = spent.reduce((one, other) => one.plus(other), new Big('0'))
  // A single amount of this year is read where every other is; only what must be told apart is told apart here.
  const told =
    spent.length > 1 || given || leftOut || parts || (asksLeft && amounts.length === 1 && amounts[0]?.role === 'total')
  if (!told || spent.length === 0 || total.lt('0')) return undefined
  return asksLeft || next.size > 0 ? { spent, next } : undefined
}

/** Which of several orders an ordinal means, from 0. */
function orderSaid({ zh, en }: Record<string, string | undefined>, orders: number): number | undefined {
  if (en === 'last' || zh?.startsWith('最后') || zh === '后') return orders - 1
  if (en !== undefined) return ORDINALS_EN.indexOf(en)
  if (zh?.startsWith('头')) return 0
  const at = ORDINALS.findIndex((signs) => [...signs].some((sign) => zh?.endsWith(sign)))
  return at < 0 ? undefined : at
}
