import { wordsIn } from './complete.ts'
import type { Reading } from './slots/reading.ts'
import { goesAbroad } from './slots/traveller.ts'

/** A question for the tax on something. */
export const TAX_ASKED =
  /(?:多少|几多|几个点)[^。？?]{0,4}税|税[^。？?]{0,8}(?:多少|几多|几钱|怎么算|咋算)|(?:交|收|缴|付|补|纳)[^。？?]{0,6}(?:多少|几多|几钱)|(?:多少|几多)钱?(?:才)?(?:交|收|缴)|税[?？]|税$|税(?:额|款|费|金)(?:$|[?？ ,，])|合计税|\btax\b.{0,6}(?:多少|几多|几钱)|\btaxed on\b|税怎么[收交计]|怎么[收交]税|税按|帮[我忙]?[计算](?:一?下|算)|\d(?:块|元)?(?:就)?(?:对[吗么吧不]|没错吧)|税[^。？?]{0,6}\d[^。？?]{0,8}(?:对[吗么不]|没错吧|正确|合理|算错|收错|多收)|税[^。？?]{0,8}[收算交](?:吧|对吧|对[吗么])|算[^。？?]{0,6}税|[反倒]推[^。？?]{0,8}(?:完税|税前)|要不要[交缴]|(?:要|会|会不会|要不要)[交缴被打上]税|(?:how much|what|total|any)\b[^.?]{0,30}\b(?:tax|duty|vat)\b|how much (?:do|will|would|should) i (?:pay|owe)|\bwhat (?:do|will|would) i (?:owe|pay)\b|\b(?:tax|duty|taxes|duties) (?:is|are|will be|would be) (?:how much|what)\b|\b(?:tax|duty|vat) (?:amount|bill|total|pls|plz|please)\b|\bcost (?:me )?in (?:tax|duty|duties)\b|\b(?:calc|calculate|work out)\b|\bhow much.{0,40}\bat customs\b|\b(?:tax|duty) (?:on|for)\b|(?:calculate|work out)[^.?]{0,20}(?:tax|duty)|(?:tax|duty)\s*\?|\b(?:tax|duty) at (?:customs|the (?:airport|border))/u
/** The same in ways that are heard less: taxed or free, the tax at the end of a line, what customs will take. */
const ALSO_TAX_ASKED =
  /海关[^。？?]{0,6}收(?:我)?(?:多少|几多|几钱|税)|(?:进关|过关|入关|入境|清关|要唔要|使唔使|用不用|要不要|需不需要|是不是要|会不会)[^。?？]{0,6}(?:[交缴收补打俾畀]税|税)|(?:要|会|得)(?:被)?[交缴收补打俾畀]税(?:[吗么嘛不咩]|$)|[交缴补打]税[吗么嘛不咩]|完税|\bdo i (?:have to |need to )?pay\b|\bis there (?:any )?(?:tax|duty)\b|\b(?:be|get|gets|getting|i) taxed\b|\btaxed\?|\btax(?:ed|able)?,? or (?:is it |tax[- ])?(?:free|not|no)\b|\b(?:tax|taxes|duty)\s*$|\b(?:tax|taxes|duty)\b[^.?]{0,16}\?|\b(?:tax|duty) (?:via|through|under|by) (?:cbec|cross)/u
const asksTax = (folded: string): boolean => TAX_ASKED.test(folded) || ALSO_TAX_ASKED.test(folded)
/** What of a traveller's things is within, or above, the allowance. */
const ALLOWANCE_ASKED =
  /超(?:出|过|了|咗)?[^。？?]{0,8}(?:多少|几多|几钱)|(?:多少|几多|几钱|哪些|哪部分)[^。？?]{0,6}(?:免|超|要税)|免(?:税|征)?[^。？?]{0,4}(?:多少|几多|几钱)|\bhow much\b[^.?]{0,24}\b(?:over|above|free|exempt|taxable|beyond|excess)\b|\b(?:am i|is (?:it|this|that)|are they) (?:over|within|under)\b/u
