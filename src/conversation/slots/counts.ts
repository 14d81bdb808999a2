import { BEFORE } from './currencies.ts'
import { englishNumber } from './english-numbers.ts'
import { amongDigits, type Finder, finding } from './mentions.ts'
import { numeral } from './numeral.ts'

/** Classifiers, and after which ones the word goes on to mean something else: 3包邮, 500只要, 两部分. */
const CLASSIFIERS = [
  '个(?![人月点税限额]|方式|模式|规定|政策|条件|文件|公式|例子|原因|办法|区别|类|档|选择|问|帖|百分|工作|小时|平台|账|帐|身份|地址|问题|国家|城市|包裹|快递|订单|礼拜|星期|自然|年|渠道|选项|步|字|号|礼拜|半|更)',
  '件(?![事数套]|代发)',
  '样(?!的|子|品|机)',
  '包(?![邮税裹运括含装])',
  '部(?![分门委队])',
  '对(?![比照应的吗不账碰])',
  '双(?!十|1[12](?!\\d)|清)',
  '条(?![规款件目例线新短文])',
  '份(?![证额文])',
  '本(?![人年月次地身来币金])',
  '只(?![要能是有收算交需限可买剩用花])',
  '台(?![湾币灣])',
  '套(?![现餐路])',
  '支(?![付持出援撑])',
  '提(?![货前交供现醒示问取])',
  '听(?![说讲人到])',
  '管(?![理用制他它道])',
  '组(?![织合件])',
  '串(?!通)',
  '把(?![包它货这那])',
  '款(?!项)',
  '块(?!的)(?=(?:[新买的旧全名贵]{0,5}|\\d{3,7}(?:元|块)?的?)(?:手表|表(?!示)|腕表)|香皂|皂|肥皂|滑板|电池|巧克力|牛排)',
  '卷(?![入心发尺])',
  '瓶|盒|罐|桶|袋|箱|枚|顶(?![格多配级])|副|枝|樽|盏|册|幅|床|辆|筒|排|打(?=啤|鸡|袜)',
].join('|')
const NUMBER_ZH = '(?<![\\d.])\\d{1,4}|[一二两三四五六七八九十]'
const NOT_AFTER = '(?<![第一二两三四五六七八九十百千万几每哪没冇])'

const CHINESE = new RegExp(
  `${NOT_AFTER}(?<number>${NUMBER_ZH})\\s?(?:${CLASSIFIERS})(?![一二两三四五六七八九]*折)|${NOT_AFTER}(?<number>[俩仨])(?!人|口)`,
  'gu',
)
/** 一块 after a price: of a watch, say; before 钱 it is a yuan. */
const AFTER_PRICE = /(?<=\d\s?)(?<number>一)块(?!钱|[\d一二三四五六七八九])/gu
/** One for 6000 and one for 3000. */
const ONE_FOR = /(?<![\w-])(?<number>one)(?=\s(?:for|at|is|costs?|was)\s[¥\d])/g
/** Buy 3 at 120. */
const N_AT =
  /(?<=\b(?:buy|bought|order|ordered|get|got)\s)(?<number>[2-9]|two|three|four|five|six)(?=\s(?:at|for)\s[¥\d])/g
/** 单件, 单瓶: the price of one, and if nothing else is said, one. */
const SINGLE =
  /单(?:件|个|瓶|支|只|台|款|盒|包(?![邮税裹]))|(?<=[买带要寄][了咗]?)(?:个|件(?!人)|瓶|支(?!付)|盒|台|双|条|罐|箱|块(?=手表|表))(?=[\p{Script=Han}\ue000-\uf8ff])/gu
/** A single one of the goods: not a single order, nor what is named single. */
const SINGLE_EN =
  /(?<![a-z-])single\s(?=[a-z])(?!(?:transaction|order|purchase|limit|cap|parcel|package|shipment|window|person|consumer|buyer|day|year|customs|market|malt|european|document|declaration|use|entry|time|item|piece|bill)\b)/gu

const SMALL = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const NUMBER_EN = `\\d{1,4}|an?|${SMALL.join('|')}|half a dozen|a dozen|(?:two|three|four|2|3|4) dozen|dozen|a couple of|a couple|a pair of|a pair|(?:two|three|four|2|3|4) pairs of`
const UNITS =
  'bottles?|box(?:es)?|packs?|packets?|cans?|tins?|jars?|tubes?|pairs?|pieces?|pcs?|sets?|units?|items?|things|products|goods|cartons?|pots?|sticks?|tubs?|cases?|rolls?|bags?(?= of)|of (?:those|them|these|each|the same)|identical(?: ones)?|ones'
