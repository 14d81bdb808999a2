import type { Slots } from '../../core/slots.ts'

const HK_MACAO = '香港|港澳|澳门|澳門|hong ?kong|\\bhk\\b|maca[uo]|港(?=返|回|带|过来)'
const ELSEWHERE =
  '日本|韩国|泰国|新加坡|马来西亚|越南|印尼|菲律宾|柬埔寨|缅甸|老挝|印度|台湾|美国|加拿大|墨西哥|巴西|阿根廷|英国|法国|德国|意大利|西班牙|葡萄牙|荷兰|比利时|瑞士|瑞典|挪威|丹麦|芬兰|希腊|土耳其|俄罗斯|澳洲|澳大利亚|新西兰|迪拜|阿联酋|沙特|以色列|埃及|南非|欧洲|东南亚|国外|境外|海外|东京|大阪|首尔|釜山|济州|京都|札幌|冲绳|曼谷|普吉|清迈|巴厘岛|吉隆坡|河内|苏黎世|日内瓦|洛杉矶|温哥华|多伦多|法兰克福|柏林|马德里|罗马|佛罗伦萨|威尼斯|巴黎|伦敦|纽约|米兰|悉尼|墨尔本|曼彻斯特|慕尼黑|汉堡|巴塞罗那|阿姆斯特丹|维也纳|布鲁塞尔|都柏林|爱尔兰|波兰|捷克|奥地利|匈牙利|智利|秘鲁|哥伦比亚|尼日利亚|肯尼亚|加州|德州|旧金山|西雅图|波士顿|芝加哥|布里斯班|珀斯|奥克兰|雅加达|马尼拉|胡志明|' +
  'japan|korea|thailand|singapore|malaysia|vietnam|indonesia|the philippines|taiwan|the us\\b|the states\\b|the usa|usa\\b|america|canada|mexico|the uk\\b|britain|england|france|germany|italy|spain|portugal|netherlands|switzerland|sweden|turkey|russia|australia|new zealand|dubai|the uae|europe|abroad|overseas|tokyo|osaka|kyoto|zurich|geneva|milan|rome|berlin|los angeles|vancouver|toronto|seoul|bangkok|paris|london|new york|ny\\b|nyc|sydney|leeds|manchester|birmingham|glasgow|dublin|ireland|munich|hamburg|madrid|barcelona|lisbon|amsterdam|vienna|austria|brussels|belgium|poland|warsaw|czechia|prague|hungary|greece|athens|norway|oslo|denmark|copenhagen|finland|stockholm|brazil|chile|peru|colombia|argentina|nigeria|kenya|south africa|israel|saudi arabia|egypt|india\\b|mumbai|jakarta|manila|hanoi|kuala lumpur|melbourne|brisbane|perth|auckland|montreal|california|texas|chicago|boston|seattle|san francisco|miami'
/** What tells a place somebody comes from: 从…, …回来, from …. */
const comingFrom = (places: string) =>
  new RegExp(
    `(?:从|由|喺|在|经|去|自|落)(?:${places})|(?<![往到寄发])(?:${places})(?:.{0,3})(?:返|回来|回国|回内地|回大陆|回(?:深圳|珠海|广州|上海|北京|东莞|惠州|佛山|中山)|过来|带|寄|入境|过关|买|旅游|行李|包裹|呢)|(?:from|back from|in|via)\\s(?:${places})|(?:${places}) (?:trip|shopping|haul|to (?:the )?mainland|to china|to shenzhen)`,
  )
/** Goods that go abroad: sent there, or sold to somebody there. */
const GOES_ABROAD = new RegExp(
  `(?:发|寄|卖|运|销|出口)(?:货|单)?(?:去|到|往|给|咗去)?(?:一[单件个])?(?:${ELSEWHERE}|印度尼西亚)|(?:货|包裹|订单|件|单)(?:到|去|往)(?:${ELSEWHERE})|(?:往|给|向)(?:在|住)?(?:${ELSEWHERE})的?[^。,，;；?？]{0,4}(?:寄|发|邮|卖|运)|(?:寄|发|邮|快递)[^。,，;；?？]{0,8}(?:去|到|往|给)(?:在|住)?(?:${ELSEWHERE})(?!代购|朋友[^。]{0,4}(?:带|捎))|(?:${ELSEWHERE}|印度尼西亚)[^。,，;；?？]{0,4}(?:客户|买家|消费者|顾客|老外|用户|客人|收货)|(?<!back |over |home |trip |flight |flew |fly |travel |travell?ing |went |going )\\b(?:to|for) (?:an? |my |our )?(?:${ELSEWHERE}|korean|american|british|german|french|italian|spanish|japanese|dutch)\\b[^.?]{0,16}\\b(?:customer|buyer|shopper|client|consumer)|\\b(?:korean|american|british|german|french|italian|spanish|japanese|dutch|australian|canadian|us|uk|eu|london|paris|berlin|overseas|foreign) (?:customer|buyer|shopper|client|consumer)|\\b(?:customer|buyer|shopper|client|consumer)s? in (?:${ELSEWHERE})|\\b(?:ship|shipped|shipping|send|sending|sell|selling|post|posting|mail|mailing|parcel|package|export\\w*)\\b[^.?]{0,30}\\bto (?:\\w+ ){0,3}(?:in )?(?:${ELSEWHERE})`,
  'u',
)
/** Where goods leave from. */
const AT_HOME =
  'china|the mainland|shenzhen|guangzhou|yiwu|shanghai|hangzhou|ningbo|beijing|dongguan|xiamen|中国|国内|内地|大陆|深圳|广州|义乌|上海|杭州|宁波|北京|东莞|厦门'
