import { AMOUNT as A } from './mentions.ts'
import { LINK, NOT_OF_GOODS, OF, some } from './words.ts'

const FREIGHT_ZH =
  '(?<![包免无零含连埋])(?:国际|国内|海外|境外|跨境|头程)?(?:[运云]费|运非|运废|邮费|快递费|运输费|物流费|邮资|寄费|运保费|配送费|空运费|海运费|转运费|送货费)'
const FREIGHT_EN =
  '(?<!free |no |zero )(?:international |intl\\.? |domestic )?(?:shipp?ing|freight|yun ?fei|postage|delivery|courier)(?: and handling)?(?: (?:fees?|costs?|charges?))?'
const INSURANCE_ZH = '(?:(?:运输)?保险费?|保费|运输险)'
const INSURANCE_EN = '(?:(?:shipping )?insurance)'
const VOUCHER_ZH =
  '(?:(?:满减|店铺|平台|新人|优惠|代金|现金|抵用|购物|消费|折扣|无门槛|跨店|抵扣|品类|会员|支付宝|微信){0,2}(?:券|红包|积分|津贴|礼品卡|礼金|购物金|京豆|淘金币|购物卡|余额))'
const VOUCHER_EN =
  '(?:(?:e-?|store |shop |platform )?coupons?|(?:store |shop |platform )?vouchers?|(?:reward |loyalty |member |membership |bonus )?points|red (?:packets?|envelopes?)|gift cards?|store credits?|promo codes?)'
const FREIGHT = `(?:${FREIGHT_ZH}|${FREIGHT_EN})`
const INSURANCE = `(?:${INSURANCE_ZH}|${INSURANCE_EN})`
const VOUCHER = `(?:${VOUCHER_ZH}|${VOUCHER_EN})`
/** The word after its amount: 20块运费, 30 for shipping. In Chinese nothing may part them, since 面霜480 运费另算 is no freight of 480. */
const behind = (role: string, zh: string, en: string) =>
  `(?<${role}>${A})(?:[的嘅]?(?:${zh})|\\s?(?:(?:yuan|rmb)\\s)?(?:of|in|for|with|off with|off by|worth of|(?:of (?:it|that|the price) )(?:with|in|by|using|from))?\\s?(?:a |the |my |some )?(?:${en}))` +
  `(?!后|价|多少|另|怎|\\s?(?:is |was |already |not )*(?:incl|free|covered|on them|excl|extra)|${LINK}${A})`
const REDUCED =
  '(?:直降|立减|立省|减免|减掉|减了|减去|满减|减|降价了?|降了|便宜了?|优惠了?|折扣|让利|省了|\\breduced by|\\bdiscount(?:ed)?(?: of| by)?|\\bminus|\\bless(?! than)|\\bknocked off|\\bcut by)'
const PLUS = '(?:\\bplus|\\+|\\bwith|\\badd(?:ing)?|外加|另加|再加|加上|另付|另收|加)'

const USED = '(?:使用|消费|花费|占用|花|用|买|扣)(?:了|掉|咗|去|过|完|光|左){0,2}'
const QUOTA = '(?:年度额度|额度|年度额|配额|限额|限值|quota|allowance|limit)'
const THIS_YEAR = '(?:今年|本年度?|年内|这一年|年初到现在)'
/** A sum of the year even before goods, because the question goes on to the next purchase. */
const AND_NOW = `(?=[^。]{0,40}(?:再|还能|还可以|还想|又想|现在想|下一单))`
const SPENT_EN = '(?:spent|used|bought|consumed|purchased)(?: up)?'

/** Freight, insurance, discounts and vouchers. */
export const CHARGES: string[] = [
  `\\bspend\\s(?<quoted>${A})(?:,| and| to)?\\s(?:get|save)\\s(?<openDiscount>${A})`,
  `(?<openDiscount>${A})\\s?off\\s(?:on|over|for|when|orders? over|every)\\s(?:you spend\\s)?(?<quoted>${A})`,
  `\\b(?:orders|times|parcels) of\\s(?<quoted>${A})`,
  `每?满\\s?(?<quoted>${A})\\s?[就可立即再]?(?:减|-|打折减|返|省)\\s?(?<openDiscount>${A})`,
  `(?<quoted>${A})\\s?(?:-|减)\\s?(?<voucher>${A})\\s?的?${VOUCHER}`,
  `${VOUCHER}(?:抵扣?掉?[了咗]?|减[了咗]?|用[了咗]|省了?|扣|一张|面[值额]|价值|优惠|worth|[\\s:是了有]|of|for){0,4}(?<voucher>${A})`,
  behind('voucher', VOUCHER_ZH, VOUCHER_EN),
  `用[了咗掉]?\\s?张?(?<voucher>${A})[的嘅]?(?:${VOUCHER_ZH})`,
  `(?:抵扣[了咗]?|抵[了咗]|抵掉|券减|用券减了?)\\s?(?<voucher>${A})`,
  `${PLUS}\\s?(?<freight>${A})${OF}${FREIGHT}`,
  `${PLUS}\\s?(?<insurance>${A})${OF}${INSURANCE}`,
  `${FREIGHT}(?:另[付收算计]|单独|额外|一共|总共|合共|${LINK}){0,2}(?<freight>${A})`,
  `${INSURANCE}${LINK}(?<insurance>${A})`,
  // 9,200 with delivery: the price of both.
  behind('freight', FREIGHT_ZH, `(?<!\\bwith (?:the )?)${FREIGHT_EN}`),
  behind('insurance', INSURANCE_ZH, INSURANCE_EN),
  `(?<![满用券])${REDUCED}${LINK}(?<openDiscount>${A})(?!\\s?再[交缴算收])`,
  `(?<openDiscount>${A})\\s?(?:\\boff\\b(?! limits)|\\bdiscount)|(?<openDiscount>${A})的?(?:折扣|优惠)(?![券后价])`,
]