const ENGLISH = new RegExp(
  `(?<![\\w.$€£¥/-])(?<number>${NUMBER_EN})\\s(?:(?:different|identical|small|big|large|more|new|same|other|separate|whole|single)\\s){0,2}(?:${UNITS})(?![a-z])`,
  'g',
)
/** A single piece, said by itself. */
const SINGLE_PIECE = /(?<=^|[,;(]\s?|\b(?:a|one|just|only)\s)(?:single|one) (?:piece|item|unit)(?=\s?(?:$|[,.;:)?]))/gu
const PAIR = /(?<![\w-])(?<number>a pair|a couple|half a dozen|a dozen|both)(?: of)?(?![a-z])/g

/** ×2, x 3; before the goods as well: 2 x handbag. */
const TIMES_AFTER = /(?<=[\d\s\p{Script=Han}\p{Co})])[x×*✕]\s?(?<number>\d{1,3})(?![\d.]|\s?(?:ml|g|毫升|克))/gu
/** 数量4, qty: 2. */
const QUANTITY = /(?:数量|件数|个数|\bqty|\bquantity)(?:\s|[:：=是]|of\b){0,3}(?<number>\d{1,4})(?![\d.])/gu
const TIMES_BEFORE = /(?<![\w.])(?<number>\d{1,3})\s?[x×*✕](?=\s?[a-z\d\p{Script=Han}])/gu

/** What comes in pairs and is one piece all the same. */
const PAIRED =
  /^\s?(?:of )?(?:\w+ )?(?:shoes|sneakers|boots|trainers|sandals|heels|socks|glasses|sunglasses|jeans|trousers|pants|shorts|gloves|earrings|headphones|earbuds|skis)/

/** A currency right before a number. */
const PRICED = new RegExp(`(?<![a-z])(?:${BEFORE})\\s?$`)

/** More packs than that are not counted with a blank between. */
const MOST_PACKS = 20

function piecesOf(number: string, rest: string): number | undefined {
  if (/^a pair/.test(number)) return PAIRED.test(rest) ? 1 : 2
  if (/pairs of$/.test(number)) return piecesOf(number.split(' ')[0] ?? '', '')
  if (number.startsWith('a couple') || number === 'both') return 2
  if (number.endsWith('dozen')) {
    const dozens = number.split(' ')[0] ?? ''
    return dozens === 'half' ? 6 : 12 * (englishNumber(dozens) ?? Number(numeral(dozens) ?? '1'))
  }
  if (number === 'a' || number === 'an') return 1
  return englishNumber(number) ?? Number(numeral(number) ?? Number.NaN)
}

const counting = (pattern: RegExp, times = false): Finder =>
  finding(pattern, (match) => {
    const number = match.groups?.number ?? '1'
    const pieces = piecesOf(
      number,
      match.input.slice(match.index + match[0].length, match.index + match[0].length + 40),
    )
    if (pieces === undefined || !(pieces > 0)) return undefined
    // 3 x 280: the smaller of the two is the factor.
    const multiplied = times
      ? /(\d+)\s?$/.exec(match.input.slice(Math.max(0, match.index - 8), match.index))?.[1]
      : undefined
    if (multiplied !== undefined && Number(multiplied) < pieces) return undefined
    // USD 120 item: what one costs.
    if (/^\d/.test(match[0]) && PRICED.test(match.input.slice(Math.max(0, match.index - 12), match.index)))
      return undefined
    // 260 包是: a price and a bag.
    if (/\s包$/.test(match[0]) && pieces > MOST_PACKS) return undefined
    // 一样 is "the same".
    if (match[0] === '一样') return undefined
    const unit = match[0].slice(match[0].indexOf(number) + number.length).trim()
    return { kind: 'count', pieces, ...(times ? { times } : { unit }) }
  })

/** Finds numbers of pieces: 两瓶, 3样, x2, two bottles, a pair. */
export const COUNT_FINDERS: Finder[] = [
  counting(CHINESE),
  amongDigits(counting(AFTER_PRICE)),
  amongDigits(counting(ONE_FOR)),
  amongDigits(counting(N_AT)),
  counting(SINGLE),
  counting(SINGLE_EN),
  counting(SINGLE_PIECE),
  counting(PAIR),
  counting(ENGLISH),
  amongDigits(counting(QUANTITY)),
  amongDigits(counting(TIMES_AFTER, true)),
  amongDigits(counting(TIMES_BEFORE, true)),
]

/** More than one piece, though nobody said how many. */
export const SEVERAL =
  /一堆|一大堆|一些|[好很许]多(?!人|次|年|天|钱|少)|(?<!十)几[件个瓶支包盒罐袋箱双只条款样份套]|好几|多件|若干|每[件个瓶支盒]都|每[件个瓶支盒样种只条双份]\s?(?:也|才|就|只|大概|单价)?(?:几|不到|不过|不超|没到|没超|[一二两三四五六七八九1-9]\s?[千百])|各几百|\beach (?:one |piece |item |of them )?(?:is |was |are |costs? )?(?:well )?(?:under|below|less than|around|about|a few|only|cheap)|\bseveral\b|\ba few\b|\bmultiple\b|\ba bunch of\b|\blots of\b|(?<!how )\bmany\b|a lot of/
