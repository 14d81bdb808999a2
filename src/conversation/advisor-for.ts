import { wordsIn } from './complete.ts'
import type { Reading } from './slots/reading.ts'
import { goesAbroad, sellsAbroad } from './slots/traveller.ts'
import { asksBackwards, asksHowMuch, asksHowMuchTax, asksTax, isAmountAsked, isOtherTax } from './tax-asked.ts'

/** What of a traveller's things is within, or above, the allowance. */
const ALLOWANCE_ASKED =
  /超(?:出|过|了|咗)?[^。？?]{0,8}(?:多少|几多|几钱)|(?:多少|几多|几钱|哪些|哪部分)[^。？?]{0,6}(?:免|超|要税)|免(?:税|征)?[^。？?]{0,4}(?:多少|几多|几钱)|\bhow much\b[^.?]{0,24}\b(?:over|above|free|exempt|taxable|beyond|excess)\b|\b(?:am i|is (?:it|this|that)|are they) (?:over|within|under)\b/u
const QUOTA_ASKED =
  /(?:剩|还有|仲有)[^。？?\d]{0,6}(?:多少|几多|几钱|几)|过得[去了]|(?:会|得)?(?:咋样|咋办|怎么办|点办)|另外[^。？?]{0,3}税|(?:能不能|可不可以|可唔可以|能|可以)[^。？?，,]{0,10}走|(?:部分|一半|剩[^。？?，,]{0,6}|超[^。？?，,]{0,8})(?:按|补|交)[^。？?，,]{0,4}税|正好|刚好|啱啱好|会不会超|超[吗了没不]|额度[^。？?\d]{0,6}(?:多少|几多|几钱)|\benough\b|\bfits?\b|\bgo through\b|\btaxed\b|\bok\b|\bwant\b|\bfine\b|还(?:能|可以)[^。？?]{0,6}(?:买|用)|仲(?:可以|能)[^。？?]{0,6}买|够不够|够唔够|超没超|够[吗么用]|行[吗么不]|得唔得|能(?:不能)?[买用过]|可(?:不可)?以(?:[买用]|[吗么不]|$|[?？])|买得[了到]|会(?:怎么样|怎样|超|不会)|还能|how much (?:is |do i have )?left|left\b|still (?:buy|order|have)|\bremain(?:s|ing)?\b|can i (?:still )?(?:buy|order)/u
/** Several orders are to be made, not one of several things. */
const ORDERS_APART =
  /(?:一|每|各)(?:单|笔)[^。?？]*一(?:单|笔)|(?:两|三|四|五|[2-9])(?:单|笔)|分(?:两|三|开|成)|\b(?:two|three|four|five|separate|several) orders\b|\bone order\b.*\b(?:one|another)\b/u
const COMPARE_ASKED =
  /(?:哪|边)[个种样边条](?:渠道|方式|办法)?[^。?？]{0,6}(?:便宜|划算|合算|省|抵|好|(?<!多)少|低|贵|(?<!几)多(?!少))|怎么(?:买|寄|带)[^。?？]{0,4}(?:便宜|划算|省)|还是[^。？?]{0,14}(?:划算|合算|便宜|省钱)|(?:划算|合算|便宜)还是|边个抵|比较|对比|相比|差(?:多少|几多)|cheaper|better deal|compare|versus|\bvs\b|\bagainst\b|which (?:way|channel|one)|\bless tax\b|\blower tax\b/u
const CLASS_ASKED =
  /high-end|(?:算不算|是不是|是否|属不属于|算|属于|按)高[档挡端级]|高[档挡端级](?:[吗么]|还是)|\b(?:luxury|premium)\?/u
/** Whether a message asks if goods are of the class that bears more tax. */
export const classAsked = (folded: string): boolean => CLASS_ASKED.test(folded)
/** A wish for a calculation, and nothing else. */
export const CALCULATE_ONLY =
  /^(?:请|麻烦)?(?:你)?(?:帮我|给我|替我)?(?:算|计)(?:一下|一算|算|下|个|计)?[^0-9]{0,8}税[^0-9]{0,4}$|^[^0-9吗怎么多少]{0,8}税[费款]?(?:请|麻烦)?[你您]?(?:帮我|给我|替我|帮忙|帮)?(?:算|计)(?:一?下|一?算|计)?[吧呗啊呀谢 。.!！]*$|^(?:please )?(?:can you )?(?:calculate|work out|compute)[^0-9]{0,24}(?:tax|duty|duties|taxes)(?: i (?:owe|have to pay|must pay))?(?: (?:for|to) me)?[ ,]*(?:please|pls|thanks)?[ .!?]*$/u