/** Out of a place at home to one elsewhere, however it is sent. */
const OUT_OF_HOME = new RegExp(
  `\\b(?:${AT_HOME})(?: warehouse)? (?:to|into) (?:\\w+ ){0,3}(?:in )?(?:${ELSEWHERE})|(?:从|由|自)(?:${AT_HOME})[^。？?]{0,6}(?:发|寄|邮|卖|运|出口)[^。？?]{0,8}(?:${ELSEWHERE})|\\b(?:${ELSEWHERE})\\b[^.?]{0,40}\\bfrom (?:${AT_HOME})\\b|\\b(?:parcel|package|order|shipment|courier|dress|top|shirt|shoes?|bag|goods)\\b[^.?]{0,12} to (?:an? |my |the )?(?:${ELSEWHERE})`,
  'u',
)
/** Whether a folded text is about goods that leave China. */
export const goesAbroad = (folded: string): boolean => GOES_ABROAD.test(folded) || OUT_OF_HOME.test(folded)

/** To a customer, wherever that is: with a price in foreign money, one abroad. */
const SELLS =
  /给(?:国外|海外|外国)?(?:客户|客人|买家|顾客)[^。,，;；?？]{0,4}(?:卖|发|寄)|(?:卖|发|寄)给?[^。,，;；?？]{0,8}(?:客户|客人|买家|顾客)|(?:客户|客人|买家|顾客)[^。,，;；?？]{0,4}(?:买|下单|订)|\b(?:to|for|from) (?:an? |my |our |the )?(?:\w+ ){0,2}(?:customer|buyer|client|shopper|consumer)s?\b/u
const SELLS_AT_HOME =
  /国内|内地|大陆|中国(?:的)?(?:客户|买家|顾客|消费者)|保税|跨境电商|进口|\bin china\b|\bchinese (?:customer|buyer)|\bbonded\b|\bcbec\b|\bimport/u
/** Whether a folded text that names a price in foreign money is about goods sold to somebody abroad. */
export const sellsAbroad = (folded: string): boolean => SELLS.test(folded) && !SELLS_AT_HOME.test(folded)

const FROM_HK_MACAO = comingFrom(HK_MACAO)
const FROM_ELSEWHERE = comingFrom(ELSEWHERE)

/** Places whose people live elsewhere: with a word for people behind them, they are visitors. */
const OF_ELSEWHERE =
  '台湾|香港|澳门|港澳台?|港澳|外国|海外|境外|国外|美国|英国|法国|德国|日本|韩国|加拿大|澳洲|澳大利亚|新西兰|新加坡|马来西亚|大马|泰国|越南|印尼|菲律宾|印度|俄罗斯|意大利|西班牙|荷兰|瑞士|瑞典|巴西|墨西哥|欧洲|东南亚'
const PEOPLE =
  '(?:来的?|过来的?|的)?(?:游客|旅客|访客|旅行团|居民|永久居民|同胞|人(?!民|肉|手|参|气|均|爱|喜欢|用|都|做|买|的)|籍(?!贯)|护照|旅行者|(?:朋友|亲戚|同学|同事|客户|客人)(?=[^,，。]{0,4}(?:来|到|飞|入境|过关|去))(?!.{0,4}寄))'
const NATIONALITIES =
  'american|british|english|scottish|irish|german|french|canadian|australian|aussie|new zealander|kiwi|japanese|korean|indian|russian|singaporean|malaysian|italian|spanish|dutch|swiss|swedish|thai|vietnamese|indonesian|filipino|brazilian|mexican|taiwanese|hong ?konger|hong kong|macanese|european|us|uk|foreign|overseas'
/** Somebody who travels along, or instead. */
const SOMEBODY =
  'he|she|who|wife|husband|partner|spouse|fianc[eé]e?|boyfriend|girlfriend|friend|mother|father|mum|mom|dad|colleague|boss|son|daughter|sister|brother|roommate'