const QUOTA_ASKED =
  /剩[^。？?\d]{0,6}(?:多少|几多|几钱|几)|过得[去了]|(?:会|得)?(?:咋样|咋办|怎么办|点办)|另外[^。？?]{0,3}税|能走|可以走|正好|刚好|啱啱好|会不会超|超[吗了没不]|额度[^。？?\d]{0,6}(?:多少|几多|几钱)|\benough\b|\bfits?\b|\bgo through\b|\btaxed\b|\bok\b|\bwant\b|\bfine\b|还(?:能|可以)[^。？?]{0,6}(?:买|用)|仲(?:可以|能)[^。？?]{0,6}买|够不够|够唔够|超没超|够[吗么用]|行[吗么不]|得唔得|能(?:不能)?[买用]|可(?:不可)?以(?:[买用]|[吗么不]|$|[?？])|买得[了到]|会(?:怎么样|怎样|超|不会)|还能|how much (?:is |do i have )?left|left\b|still (?:buy|order|have)|\bremain(?:s|ing)?\b|can i (?:still )?(?:buy|order)/u
const COMPARE_ASKED =
  /(?:哪|边)[个种样边条](?:渠道|方式|办法)?[^。?？]{0,6}(?:便宜|划算|合算|省|抵|好|少|低|贵|多)|怎么(?:买|寄|带)[^。?？]{0,4}(?:便宜|划算|省)|还是[^。？?]{0,14}(?:划算|合算|便宜|省钱)|(?:划算|合算|便宜)还是|边个抵|比较|对比|相比|差(?:多少|几多)|cheaper|better deal|compare|versus|\bvs\b|\bagainst\b|which (?:way|channel|one)|\bless tax\b|\blower tax\b/u
const CLASS_ASKED =
  /high-end|(?:算不算|是不是|是否|属不属于|算|属于|按)高[档挡端级]|高[档挡端级](?:[吗么]|还是)|\b(?:luxury|premium)\?/u
/** Whether a message asks if goods are of the class that bears more tax. */
export const classAsked = (folded: string): boolean => CLASS_ASKED.test(folded)
/** A wish for a calculation, and nothing else. */
export const CALCULATE_ONLY =
  /^(?:请|麻烦)?(?:你)?(?:帮我|给我|替我)?(?:算|计)(?:一下|一算|算|下|个|计)?[^0-9]{0,8}税[^0-9]{0,4}$|^(?:please )?(?:can you )?(?:calculate|work out|compute)[^0-9]{0,24}(?:tax|duty)[^0-9]{0,12}$/u
/** The tax on something that was not named. */
export const THIS_ONE =
  /^(?:请问|唔该|我想问)?[,， ]?(?:这个|这东西|这件|呢个|呢件|嗰个|那个|它)(?:东西|商品|货)?(?:要|会|需要|得)?(?:交|收|缴|俾|畀)?(?:多少|几多)(?:钱)?(?:的)?税[呀啊呢吗嘅咧?？ ]*$|^how much (?:tax|duty) (?:do i (?:have to )?pay |will i pay |is (?:it|there) )?(?:for|on) (?:this|it|that)(?: one)?[?. ]*$/u
/** How a message begins or ends that goes on with a calculation. */
export const GOES_ON =
  /^(?:那|那么|换成|要是|如果|假如|改成|不对|不是|错了|搞错|更正|应该是|我是说|再加|加上|还有|and\b|but\b|no\b|sorry|actually|i meant?|make (?:it|that)|plus\b|add\b|with\b|what if|what about|how about|or\b|then\b)|呢[？?]?$|的话|\b(?:instead|as well|too)\b/iu

/** Whether a price was read. */
export const hasPrice = ({ items, orderTotal, foreign }: Reading): boolean =>
  orderTotal !== undefined ||
  foreign !== undefined ||
  items.some(({ total, each }) => total !== undefined || each !== undefined)
/** Whether a good was read. */
export const hasGood = ({ items }: Reading): boolean => items.some(({ good }) => good !== undefined)
/** Whether anything was read that a calculation can go on with. */
export const saysSomething = (reading: Reading): boolean =>
  hasPrice(reading) ||
  hasGood(reading) ||
  reading.regime !== undefined ||
  reading.tariffRate !== undefined ||
  reading.spentThisYear !== undefined ||
  reading.from !== undefined ||
  reading.resident !== undefined ||
  reading.freight !== undefined ||
  reading.voucher !== undefined ||
  reading.openDiscount !== undefined ||
  reading.items.some(({ pieces, content }) => pieces !== undefined || content !== undefined)

/** Whether a price, a quantity or a rate was read. */
export const saysNumber = (reading: Reading): boolean =>
  hasPrice(reading) ||
  reading.tariffRate !== undefined ||
  reading.freight !== undefined ||
  reading.voucher !== undefined ||
  reading.openDiscount !== undefined ||
  reading.items.some(({ pieces, content }) => pieces !== undefined || content !== undefined)

/** Whether a message sets ways of buying side by side. */
export const compares = (folded: string): boolean => COMPARE_ASKED.test(folded)