/** What the year's limit has gone on, and what is left of it. */
export const YEAR: string[] = [
  // Somebody else's year, beside one's own.
  `(?:他|她|老公|老婆|先生|太太|爸爸?|妈妈?|朋友|对象|男友|女友|男朋友|女朋友|媳妇|爱人|同事|\\b(?:he|she|husband|wife|mum|mom|dad|friend))${some(12)}${USED}${LINK}(?<quoted>${A})(?=[^。]{0,40}(?:我|\\b(?:i|me|my|mine)\\b))`,
  `\\b(?:he|she|husband|wife|mum|mom|dad|friend)\\b${some(12)}\\b${SPENT_EN}${LINK}(?<quoted>${A})(?=[^。]{0,40}\\b(?:i|me|my|mine)\\b)`,
  `(?:已经?|已)(?:累计)?${USED}(?:额度)?${LINK}(?<spent>${A})${NOT_OF_GOODS}`,
  `(?:已经?|已)(?:累计)?${USED}(?:额度)?${LINK}(?<spent>${A})${AND_NOW}`,
  `${QUOTA}(?:里|内|我|都|现在|目前|今年|已经?|被|大概){0,3}${USED}${LINK}(?<spent>${A})`,
  `${USED}\\s?(?<spent>${A})${OF}(?:年度)?额度`,
  `(?<spent>${A})${OF}额度(?:已经?|都|被|给){0,2}${USED}`,
  `${THIS_YEAR}${some(10)}(?:累计|合计|一共|总共|共)${some(4)}${LINK}(?<spent>${A})${NOT_OF_GOODS}`,
  `${THIS_YEAR}${some(14)}${USED}${LINK}(?<spent>${A})${NOT_OF_GOODS}`,
  `${THIS_YEAR}${some(14)}${USED}${LINK}(?<spent>${A})${AND_NOW}`,
  `${USED}${LINK}(?<spent>${A})(?=[^。]{0,6}(?:还能[买用]|还可以[买用]|还剩|还有多少|仲可以[买用]|仲剩|仲有几多|剩))${NOT_OF_GOODS}`,
  `累计(?:已|消费|交易|买|用|金额|额)${LINK}(?<spent>${A})`,
  `\\balready\\s${SPENT_EN}${LINK}(?<spent>${A})`,
  `\\b(?:'ve|have|has|had)\\s${SPENT_EN}${LINK}(?<spent>${A})(?=${some(3)}(?:$|[,.;?]))`,
  `\\b(?:this year|so far|ytd|year to date|year-to-date)${some(24)}\\b(?:${SPENT_EN}|spending|purchases|total|is)${LINK}(?<spent>${A})`,
  `\\b(?:spending|purchases|orders|total) this year(?: so far)?${LINK}(?<spent>${A})`,
  `\\b(?:${SPENT_EN}|spending|purchases|spend)${LINK}(?:my )?(?<spent>${A})(?=${some(30)}\\b(?:this year|so far|of my|of the|quota|allowance|ytd|already))`,
  `\\b${QUOTA}${some(6)}\\b(?:used|spent|consumed)(?: up)?(?: is| so far)?[ :=]{0,2}(?<spent>${A})`,
  `(?:^|\\bi(?:'ve| have)? (?:already )?)(?:used|spent)(?: up)? (?<spent>${A})(?! ?(?:on|for|in)\\b)(?=[^.?]{0,40}\\b(?:more|buy|order|want|another|quota|left)\\b)`,
  `(?<spent>${A})${some(8)}\\b(?:already )?(?:spent|used)(?: up)?(?: already| so far| this year)`,
  `(?<spent>${A})${some(14)}\\b(?:already|so far) this year`,
  `剩(?:下|余|返|低)?的?${QUOTA}?${LINK}(?<left>${A})`,
  `(?:剩余|可用|余下)的?(?:年度)?(?:额度|金额)?${LINK}(?<left>${A})`,
  `${QUOTA}(?:显示|里|现在|目前|上){0,2}(?:还有|只有|仅有|还剩|只剩|剩)${LINK}(?<left>${A})`,
  `(?<left>${A})${OF}(?:剩余额度|额度(?:没用|可用|还没|剩))`,
  `(?<left>${A})\\s?(?:of (?:my |the )?(?:annual )?(?:quota|allowance) )?(?:left|remaining|still available)\\b`,
  `\\b(?:left|remaining)(?: is| of| quota| allowance|:| with){0,3}\\s?(?<left>${A})`,
  `免税店${some(8)}[买购花带]${some(4)}${LINK}(?<dutyFreeShop>${A})`,
  `(?<dutyFreeShop>${A})${some(12)}\\b(?:at|in|from) (?:the |an )?(?:arrivals? |airport )?duty[- ]free (?:shop|store)`,
]