const NON_RESIDENT = new RegExp(
  `非居民|(?:${OF_ELSEWHERE})${PEOPLE}|(?:我|本人|我们|他|她)(?:是|系|係)?(?:从)?(?:${OF_ELSEWHERE})(?:来的?|过来的?)(?!.{0,4}(?:寄|货|包裹))|外国(?:人|老师|专家|朋友|客户|同事|亲戚)|外籍|外宾|(?:外|美|英|法|德|日|韩)籍|老外|洋人|鬼佬|台胞|回乡证|华侨|侨胞|(?:海外|外籍)华人|定居(?:在)?(?:国外|海外|${OF_ELSEWHERE})|(?:国外|海外|${OF_ELSEWHERE})定居` +
    `|\\bforeigners?\\b|non[- ]?residents?\\b|\\b(?:${NATIONALITIES}) (?:\\w+ )?(?:national|citizen|passport|tourist|visitor|traveller|traveler|resident|student|couple|family|guest|friend|here)s?\\b|(?<!chinese |mainland )\\b(?:tourists?|visitors?)\\b(?! (?:to|in|from) (?:japan|korea|thailand|europe))|\\b(?:i(?:['’]?m| am)|(?:${SOMEBODY})(?:['’]s| is)|(?:they|we|parents|friends|kids)(?:['’]re| are)) (?:an? )?(?:${NATIONALITIES.replace('|us|uk|foreign|overseas', '')})\\b|\\bas an? (?:${NATIONALITIES})\\b|\\b(?:tourist|visitor|transit|business|q1|q2|s2|l|m) visa\\b|\\bvisiting (?:my |our )?(?:family|friends?|relatives|parents|grandparents|wife|husband|china|beijing|shanghai|guangzhou|shenzhen)\\b|\\boverseas chinese\\b|\\bi(?:'m| am) from (?:abroad|taiwan|hong ?kong|maca[uo]|the (?:us|uk|states))\\b|\\bi live (?:in (?:taiwan|hong ?kong|maca[uo]|london|new york|the (?:us|uk)|america|canada|australia|japan|korea|singapore|germany|france)|abroad|overseas)\\b`,
)
const RESIDENT =
  /(?<!非)(?<!港|澳|台|湾|门|国|外|洲|大|坡|亚|永久)居民(?:旅客|身份)?|中国公民|中国护照|中国人|内地人|大陆人|内地居民|chinese (?:citizen|resident|national|passport|tourist|traveller|traveler)|mainland(?:er| resident)|\breturning residents?\b|(?<!non-|non |non)\bresident(?=,|\.|$| back| return| com| from)|(?<!non-|non |non)\bresident (?:passenger|traveller|traveler|of china|in china)/
/** Whoever lives here with another passport, or there with a Chinese one: the texts at hand do not say which allowance is theirs. */
const UNSETTLED =
  /留学|(?:在|喺)(?:国外|海外|英国|美国|澳洲|加拿大|日本|韩国|法国|德国|新加坡|新西兰|香港|澳门|台湾)[^,，。]{0,6}(?:读书|上学|念书|工作|上班|常住|长住|打工)|绿卡|(?:在|喺)(?:中国|国内|内地|大陆|北京|上海|广州|深圳|杭州|苏州|成都)[^,，。]{0,4}(?:工作|上班|读书|常住|长住|生活|教书|定居)|工作签证?|居留(?:许可|证)|工作许可|(?:来|在)华(?:工作|留学|任教)|\bexpats?\b|\b(?:work|working|student|z|x1|x2) visa\b|\b(?:work|residence) permit\b|\bgreen card\b|\b(?:live|living|work|working|study|studying|students?|teachers?|teach|teaching|engineers?|employees?|based) (?:and work |and live )?in (?:china|beijing|shanghai|guangzhou|shenzhen|hangzhou|chengdu|suzhou)\b|\b(?:study|studying|student|work|working|living) (?:abroad|overseas|in (?:the (?:uk|us)|london|australia|canada|japan|korea|hong ?kong|singapore))\b/

/** Where a traveller or a parcel comes from, as far as allowances differ. */
export function originIn(folded: string): Slots['from'] {
  if (FROM_HK_MACAO.test(folded)) return 'hk-macao'
  return FROM_ELSEWHERE.test(folded) ? 'elsewhere' : undefined
}

/** Whether a traveller lives in China; undefined when the text does not say. */
export function residentIn(folded: string): boolean | undefined {
  if (RESIDENT.test(folded) && !/非居民|\bnon[- ]?resident/.test(folded)) return true
  return NON_RESIDENT.test(folded) ? false : undefined
}

/** Whether it is not settled which allowance is a traveller's: an expatriate's here, a student's abroad. */
export const isResidenceOpen = (folded: string): boolean => UNSETTLED.test(folded)
