import { AMOUNT, CONTENT, COUNT, GOOD, MENTION, type Skeleton } from './mentions.ts'
import type { Price } from './prices.ts'
import { AND } from './words.ts'

/** Where a thing that has no name in the table of goods stands in a skeleton. */
export type Span = { start: number; end: number }

/** What parts one thing of a list from the next, and a sentence from its next. */
const PARTS = new RegExp(
  `[,;:。?？!！|\\n]|\\.\\s|${AND}|另外|外加|再加|同埋|然后|${AMOUNT}(?:元|块|yuan\\b|rmb\\b)?(?!\\s?[的嘅])`,
  'gu',
)

/** A price that was said for nothing that is to be bought now, and what is set against it instead of being bought with it. */
const NOT_BOUGHT =
  /去年|前年|上次|上回|以前|之前|过去|曾经|本来|原来|原先|如果|要是|假如|万一|还是|或者?|而不是|(?:^|[上家里年])卖|卖(?:给|出|掉|了)|说|讲|收[了咗我到]|退|赔|罚|\b(?:last|ago|previously|before|used to|if|or|not|instead|than|sold|sells?|selling|said|says|told|charged|asked|refunded|returned)\b/u
/** Words for an amount that is no thing: a charge, a sum, a place to buy, a person, a question. */
const NO_THING =
  /价|税|费|共|合计|总|加起来|券|红包|积分|减(?!肥|震|速)|满(?!天)|折(?!叠)|超(?!薄)|限(?!量)|额|剩|余[额下]|(?<!计)算|起征|免(?!洗)|门槛|预算|定金|押金|尾款|首付|付|花(?:了|咗|掉|$)|汇率|号$|[单编型]号|码$|\d岁|身高|体重|库存|销量|数量|国内|国外|官网|专柜|门店|商场|平台|店[里铺]?$|别家|那边|这边|朋友|老公|老婆|同事|客服|卖家|商家|海关|^人|[有别]人|我|你|(?<!吉)他|她|它|每|各(?!种|式)|多少|几|怎|(?<!智|节|功|阳)能|会(?!员)|可以|就|不(?!粘|锈|倒)|没|左右|大概|差不多|刚好?$|刚刚|啱|正好|恰好|平均|相当|等于|折合|从$|[年月天日]$|今[年天日]|[昨前]天|^单|[订一两下]单|笔$|商品|货|邮[费寄]|包邮|保险|标[价着了的]|写[着了明]|显示|变(?!形)|涨|降(?!噪)|改[成为]|\b(?:exactly|equals?|average|tax|taxes|taxed|dut(?:y|ies)|vat|price|prices|priced|cost|costs|total|sum|list|listed|original|originally|was|retail|rrp|full|limit|limits|cap|quota|allowance|threshold|over|under|above|below|left|spent|coupon|voucher|points|discount|off|shipping|freight|postage|delivery|courier|insurance|fee|fees|deposit|budget|year|years|month|it|they|he|she|we|you|i|me|this|that|these|those|each|both|all|them|what|how|which|is|are|charge|customs|seller|shop|store|platform|order|parcel|package|goods|only|just|about|around|same|other|per|ml|to|from|up|size|number|page|pay|pays|paid|paying|saved|came|come|comes|got|used|bought|buy|now|then|later|yuan|rmb)\b|^net\b/u

/** What comes before a thing in its part of a list: who buys it, where and how. */
const LEAD =
  /^.*(?:(?:购|买|拍|入手|下单|下|带|寄|挑|选|订|要|加|拿|凑|配|有)(?:了|咗|到|的|来|回)?|(?:邮包|包裹|箱子|行李|购物车|网|平台|仓)[里上内]|跨境(?:电商)?|保税仓?|海淘|还|也|再|又|想|外|是)(?=[\p{Script=Han}a-z]{2})/u
const LEAD_EN =
  /^.*\b(?:an?|the|some|one|another|my|buy|buying|bought|order|ordering|ordered|get|getting|got|of|for|also|contains|plus|have|had|has|with|in)\s(?=\S)/u
/** Between a thing and its price. */
const LINK =
  /\s?(?:价值|价格|价钱|售价|花[了咗]|用[了咗]|卖|要|是|为|才|只要|约|\bat\b|\bfor\b|\bcosts?(?: me)?\b|\b(?:was|is|were|are)\b|\bworth\b|\bof\b|@|¥|=|-|的)?\s?(?:yuan|rmb|cny)?\s?$/u

/** The kite was 120: what it cost, where a thing is named. */
const WAS = /\bwas\s?$/u

const WORD_ZH = /^(?:\p{Script=Han}|[a-z0-9 -]){0,10}\p{Script=Han}[\p{Script=Han}a-z0-9]{0,8}$/u
const WORD_EN = /^[a-z][a-z'-]{2,}(?: [a-z][a-z'-]+){0,3}$/u
const MOST_SIGNS = 10

