/** A question for the tax on something. */
export const TAX_ASKED =
  /(?:多少|几多|几个点)[^。？?]{0,4}税|税[^。？?]{0,8}(?:多少|几多|几钱|怎么算|咋算)|(?:交|收|缴|付|补|纳)[^。？?]{0,6}(?:多少|几多|几钱)|(?:多少|几多)钱?(?:才)?(?:交|收|缴)|税[?？]|税$|税(?:额|款|费|金)(?:$|[?？ ,，])|合计税|\btax\b.{0,6}(?:多少|几多|几钱)|\btaxed on\b|税怎么[收交计]|怎么[收交]税|税按|帮[我忙]?[计算](?:一?下|算)|\d(?:块|元)?(?:就)?(?:对[吗么吧不]|没错吧)|税[^。？?]{0,6}\d[^。？?]{0,8}(?:对[吗么不]|没错吧|正确|合理|算错|收错|多收)|税[^。？?]{0,8}[收算交](?:吧|对吧|对[吗么])|算[^。？?]{0,6}税|[反倒]推[^。？?]{0,8}(?:完税|税前)|税[^。？?]{0,60}(?:多收|收多|收错|算错|算多|少收)|\b(?:tax|duty)\b[^?]{0,60}\b(?:overcharg\w+|too much|too high|miscalculated)\b|要不要[交缴]|(?:要|会|会不会|要不要)[交缴被打上]税|(?:how much|what|total|any)\b[^.?]{0,30}\b(?:tax|duty|vat)\b|how much (?:do|will|would|should) i (?:pay|owe)|\bwhat (?:do|will|would) i (?:owe|pay)\b|\b(?:tax|duty|taxes|duties) (?:is|are|will be|would be) (?:how much|what)\b|\b(?:tax|duty|vat) (?:amount|bill|total|pls|plz|please)\b|\bcost (?:me )?in (?:tax|duty|duties)\b|\b(?:calc|calculate|work out)\b|\bhow much.{0,40}\bat customs\b|\b(?:tax|duty) (?:on|for)\b|(?:calculate|work out)[^.?]{0,20}(?:tax|duty)|(?:tax|duty)\s*\?|\b(?:tax|duty) at (?:customs|the (?:airport|border))/u
/** The same in ways that are heard less: taxed or free, the tax at the end of a line, what customs will take. */
const ALSO_TAX_ASKED =
  /海关[^。？?]{0,6}收(?:我)?(?:多少|几多|几钱|税)|(?:进关|过关|入关|入境|清关|要唔要|使唔使|用不用|要不要|需不需要|是不是要|会不会)[^。?？]{0,6}(?:[交缴收补打俾畀]税|税)|(?:要|会|得)(?:被)?[交缴收补打俾畀]税(?:[吗么嘛不咩]|$)|[交缴补打]税[吗么嘛不咩]|完税|\bdo i (?:have to |need to )?pay\b|\bis there (?:any )?(?:tax|duty)\b|\b(?:be|get|gets|getting|i) taxed\b|\btaxed\?|\btax(?:ed|able)?,? or (?:is it |tax[- ])?(?:free|not|no)\b|\b(?:tax|taxes|duty)\s*$|\b(?:tax|taxes|duty)\b[^.?]{0,16}\?|\b(?:tax|duty) (?:via|through|under|by) (?:cbec|cross)|\bhow much\b[^.?]{0,16}\b(?:on top|extra)\b/u

/** Whether a message asks for the tax on something, in so many words. */
export const asksTax = (folded: string): boolean => TAX_ASKED.test(folded) || ALSO_TAX_ASKED.test(folded)

const TAX = /税|\btax(?:es|ed)?\b|\bdut(?:y|ies)\b|\bvat\b/u
/** How much, however it is said: 几块几, 几毛, 几十块, 具体多少, 一共, total?, what do I pay. */
const AMOUNT =
  /多少|几多|几钱|多钱|几[块元毛角分]|几(?:十|百|千)(?:几)?[块元]?|(?:一共|总共|合共|合计|共计|总计|总额|小计)(?:是|要|得|系|为)?\s*(?:[?？]|$)|[按拿用](?:的是)?(?:哪|边|什么|咩)(?:一)?个?(?:数|价|金额)|\b(?:tax|duty) (?:total|amount|bill)|\btotal\b[^.\w]*(?:[?？]|$)|\bhow much\b|\bwhat (?:do|will|would|should|must|did|am) i (?:\w+ )?(?:pay(?:ing)?|owe)\b|\b(?:on|by|from) (?:which|what) (?:amount|price|value|figure|sum)\b|\bwhat(?:['’]s| is| are) the (?:\w+ )?(?:tax|duty|damage)\b/u

/** Whether a message that names a price asks how much tax that makes, wherever in it the two words stand. */
export const asksHowMuchTax = (folded: string): boolean => TAX.test(folded) && AMOUNT.test(folded)

/** Whether a message asks for an amount at all, of whatever. */
export const asksHowMuch = (folded: string): boolean => AMOUNT.test(folded)

/** A tax that no customs office levies on what people buy: whatever price stands beside it, it is no sum of ours. */
const OTHER_TAX =
  /购置税|(?:房子|房产|二手房|工资|薪水|薪资|奖金|年终奖|租金|房租|股票|分红|彩票|中奖|遗产)[^。？?]{0,8}税|车船税|契税|房产税|(?<![哪这那几各每一两三多])个税|个人所得税|所得税|印花税|遗产税|土地增值税|城建税|养路费|\b(?:income|property|stamp|inheritance|payroll|vehicle(?: purchase)?|car|road|corporate) (?:tax|duty)\b/u

/** Whether a message is about a tax of another office. */
export const isOtherTax = (folded: string): boolean => OTHER_TAX.test(folded)

/** Whether a rate is spoken of. */
export const namesRate = (folded: string): boolean => /税率|税点|\brates?\b/u.test(folded)

/** A question for the value within a price with its tax. */
const BACKWARDS =
  /完税|税前|不含税|裸价|净价|申报|里面?[有含是]?多少税|多少是税|税(?:是|占)[了]?(?:多少|几多|几)|里面?的?税|(?:商品|东西|货|货品|本体|瓶|它)?(?:本身|本体|自己)(?:是|卖|值|的?价)?\s?(?:多少|几)|\b(?:dutiable|taxable|declared|customs) (?:value|price)|before tax|without (?:the )?tax|\b(?:net|pre-?tax|untaxed) (?:price|value|amount)\b|how much of (?:it|that|this) is tax|\b(?:item|goods|product|thing|bottle|price|it) (?:itself|alone)\b|\bpart of (?:it|that|this) is tax\b/u

/** Whether a message asks what a price with its tax is made of. */
export const asksBackwards = (folded: string): boolean => BACKWARDS.test(folded)

/** Whether the amount of the tax is asked for in a message with goods and a price; such a message is a sum whatever else it says. */
export const isAmountAsked = (folded: string): boolean =>
  /(?:多少|几多|几钱)钱?税|税[^。？?]{0,8}(?:多少|几多|几钱)|[交收缴付补][^。？?]{0,4}(?:多少|几多|几钱)|\bhow much\b.{0,24}\b(?:tax|duty)\b|\b(?:tax|duty) (?:amount|total)\b/u.test(
    folded,
  )