/** Somebody's own things, which left the country with them. */
const OWN_ALREADY =
  /出(?:国|境)(?:之?前|时)[^。?？]{0,6}(?:买|带|戴|就有)|(?:带|戴|背|穿|拿)(?:了|咗)?出(?:去|国|境)[^。?？]{0,8}(?:回|返)|国内买的[^。?？]{0,10}(?:回|返)|\btook (?:it |them |with me )?(?:abroad|out)\b|\bbefore (?:i left|the trip|my trip|leaving)\b|\balready (?:had|owned)\b/u
export const isOwnAlready = (folded: string): boolean => OWN_ALREADY.test(folded)

/** Which advisor a message is for; undefined when it is none's. */
export function advisorFor(folded: string, reading: Reading): string | undefined {
  if (isOwnAlready(folded)) return undefined
  const used = reading.spentThisYear !== undefined || (reading.leftThisYear !== undefined && hasPrice(reading))
  if (used && QUOTA_ASKED.test(folded)) return 'quota'
  // What is sent abroad bears no tax of ours.
  const mayBeSent = reading.regime === undefined || reading.regime === 'parcel'
  if (mayBeSent && !severalWays(reading) && goesAbroad(folded)) return undefined
  if (!hasPrice(reading)) {
    if (asksTobacco(folded, reading)) return 'luggage-tax'
    const rates = severalWays(reading) && hasGood(reading) && (RATES_ASKED.test(folded) || compares(folded))
    return rates ? 'compare-rates' : undefined
  }
  const fragment =
    hasGood(reading) &&
    (reading.regime !== undefined || reading.freight !== undefined || reading.items.some(({ content }) => content)) &&
    wordsIn(folded) <= LONGEST_FRAGMENT &&
    !/[?？吗呢咋]|能|可以|怎|什么|要不要|should|can |is |do /u.test(folded)
  if (classAsked(folded) && hasGood(reading))
    return reading.regime === undefined ? 'import-tax' : advisorOf(folded, reading)
  // Whoever tells the rates of goods with a price wants the tax, whatever the words: `total?`, `多少钱`.
  const rated = reading.tariffRate !== undefined && reading.vatRate !== undefined
  if (reading.taxIncluded && BACKWARDS.test(folded)) return 'import-tax'
  if (!rated && severalWays(reading) && /税|多少|几多|\btax|\bdut|\bpay|\bcost/u.test(folded)) return 'compare-channels'
  if (reading.regime === 'luggage' && ALLOWANCE_ASKED.test(folded)) return 'luggage-tax'
  if (!asksTax(folded) && asksOneOrder(folded, reading)) return 'one-order'
  if (!asksTax(folded) && !compares(folded) && !fragment && !rated) return undefined
  return advisorOf(folded, reading)
}

/** How much tobacco a traveller may bring. */
const HOW_MUCH_TOBACCO =
  /(?:带|免税|买)[^。?？]{0,8}(?:几多|多少|几)(?:支|条|包|根|盒)?|(?:几多|多少|几)(?:支|条|包|根|盒)|烟[^。?？]{0,6}(?:限额|免税额|数量|上限)|(?:能|可以|可唔可以)带[^。?？]{0,6}[条包支]|\bhow (?:many|much)\b|\ballowance\b|\b(?:ok|okay|allowed)\?|\bcan i\b/u
const PUNISHED = /罚|没收|扣|抓|\bfine|\bconfiscat|\bseiz/u
const TOBACCO = new Set(['cigarettes', 'cigars', 'loose-tobacco', 'e-cigarettes'])
/** Whether a message asks for the tobacco that may be brought from a place it names, which is a quantity and needs no price. */
const asksTobacco = (folded: string, { items, regime, from }: Reading): boolean =>
  (regime === 'luggage' || regime === undefined) &&
  from !== undefined &&
  items.length === 1 &&
  TOBACCO.has(items[0]?.good ?? '') &&
  HOW_MUCH_TOBACCO.test(folded) &&
  !PUNISHED.test(folded)

