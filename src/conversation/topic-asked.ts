import type { TopicId } from '../core/topic.ts'
import { fold } from '../search/fold.ts'

/** Codes of supervision modes that have a topic of their own. */
const CODE = /(?<!\d)(?:9610|1210|1239|9710|9810|1039)(?!\d)/gu
/** Topics under which a rule stands that is asked about for one mode: then the mode is the subject. */
const OF_A_MODE = new Set<TopicId>([
  'export.simplified',
  'export.warehouse',
  'merchant.registration',
  'merchant.data',
  'mode.choose',
])
/** The tax, and that it comes back; a bonded zone (保税区) has the word in its name. */
const TAX_BACK =
  /退(?:关|掉的)?税|(?<!保)税[^。？?，,保]{0,10}退|退[^。？?，,保]{0,6}税|(?<!保)税[^。？?，,保]{0,6}(?:返|还)|\btax(?:es)?\b[^.?]{0,24}\b(?:back|refund(?:ed)?|returned|cancell?ed)\b|\brefund(?:ed)?\b[^.?]{0,16}\btax\b/u
/** Topics of what goes back, and of what is booked for it. */
const OF_RETURNS = new Set<TopicId>(['return.goods'])
/** A question for the document itself: its number, its text, where it stands. */
const DOCUMENT_ASKED =
  /(?:哪|边|什么|咩|几)(?:一|个|份|条|些|部)*(?:公告|文件|号文|文号|令|红头)|几号(?:公告|文)|文号|红头文件|原文|(?:文件|公告|清单|附件|表格)[^。？?]{0,8}(?:下载|链接|网址)|下载[^。？?]{0,6}(?:文件|公告|清单|表)|\bwhich (?:\w+ )?(?:announcement|document|notice|regulation|circular)\b|\b(?:announcement|document) number\b|\bofficial (?:text|document|place|site)\b|\boriginal text\b|\bdownload\b/u
/** Topics under which one looks for the rule of a trade: its document is part of it. All others are counted as a question for the source. */
const OF_A_TRADE =
  /^(?:mode|merchant|export|destination|enforcement|pilot|service|return|glossary|identity|order)\.(?!warehouse)/u
/** Short names that everybody in the trade uses and nobody explains. */
const TRADE_LETTERS = /(?<![a-z])(?:bbc|bc|cc|b2b2c)(?![a-z0-9])/u
const ASKS_MEANING =
  /(?:什么|啥|咩|乜)(?:嘢)?(?:意思|东西)|指(?:的是)?(?:啥|什么|咩)|是啥|(?:系|是)(?:咩|乜)|是不?是?一(?:个|回)(?:东西|事)|分别(?:是)?(?:啥|什么)|有(?:什么|啥|咩)(?:不同|区别|分别)|\bwhat (?:is|are|does|do|'s)\b|\bmean(?:s|ing)?\b|\bstand for\b|\bthe same (?:thing|as)\b/u
/** Topics that explain by the way what their words mean. */
const EXPLAINING = new Set<TopicId>(['order.three-docs', 'tax.formula'])
const WORD_ASKED = /(?:什么|啥|咩|乜)(?:嘢)?意思|是不?是?一(?:个|回)(?:东西|事)|\bwhat does [^.?]{1,40} mean\b/u
/** A question which of the supervision modes is meant. */
const MODE_ASKED =
  /(?:选|用|走|按|报|算|属于)(?:的是)?(?:哪|边|什么|咩)(?:一|个|种)*(?:监管)?(?:方式|模式|代码)|(?:监管方式|代码|模式)(?:该|应该|要)?(?:选|填|用|报|是)(?:哪|边|什么|啥|咩|多少)|\b(?:what|which) (?:customs |supervision |trade )*(?:mode|code)\b|\b(?:mode|code)\s*\?/u

/**
 * The topic a question is counted under: that of the entry told, unless the question names a narrower subject itself, a mode by its code or the tax on what goes back; asks for the document
 * and not for what it says; for the meaning of a word; or which of the modes is its own.
 * One entry answers questions from several sides, and the office counts the sides.
 */
export function topicAsked(text: string, told: TopicId): TopicId {
  const folded = fold(text)
  const codes = [...new Set(folded.match(CODE))]
  if (codes.length === 1 && OF_A_MODE.has(told) && !(told === 'export.warehouse' && /海外仓|warehouse/u.test(folded)))
    return `mode.${codes[0]}` as TopicId
  if (OF_RETURNS.has(told) && TAX_BACK.test(folded)) return 'tax.refund'
  if (told !== 'other' && !OF_A_TRADE.test(told) && DOCUMENT_ASKED.test(folded)) return 'policy.source'
  if (told === 'channel.compare' && TRADE_LETTERS.test(folded) && ASKS_MEANING.test(folded)) return 'glossary.term'
  if (EXPLAINING.has(told) && WORD_ASKED.test(folded)) return 'glossary.term'
  if (told.startsWith('mode.') && codes.length === 0 && MODE_ASKED.test(folded)) return 'mode.choose'
  return told
}
