import { type Finder, finder, pattern } from './rule.ts'

const HAN = '\\p{Script=Han}'
const NUMERAL = '(?:\\d{1,4}(?:[-~之]\\d{1,4})?[A-Za-z]?|[一二三四五六七八九十百零〇两]{1,5}|[A-Za-z](?=[座栋棟幢塔]))'
/** What a number in a street or a building is followed by, unless the number is that of a document. */
const DOOR = '[号號弄巷](?![码碼令文公])'
const BUILDING = '(?:号楼|號樓|号院|號院|栋|棟|幢|座|塔|单元|單元|室|楼|樓|层|層|期|房|户|戶)'
/** The rest of an address: buildings, units, rooms, with what they are called. */
const REST = `(?:[ ,]?(?:[${HAN}A-Za-z]{0,10}?${NUMERAL} ?(?:${BUILDING}|${DOOR}))){0,6}(?:-?\\d{1,4}(?:-\\d{1,4}){0,3}(?!\\d))?`

/** A character of a place's name: not one of those that hold a sentence together. */
const IN_NAME = `(?:(?![的哪所有能可和与與及或吗嗎么麼不要个個])${HAN})`

/** The middle of a Chinese address, which gives it away: a street and a number, an estate and a building, a chain of building and room. */
const HEARTS: RegExp[] = [
  pattern(
    '',
    `(?<![知渠通报報频頻味难難轨軌管赛賽说說公人听聽])(?:大道|街道|胡同|[路街道巷弄村])[东南西北中東]?(?:[一二三四五六七八九十]段)? ?${NUMERAL} ?${DOOR}${REST}`,
  ),
  pattern(
    '',
    `(?:小区|小區|花园|花園|公寓|大厦|大廈|家园|家園|新村|公馆|公館|山庄|广场|廣場|宿舍|社区|[苑邨村城湾灣庭轩軒阁閣]|(?<!政)府) ?${NUMERAL} ?${BUILDING}${REST}`,
  ),
  pattern(
    '',
    `${NUMERAL}(?:号楼|號樓|栋|棟|幢|座|单元|單元) ?${NUMERAL}(?:单元|單元|层|層|楼|樓)? ?(?:${NUMERAL} ?)?[室房号號户戶]`,
  ),
  pattern(
    '',
    `[省市州] ?${IN_NAME}{1,8}[市州区县區縣旗] ?${IN_NAME}{1,10}(?:[镇乡鎮鄉村巷弄]|街道|街|(?<![道公铁鐵线線网網思陆陸之一出])路)`,
  ),
]

/** Where an address begins, going left: after a word that leads to one, or that no place is called by. */
const LEADS_IN = /[在到至址住是为為往从從于於寄发發我你您他她给給去的要能可想请請把了吗嗎么麼]/
const ADMINISTRATIVE = /[省市区县州镇乡旗盟區縣鎮鄉]/
const LONGEST = 30

/** Takes in the provinces, cities and names in front of the middle of an address. */
function leftEnd(text: string, heart: number): number {
  let start = heart
  while (start > 0 && heart - start < LONGEST) {
    const before = text[start - 1] ?? ''
    const joins = before === ' ' && ADMINISTRATIVE.test(text[start - 2] ?? '')
    if (!joins && (!/[\p{Script=Han}A-Za-z\d]/u.test(before) || LEADS_IN.test(before))) break
    start -= 1
  }
  return start
}

const chinese: Finder[] = HEARTS.map((heart): Finder => {
  const find = finder({ token: 'address', pattern: heart })
  return (text) => find(text).map((span) => ({ ...span, start: leftEnd(text, span.start) }))
})

/** A piece of text without a blank; an announced address goes on over blanks as long as its pieces look like one. */
const PIECE = '[^ ,;!?。、\\uE000\\uE001]'
const PLACES = /[省市区县州镇乡村路街道巷弄号栋幢室區縣鎮鄉號棟]/
const NO_ADDRESS = /^(?:不|否|什么|哪|怎|写|填|可|必|只|要|谁|我|一|同|错|空)/

const announced: Finder[] = [
  finder({
    token: 'address',
    pattern: pattern(
      '',
      `(?:地址|住址) ?(?:[:=]|是|为|為) ?(?<secret>${PIECE}{2,40}(?: ${PIECE}{0,20}${PLACES.source}${PIECE}{0,20}){0,4})`,
    ),
    accept: ({ groups: { secret = '' } = {} }) => PLACES.test(secret) && !NO_ADDRESS.test(secret),
  }),
  finder({
    token: 'address',
    pattern: pattern(
      'i',
      "\\baddress(?: is |'s | ?[:=] ?)(?<secret>[\\w.#'’-]{1,30}(?:[ ,]{1,2}(?!(?:and|but|i|can|how|do|does|what|is|please|will)\\b)[\\w.#'’-]{1,30}){1,12})",
    ),
    accept: ({ groups: { secret = '' } = {} }) => /\d/.test(secret),
  }),
]

/** A word of an English street name: not one of those that join numbers to anything else. */
const NAME =
  "(?!(?:yuan|rmb|cny|usd|kg|ml|on|in|of|and|the|is|a|an|to|for|by|via|at|or|from|with|per|no|not|was|are|dollars|euros|notice|announcement|belt|silk)\\b)[a-z][a-z.'’-]{0,20}"
/** Years and customs mode codes stand before words as house numbers do. */
const NO_CODE = '(?!(?:(?:19|20)\\d{2}|9[678]10|1210|1239) )'
const PLACE = '(?:[ ,]{1,2}(?:[A-Z][A-Za-z.]{1,20}(?: [A-Z][A-Za-z.]{1,20}){0,2}|[A-Z]{2} \\d{5}|\\d{5,6}))'
const ROOM =
  '(?:(?:room|rm|flat|unit|apt|apartment|suite|block|building|bldg|floor|tower)\\.? ?#?[\\w-]{1,6}|\\d{1,3}/f)'

const english: Finder[] = [
  finder({
    token: 'address',
    pattern: pattern(
      'i',
      `(?:\\b${ROOM}[, ]{1,2}){0,4}(?<![\\d.,])(?:no\\.? ?)?${NO_CODE}\\d{1,5}[a-z]?,? (?:${NAME} ){1,4}(?:street|str|st|road|rd|avenue|ave|boulevard|blvd)\\b\\.?(?:[, ]{1,2}${ROOM}){0,3}`,
    ),
  }),
  finder({
    token: 'address',
    pattern: pattern(
      '',
      `(?<![\\d.,])\\d{1,5}[A-Za-z]? (?:[A-Z][a-z.'’-]{1,20} ){1,3}(?:Lane|Ln|Drive|Dr|Court|Ct|Place|Way|Terrace|Highway|Hwy|Square|Sq)\\b`,
    ),
  }),
]

/** Takes in the district, the city and the postcode after an English street. */
const withPlace =
  (find: Finder): Finder =>
  (text) =>
    find(text).map((span) => {
      const rest = new RegExp(`^${PLACE}{0,5}`).exec(text.slice(span.end, span.end + 120))?.[0] ?? ''
      return { ...span, end: span.end + rest.length }
    })

/** Postal addresses down to the street or the door; a city or a province alone is nobody's address. */
export const ADDRESS_FINDERS: Finder[] = [...announced, ...chinese, ...english.map(withPlace)]
