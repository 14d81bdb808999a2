import { BEFORE } from './currencies.ts'
import { amongDigits, type Finder, finding } from './mentions.ts'

const other = () => ({ kind: 'other' }) as const

/** What makes a bare number money whatever it looks like. */
const MONEY =
  '\\s?(?:元|块|圆|蚊|刀|美|欧|镑|人民币|日元|韩|港|rmb|yuan|cny|usd|eur|gbp|hkd|jpy|dollars?|bucks?|euros?|kuai|yen)'
const PRICED = '(?<!(?:[¥$€£]|rmb|cny|价格?|卖|共|总价|售|元|\\bfor|\\bat|\\bcosts?)\\s?)'

/** Announcements, notices, articles: 2018年第49号, 194号公告, announcement 194, no. 49. */
const DOCUMENTS: RegExp[] = [
  /〔\d{4}〕第?\s?\d{1,4}号?/gu,
  /\[\d{4}\]第?\s?\d{1,4}号/gu,
  /(?:\d{4}年?)?第\s?\d{1,4}\s?(?:号|条|款|项|章|批|次|个|名|类|部分|单|件|期)(?:公告|文|令|通知|文件)?/gu,
  /(?:\d{4}年?)?\d{1,4}\s?号\s?(?:公告|文件?|令|通知|仓|楼|线|馆|店|柜)/gu,
  /(?:公告|通知|总署令|财关税|署税发|税总|财税)\s?(?:第|〔?\d{4}〕?年?第?)?\s?\d{1,4}\s?号?/gu,
  /\b(?:announcements?|notices?|circulars?|decrees?|documents?|articles?|art\.|sections?|clauses?|rules?|chapters?|annex)\s(?:(?:no\.?|number|#)\s?)?\d{1,4}(?:\s(?:of|\/)\s?20\d\d)?\b/g,
  /\bno\.\s?\d{1,4}(?:\s(?:of|\/)\s?20\d\d)?\b/g,
  /#\s?\d{1,6}/g,
]

/** Supervision modes are named by number; as amounts only with a currency or the word price. */
const MODES = new RegExp(
  `(?<![\\w.,/-])${PRICED}(?:9610|1210|1239|9710|9810|1039|0110)(?![\\d/]|\\.\\d|${MONEY})`,
  'gu',
)

/** Telephone numbers, hotlines and other long ones. */
const NUMBERS: RegExp[] = [
  /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g,
  /(?<![\d-])0\d{2,3}-\d{7,8}(?!\d)/g,
  /\+\d[\d -]{6,16}\d/g,
  new RegExp(`(?<![\\d.])\\d{11,15}(?!\\d|\\.\\d|${MONEY})`, 'gu'),
  new RegExp(`(?<![\\d.])(?:95198|123(?:15|60|66|67|45))(?!\\d|\\.\\d|${MONEY})`, 'gu'),
  /(?:打|拨|热线|电话|\bcall|\bdial|\bhotline)(?:\s|了|过|是|:){0,3}\d{3,12}(?!\d)/g,
]

/** Years. Bare ones only where nothing says that they are money. */
const YEARS: RegExp[] = [
  /(?<!\d)(?:19|20)\d\d\s?年(?!货)度?/gu,
  /\b(?:in|since|before|until|till|of|from|after|by|during|year|jan\w*|feb\w*|march|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*),?\s20[123]\d\b(?!\.\d)(?!\s?(?:yuan|rmb))/g,
  new RegExp(`(?<![\\w.,/¥$€£-])${PRICED}20[123]\\d(?![\\w/]|\\.\\d|${MONEY})`, 'gu'),
]

/** Numbers with a unit that is neither money, content nor pieces. */
const UNITS_ZH =
  '个(?:工作日|自然年|小时|钟头|半?月|星期|礼拜|人(?![包物邮行自使消额身税带所携])|平台|账号|帐号|身份证|地址|问题|税|限|额|国家|地区|城市|订单|包裹|快递|年头|字|百分点|点|步骤|步|环节|选项|渠道|税号|编码|品牌|店|商家|sku|仓)|工作日|自然日|日内|天(?![猫然])|日(?![元币圆本上用韩亚常])|号(?!元)|月(?!饼)份?|年(?!货)|周(?![末大生])岁?|岁|星期|礼拜|次(?!日)|单(?![价件个瓶独买只支台款盒条双套])|票|人(?![民肉人手])|家(?!里)|倍|小时|分钟|秒(?!杀)|度(?!假)|公里|厘米|毫米|英?寸|码|位|级|楼|层|季|页|章|粒|颗|抽|丸|毫克|微克|瓦|伏|赫兹|毫安|合1|合一|件套|比索|(?<![越南印尼])盾|列伊|福林|克朗|兹罗提|里亚尔|第纳尔|雷亚尔|谢克尔'
const UNITS_EN =
  '(?:(?:working|business|calendar|natural) )?(?:days?|weeks?|months?|years?|yrs?|hours?|hrs?|minutes?|mins?|seconds?|times|orders?|transactions?|people|persons?|adults?|kids|friends|accounts?|addresses|platforms?|countries|zones?|cities|questions?|steps?|words?|pages?|lines?|sentences?|characters?|inch(?:es)?|cm|mm|meters?|metres?|km|mg|mcg|iu|watts?|w|v|hz|mah|gb|tb|mb|mp|nm|ct|count|capsules?|tablets?|pills?|softgels?|gummies|stars?|karats?|carats?|degrees?|pesos?|lei|forints?|kron(?:a|or|er)|zlot(?:y|ys|ych)|reais|rials?|riyals?|dinars?|shekels?|years? old|-?year-?old|-?days?|-?months?|-?in-?1)\\b'
const COUNTED_IN_WORDS =
  /(?<![一二两三四五六七八九十])[一二两三四五六七八九十](?:个(?:工作日|小时|半?月|星期|礼拜|人|平台|账号|帐号|身份证|地址|问题|订单|包裹|快递|渠道|国家)|天|年|周|次|单(?!价)|票|家|岁|号|月|倍|人|合一|件套)/gu
const ONE_FREE_ZH = /买\s?[\d一二两三四]\s?(?:送|免|赠|得)\s?[\d一二两三四]/gu
const ONE_FREE_EN = /\b(?:buy|get)\s(?:one|two|\d)\s(?:get|free)\s(?:one|two|\d)\b/g
const QUANTITIES: RegExp[] = [
  new RegExp(`(?<![\\w.])\\d{1,9}(?:\\.\\d{1,3})?\\s?(?:${UNITS_ZH})`, 'gu'),
  new RegExp(`(?<![\\w.$€£¥]|\\b(?:${BEFORE})\\s)\\d{1,6}(?:\\.\\d{1,3})?\\s?-?(?:${UNITS_EN})`, 'gu'),
  COUNTED_IN_WORDS,
  /\d{1,4}(?:\.\d)?\s?[x×*]\s?\d{1,4}(?:\.\d)?(?:\s?[x×*]\s?\d{1,4}(?:\.\d)?)?\s?(?:cm|mm|厘米|毫米|寸|英寸|inch|p\b)/gu,
  ONE_FREE_ZH,
  ONE_FREE_EN,
  /24\/7|(?<![\d/])\d{1,2}\/\d{1,2}\/\d{2,4}(?![\d/])/g,
  /\d{1,4}-[kw](?![a-z])/g,
]

/** 10元一克: what a unit of the content costs, not the price of the pack. */
const PER_UNIT =
  /(?<![\d.])\d{1,5}(?:\.\d{1,2})?\s?(?:元|块钱?|yuan|rmb)?\s?(?:每|一|1(?!\d)|\/|(?:per|an?)\s)\s?(?:克(?![拉莱什])|毫升|ml|g|grams?|millilit(?:er|re)s?)(?![a-z])/gu

/** 15+13等于28%: rates added up by whoever asks. */
export const addedRates: Finder = finding(
  /(?<![\d.])\d{1,2}(?:\.\d{1,2})?\s?%?\s?(?:\+|加)\s?\d{1,2}(?:\.\d{1,2})?\s?%?\s?(?:=|等于|就是|得|equals?|is|makes)\s?\d{1,2}(?:\.\d{1,2})?\s?(?:%|percent|个点)/gu,
  other,
)

/** Products with a number in their name. */
const MODELS: RegExp[] = [
  /(?<=\b(?:iphone|ipad|switch|ps|playstation|xbox|galaxy|mate|pixel|gopro|hero|quest|series|airpods|macbook|dyson v|model|size|eu|spf)\s?-?)\d{1,2}[a-z]?(?:\s(?:pro|max|plus|mini|ultra|se))*(?![\w.%])/g,
  /(?<=(?:小米|华为|苹果|三星|尺码|型号)\s?)\d{1,2}[a-z]?(?:\s(?:pro|max|plus|mini|ultra|se))*(?![\w.%]|\s?(?:个|件|台|部|瓶|块|元))/gu,
  /\brtx ?\d{4}\b/g,
  /\b[a-z]{1,8}-\d{1,5}\b/g,
  /\btop \d{1,3}\b/g,
]

/** The shopping day 618 and the like. */
const FESTIVALS =
  /(?:双\s?1[12](?!\d)|(?<=去年|今年|前年|上次)的?618|618(?=大促|活动|期间|当天|那天|的时候|买|下单|囤))/gu

/** All others find nothing where no digit is. */
const IN_WORDS = new Set([COUNTED_IN_WORDS, ONE_FREE_ZH, ONE_FREE_EN])

/** Takes the numbers that are no values out of the way: documents, modes, telephones, years, durations, models. */
export const NOT_VALUES: Finder[] = [
  ...DOCUMENTS,
  ...NUMBERS,
  ...MODELS,
  FESTIVALS,
  PER_UNIT,
  ...QUANTITIES,
  ...YEARS,
  MODES,
].map((pattern) => (IN_WORDS.has(pattern) ? finding(pattern, other) : amongDigits(finding(pattern, other))))