/** Whether an order may be made at all. */
const ORDER_ASKED =
  /行不行|行[吗么]|(?:能不能|能|可不可以|可以|可唔可以|得唔得)[^。？?]{0,6}(?:买|过[吗么不关]|过得|下单|付款|清关|通关|走|行)|超(?:没|不)?超|超(?:过)?(?:了)?(?:限|额|五千|单次|\d000)[^。？?]{0,6}(?:吗|没|么|吧)|(?:没|不|冇)(?:有)?超|超(?:了)?(?:吗|没有|没|么|咗未)|过得[了去]|\bcheck ?out\b|\b(?:can|may) (?:i|we) (?:\w+ ){0,3}(?:buy|order|pay)|\b(?:is|am|are) (?:it|this|that|i|we|they) (?:over|above|within|under)\b|\bgo(?:es)? through\b(?! (?:it|this|that|them))|\bblocked\b|\bover the limit\b|\b(?:is (?:it|this|that) )?(?:ok|okay|allowed|possible|fine)\?/u
const ONE_ORDER =
  /一单|一笔|一起|下单|合并|同一单|单次|限[额值]|\d000|五千|5千|5k|订单|券|红包|积分|(?<!\bin )\border|\bcart\b|\bcheck ?out\b|\blimit|\btogether\b|\btransaction\b/u

/** Whether an amount of tax on goods with a price is asked for, in so many words; such a message is a sum whatever else it says. */
export const asksAmount = (folded: string, reading: Reading): boolean =>
  hasPrice(reading) &&
  hasGood(reading) &&
  /(?:多少|几多|几钱)钱?税|税[^。？?]{0,8}(?:多少|几多|几钱)|[交收缴付补][^。？?]{0,4}(?:多少|几多|几钱)|\bhow much\b.{0,24}\b(?:tax|duty)\b|\b(?:tax|duty) (?:amount|total)\b/u.test(
    folded,
  )

/** Words of the longest message that asks for one order; a longer one tells a story. */
const LONGEST_ORDER = 30
/** What is declared by companies, not ordered by shoppers. */
const OF_TRADERS = /9610|9710|9810|1210|1039|出口|报关|申报|一票|票货|\bexport|\bshipments?\b|\bdeclar/u

/** Whether a message asks if an order with these prices may be made in retail import. */
export const asksOneOrder = (folded: string, reading: Reading): boolean =>
  hasPrice(reading) &&
  reading.foreign === undefined &&
  (reading.regime === 'cbec' ||
    (reading.regime === undefined &&
      reading.regimes === undefined &&
      (ONE_ORDER.test(folded) || reading.freight?.gt('0') === true))) &&
  reading.spentThisYear === undefined &&
  reading.leftThisYear === undefined &&
  !OF_TRADERS.test(folded) &&
  wordsIn(folded) <= LONGEST_ORDER &&
  ORDER_ASKED.test(folded)

/** Whether several ways of buying were named. */
const severalWays = ({ regimes }: Reading): boolean => regimes !== undefined && regimes.length > 1

/** Words of a shop: what is bought in one is retail import, unless another way is named. */
const SHOP =
  /下单|店铺|平台|网[购店]|网上买|海淘|红包|优惠券|[用领]券|积分|满减|结算|购物车|旗舰店|到手价|\bcheck ?out\b|\bin my cart\b|\b(?:coupon|voucher)s?\b|\b(?:loyalty|reward) points\b|\bonline\b|\bplatform\b|\bmy order\b|\border (?:is|of|total|comes)\b/u
const buys = (folded: string): boolean => SHOP.test(folded)

/** A question for rates, without a price. */
const RATES_ASKED =
  /税率|税点|几个点|多少点|多少税|多少个点|税[^。？?]{0,6}(?:差|分别|各)|(?:差|分别|各)[^。？?]{0,6}税|\b(?:tax|duty) ?rates?\b|\brates?\b.{0,12}\beach\b|\btax each\b/u
/** Words of the longest message that is a price with its goods and channel, and asks by that alone. */
const LONGEST_FRAGMENT = 14
/** A question for the value within a price with its tax. */
const BACKWARDS =
  /完税|税前|不含税|裸价|申报|里面?[有含是]?多少税|多少是税|\b(?:dutiable|taxable|declared|customs) (?:value|price)|before tax|without (?:the )?tax|how much of (?:it|that|this) is tax/u

/** The advisor for a price by the way the goods come; where nothing tells it, the usual ways stand side by side. */
export function advisorOf(folded: string, reading: Reading): string {
  const { regime, taxIncluded, tariffRate } = reading
  if (compares(folded) || severalWays(reading)) return 'compare-channels'
  switch (regime) {
    case 'cbec':
      return 'import-tax'
    case 'parcel':
      return 'parcel-tax'
    case 'luggage':
      return 'luggage-tax'
    case 'general-trade':
      return 'general-trade'
    default:
      return buys(folded) || taxIncluded || tariffRate !== undefined ? 'import-tax' : 'compare-channels'
  }
}
