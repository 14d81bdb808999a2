import { type Finder, finder, pattern, type Span } from './rule.ts'
import { nameLength } from './surnames.ts'

const HAN = '[\\p{Script=Han}·]'
const FIELD =
  '(?:姓名|名字|户名|戶名|收件人|收货人|收貨人|寄件人|发件人|發件人|联系人|聯絡人|聯繫人|订购人|訂購人|购买人|購買人|支付人|付款人|持卡人|申报人|申報人|买家|買家)'

/** The word before a Chinese name, and how sure it makes that one follows. */
const BEFORE: ['announced' | 'called' | 'am', RegExp][] = [
  ['announced', pattern('', `${FIELD} ?[:=] ?(?<secret>${HAN}{2,16})`)],
  ['announced', pattern('i', `\\b(?:my name(?: is|'s)|full name ?:|name ?:) ?(?<secret>${HAN}{2,16})`)],
  [
    'called',
    pattern(
      '',
      `(?:${FIELD}(?:是|叫|为|為|填|写)?|(?:[我人他她妈媽爸哥姐弟妹]|老公|老婆|朋友|同事)名?叫(?:做|作)?) ?(?<secret>${HAN}{2,16})`,
    ),
  ],
  ['am', pattern('', `(?:我是|我係|本人) ?(?<secret>${HAN}{2,16})`)],
]

const chineseNames =
  (sure: 'announced' | 'called' | 'am', before: RegExp): Finder =>
  (text) =>
    finder({ token: 'name', pattern: before })(text).flatMap(({ start, end }): Span[] => {
      const length = nameLength(text.slice(start, end), sure)
      return length > 0 ? [{ start, end: start + length, token: 'name' }] : []
    })

const WORD = "[\\p{L}][\\p{L}'’.-]{0,24}"
const CAPITALISED = "\\p{Lu}[\\p{L}'’.-]{0,24}"
const NAMES = `${CAPITALISED}(?: ${CAPITALISED}){0,3}`

/** What comes after "my name is" when it is not a name. */
const NO_NAME =
  /^(?:not|wrong|on|in|the|a|an|different|misspel\w*|spel\w*|missing|used|being|also|still|already|and|too|correct|incorrect|listed|registered|very|so|that|this|what|it|my|same|shown|written|longer|of|at|for|to|with|from|is|was|by)$/i
/** Whose name is no person's. */
const THINGS = /(?:product|brand|company|item|goods|shop|store|trade|file|user|domain|platform|port|commodity)s? $/i

/** Names in Latin letters, after what announces them. In small letters a name is taken to have two words at most. */
const LATIN: Finder[] = [
  finder({
    token: 'name',
    pattern: pattern('', `(?:[Mm]y|[Hh]is|[Hh]er) name(?:'s| is) (?<secret>${NAMES})(?![\\p{L}])`),
    accept: (match) => !NO_NAME.test(match.groups?.secret ?? ''),
  }),
  finder({
    token: 'name',
    pattern: pattern(
      'i',
      `\\b(?:my|his|her) name(?:'s| is) (?<secret>(?<first>${WORD})(?: (?!and\\b|i\\b|but\\b|from\\b)${WORD})?)`,
    ),
    accept: (match) => !NO_NAME.test(match.groups?.first ?? ''),
  }),
  finder({
    token: 'name',
    pattern: pattern(
      '',
      `(?:${FIELD} ?[:=是]?|我叫|[Rr]ecipient ?[:=]|[Cc]onsignee ?[:=]|[Rr]eceiver ?[:=]|[Aa]ttn\\.? ?[:=]) ?(?<secret>${NAMES})(?![\\p{L}])`,
    ),
    accept: (match) => /\p{Ll}/u.test(match.groups?.secret ?? '') || (match.groups?.secret ?? '').includes(' '),
  }),
  finder({
    token: 'name',
    pattern: pattern('', `\\b[Nn]ame ?[:=] ?(?<secret>${NAMES})(?![\\p{L}])`),
    accept: ({ input, index }) => !THINGS.test(input.slice(Math.max(0, index - 12), index)),
  }),
]

/** Names of persons, in Chinese and in Latin letters, where words announce them. */
export const NAME_FINDERS: Finder[] = [...BEFORE.map(([sure, before]) => chineseNames(sure, before)), ...LATIN]