/** After a price that is of what follows it: 450的摆件, a 450 yuan lamp, 450 for a lamp. */
const AFTER = new RegExp(
  `^(?<link>\\s?(?:元|块钱?|yuan|rmb|cny)?\\s?(?:[的嘅]\\s?|(?:for|on) (?:an? |the |some |my )?|\\s)(?:${COUNT}|${CONTENT}|[的嘅\\s]){0,3})(?<thing>[^\\ue000-\\uf8ff,;:。?？!！、+&]{1,30}?)(?=\\s?(?:$|${MENTION}|[,;:。?？!！、+&]|和|跟|与|加|还有|\\b(?:and|plus|with)\\b))`,
  'u',
)
/** A price of goods that have a name: 450的{good}, 450 for the {good}; and, after an article, 450 yuan blue {good}. */
const TIED = new RegExp(
  `^\\s?(?:元|块钱?|yuan|rmb|cny)?\\s?(?:[的嘅]|(?:for|on|of) )\\s?(?:an? |the |some )?(?:${COUNT}|${CONTENT}|[的嘅\\s]){0,3}(?:[a-z]+ ){0,2}${GOOD}`,
  'u',
)
const TIED_AFTER_ARTICLE = new RegExp(
  `^\\s?(?:yuan |rmb |cny )?(?:${CONTENT} ?)?(?:(?!and\\b|plus\\b|with\\b)[a-z]+ ){0,2}${GOOD}`,
  'u',
)
const ARTICLE = /(?:^|\s)(?:an?|the|one|another|my)\s?$/u

const isThing = (words: string): boolean =>
  words.length > 0 &&
  !NO_THING.test(words) &&
  ((words.length <= MOST_SIGNS && WORD_ZH.test(words)) || WORD_EN.test(words))

/**
 * Things with a price of their own that no entry of the table of goods names, in a message with several prices: the lamp of 包1200，台灯450. Without them such a price would belong to
 * nothing, and a sum would leave it out.
 * @param prices the prices of goods, in order
 */
export function unnamedGoods({ text }: Skeleton, prices: Price[]): Span[] {
  const own = prices.filter(
    ({ role, at }) => role === 'plain' || role === 'each' || (role === 'list' && WAS.test(text.slice(0, at))),
  )
  if (own.length < 2) return []
  return own.flatMap(({ at }) => thingOf(text, at) ?? [])
}

/** Where the part of a list begins that a price stands in. */
const partOf = (text: string, at: number): number => {
  const part = [...text.matchAll(PARTS)].findLast((match) => match.index + match[0].length <= at)
  return part ? part.index + part[0].length : 0
}

/** Whether the words before a price tell that nothing is bought for it: what it cost before, what somebody said, a charge. */
export function isNoPurchase({ text }: Skeleton, { at }: Price): boolean {
  const before = text.slice(partOf(text, at), at)
  return NOT_BOUGHT.test(before) || NO_THING.test(before.replace(LINK, ''))
}

function thingOf(text: string, at: number): Span | undefined {
  const start = partOf(text, at)
  const before = text.slice(start, at)
  const after = text.slice(at + 1)
  if (new RegExp(GOOD, 'u').test(before) || NOT_BOUGHT.test(before)) return undefined
  if (TIED.test(after) || (ARTICLE.test(before) && TIED_AFTER_ARTICLE.test(after))) return undefined
  const span = lastWords(before, start)
  if (span) return span
  return thingAfter(before, after, at)
}

/** The thing at the end of what stands before a price. */
function lastWords(before: string, offset: number): Span | undefined {
  const end = before.length - (LINK.exec(before)?.[0].length ?? 0)
  // 摆件50ml 450, 滤网一个120: sizes and numbers stand between a thing and its price as well.
  const said = before.slice(0, end).replace(new RegExp(`(?:${COUNT}|${CONTENT}|[\\s(（)）])+$`, 'u'), '')
  const counted = said.search(new RegExp(`(?:${MENTION})[^\\ue000-\\uf8ff]*$`, 'u'))
  const from = counted < 0 ? 0 : counted + 1
  const words = said.slice(from)
  const lead = (LEAD_EN.exec(words)?.[0] ?? '').length || (LEAD.exec(words)?.[0] ?? '').length
  const thing = words.slice(lead)
  const trimmed = thing.trim()
  if (!isThing(trimmed)) return undefined
  const begin = offset + from + lead + thing.indexOf(trimmed)
  return { start: begin, end: begin + trimmed.length }
}

function thingAfter(before: string, after: string, at: number): Span | undefined {
  const { link = '', thing = '' } = AFTER.exec(after)?.groups ?? {}
  const trimmed = thing.trim()
  if (!/[的嘅]|\b(?:for|on)\b/u.test(link) && !ARTICLE.test(before)) return undefined
  if (!isThing(trimmed)) return undefined
  const begin = at + 1 + link.length + thing.indexOf(trimmed)
  return { start: begin, end: begin + trimmed.length }
}