/** The tax on something that was not named. */
export const THIS_ONE =
  /^(?:请问|唔该|我想问)?[,， ]?(?:这个|这东西|这件|呢个|呢件|嗰个|那个|它)(?:东西|商品|货)?(?:要|会|需要|得)?(?:交|收|缴|俾|畀)?(?:多少|几多)(?:钱)?(?:的)?税[呀啊呢吗嘅咧?？ ]*$|^how much (?:tax|duty) (?:do i (?:have to )?pay |will i pay |is (?:it|there) )?(?:for|on) (?:this|it|that)(?: one)?[?. ]*$/u
/** What a traveller's luggage cost too much for: customs wants tax, and neither goods nor price are told. */
export const LUGGAGE_TAXED =
  /^(?=[^。?？]{0,30}(?:我|俺|被))[^\d。?？]{0,24}(?:超|海关|拦|截|查|扣)[^\d。?？]{0,14}[交收补缴][^\d。?？]{0,4}(?:多少|几多|几钱)[^\d。?？]{0,4}[。?？]?$|^(?=[^.?]*\b(?:my|i|me)\b)[^\d.?]{0,60}\b(?:over|too much|stopped|customs)\b[^\d.?]{0,40}\bhow much\b[^\d.?]{0,30}[.?]?$/u
/** How a message begins or ends that goes on with a calculation. */
export const GOES_ON =
  /^(?:那|那么|咁|噉|换成|要是|如果|假如|改成|不对|也?(?:不|唔)[是系]|不走|唔走|错了|打错|写错|说错|讲错|搞错|更正|应该是|我是说|再加|加上|还有|and\b|but\b|no\b|sorry|actually|i meant?|make (?:it|that)|plus\b|add\b|with\b|what if|what about|how about|or\b|then\b)|呢[？?]?$|的话|(?:也|还是|都)?一样(?:要|收|得)?[交缴收]?税?[吗么不嘛]|\b(?:instead|as well|too|same for)\b/iu

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
  reading.compositeRate !== undefined ||
  reading.shareLeft !== undefined ||
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
  reading.compositeRate !== undefined ||
  reading.shareLeft !== undefined ||
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
  if (isOwnAlready(folded) || isOtherTax(folded)) return undefined
  const used = reading.spentThisYear !== undefined || (reading.leftThisYear !== undefined && hasPrice(reading))
  if (reading.spentAmounts || (used && QUOTA_ASKED.test(folded)))
    return reading.items.length > 1 && ORDERS_APART.test(folded) ? 'quota-orders' : 'quota'
  // What is sent abroad bears no tax of ours.
  const mayBeSent = reading.regime === undefined || reading.regime === 'parcel'
  const sold = reading.foreign !== undefined && sellsAbroad(folded)
  if (mayBeSent && !severalWays(reading) && (sold || goesAbroad(folded))) return undefined
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
  if (reading.taxIncluded && asksBackwards(folded)) return 'import-tax'
  if (!rated && severalWays(reading) && /税|多少|几多|\btax|\bdut|\bpay|\bcost/u.test(folded)) return 'compare-channels'
  if (reading.regime === 'luggage' && ALLOWANCE_ASKED.test(folded)) return 'luggage-tax'
  const sends =
    reading.regime === 'parcel' && (hasGood(reading) || reading.items.some(({ pieces }) => (pieces ?? 1) > 1))
  if (sends && PARCEL_ASKED.test(folded) && !asksTax(folded)) return 'parcel-tax'
  if (mayBeSent && hasGood(reading) && EXCESS_OF_TAX.test(folded)) return 'parcel-tax'
  const asked = asksTax(folded) || asksHowMuchTax(folded)
  if (!asked && asksOneOrder(folded, reading)) return 'one-order'
  // A price of some goods that come by a way that is named, and `total?`.
  const bare = hasGood(reading) && reading.regime !== undefined && asksHowMuch(folded)
  if (!asked && !compares(folded) && !fragment && !rated && !bare) return undefined
  return advisorOf(folded, reading)
}

/** Whether all of a tax is paid that is just above what is not charged, or the excess alone: only of parcels is a small tax not charged. */
const EXCESS_OF_TAX =
  /税[^。？?]{0,6}(?:刚|超|过了)[^。？?]*(?:(?:全|都)(?:部|额)?[交收缴征补]|[补交收]全|超出|多出|差额)|\btax\b[^?]{0,16}\b(?:over|above|past)\b[^?]*\b(?:excess|difference|whole|all of it)\b/u

/** Whether a parcel of a price may come in. */
const PARCEL_ASKED =
  /(?:能不能|可不可以|能|可以|可唔可以|得唔得)[^。？?]{0,6}(?:收|寄|进|过|入|放行|清关)|会不会(?:被)?(?:退|扣)|超(?:没|不)?超|超(?:过)?(?:了)?(?:限|额|上限|\d000)[^。？?]{0,4}(?:吗|没|么)|\b(?:can|may|will) (?:it|they|this|that|these) (?:\w+ ){0,2}(?:come in|clear|be let in|get through|go through)|\bover the limit\b/u

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
  /行不行|行[吗么]|(?:能不能|能|可不可以|可以|可唔可以|得唔得)[^。？?]{0,6}(?:买|过[吗么不关]|过得|过海?关|下单|付款|清关|通关|走|行)|超(?:没|不)?超|超(?:过)?(?:了)?(?:限|额|五千|单次|\d000)[^。？?]{0,6}(?:吗|没|么|吧)|(?:没|不|冇)(?:有)?超|超(?:了)?(?:吗|没有|没|么|咗未)|过得[了去]|\bcheck ?out\b|\b(?:can|may) (?:i|we) (?:\w+ ){0,3}(?:buy|order|pay)|\b(?:is|am|are) (?:it|this|that|i|we|they) (?:over|above|within|under)\b|\bgo(?:es)? through\b(?! (?:it|this|that|them))|\bblocked\b|\bover the limit\b|\b(?:is (?:it|this|that) )?(?:ok|okay|allowed|possible|fine)(?:\?| (?:for|in|as) )/u
const ONE_ORDER =
  /一单|一笔|一起|加起来|下单|合并|同一单|单次|限[额值]|\d000|五千|5千|5k|订单|券|红包|积分|(?<!\bin )\border|\bcart\b|\bcheck ?out\b|\blimit|\btogether\b|\btransaction\b/u

/** Whether an amount of tax on goods with a price is asked for, in so many words; such a message is a sum whatever else it says. */
export const asksAmount = (folded: string, reading: Reading): boolean =>
  hasPrice(reading) && hasGood(reading) && isAmountAsked(folded)

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
  /下单|店铺|平台|网[购店]|网上买|海淘|红包|优惠券|[用领]券|积分|满减|满\d+减\d|全店|结算|购物车|旗舰店|到手价|全场|实付|标价|一个单子|单独下单|\bcheck ?out\b|\bin my cart\b|\b(?:coupon|voucher)s?\b|\b(?:loyalty|reward) points\b|\bonline\b|\bplatform\b|\bmy order\b|\border (?:is|of|total|comes)\b|\bsite-?wide\b|\blist price\b|\beveryone gets\b/u
const buys = (folded: string): boolean => SHOP.test(folded)

/** A question for rates, without a price. */
const RATES_ASKED =
  /税率|税点|几个点|多少点|多少税|多少个点|税[^。？?]{0,6}(?:差|分别|各)|(?:差|分别|各)[^。？?]{0,6}税|\b(?:tax|duty) ?rates?\b|\brates?\b.{0,12}\beach\b|\btax each\b/u
/** Words of the longest message that is a price with its goods and channel, and asks by that alone. */
const LONGEST_FRAGMENT = 14
/** A value as companies declare it: who names it with a tariff imports in general trade. */
const AT_CUSTOMS = /\bcif\b|到岸价?|完税价|一批货|进口商|\bdutiable value\b|\bcustoms value\b|\blanded\b|\bimporter\b/u
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
      if (tariffRate?.gt('0') && AT_CUSTOMS.test(folded)) return 'general-trade'
      return buys(folded) || taxIncluded || tariffRate !== undefined ? 'import-tax' : 'compare-channels'
  }
}
