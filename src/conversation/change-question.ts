import { addDays, type Day } from '../core/day.ts'
import { parseNumeral } from '../core/numerals.ts'
import { fold } from '../search/fold.ts'
import { namedPeriods } from './named-periods.ts'

/** A question about what changed: between which days, and the question without the words that ask for change. */
export type ChangeQuestion = { from: Day; to: Day; about: string }

const CHANGE =
  /变没变|变了没|有[没冇]有?变|变了|新?变化|有变|改没改|改了|修改|调整|新政策?|新规定?|更新|\b(?:what(?:'?s| has| is| will)? ?(?:been )?(?:change[ds]?|new|different(?! between| from))|chang(?:e[ds]?|ing)|new (?:rules?|polic(?:y|ies)|regulations?)|updates?|updated)\b/gu
/** Asks for change only between two times; two ways of buying differ as well. */
const DIFFERENCE = /有[什啥]么?不同|有[什啥]么?区别|\bdifferences?(?: between)?\b|\bdifferent\b/gu
const TODAY = /现在|目前|\bnow\b|\btoday\b/
const OLD_AND_NEW = /新旧|旧(?:的|规|政策|办法)|\bold\b/u
/** Changes that somebody makes to an order, a name, an address, or to the rows of a table (SQL): no change of policy. */
const OWN =
  /(?:修改|改了?|更改|更新)(?:我|您|你|一下|身份|收货|收件|地址|订单|姓名|名字|手机|电话|信息|资料|密码|账号|版)|(?:地址|订单|手机号?|信息|资料|名字|姓名)(?:变了|改了|修改|更新)|\b(?:i|we|you|to|my) (?:\w+ )?change\b|\bchanged? (?:of|my|our|the|his|her|an?) (?:mind|address|order|recipient|name|phone|id|password|delivery)|\bupdate (?:my|our|the|of|\S+ set)\b/u

const FILLER_ZH =
  /(?:近|最近|过去)(?:\d+|[一二两三四五六七八九十])年|上次之后|上次以后|最近|近期|近来|之后|以后|以来|现在|有[什啥]么|有咩|有哪些|哪些|什么|有没有|规定|政策|[吗么呢有是会和与跟从自到起]|年(?!度)/gu
const FILLER_EN =
  /\b(?:last|past) (?:\d+|two|three|five|ten|few) years|\b(?:recently|lately|latest|since|any|the|rules?|in|on|did|do|does|have|has|been|will|between|and|for|of|is|are|there|what|now|today)\b/gu
const YEARS_BACK = /(?:近|最近|过去|last |past )(\d+|[一二两三四五六七八九十]|two|three|five|ten) ?(?:年|years)/u
const ENGLISH: Record<string, number> = { two: 2, three: 3, five: 5, ten: 10 }

/** Days looked back, and ahead, when nobody says since when. */
const RECENT = 365

/** Reads a question about change; undefined when it asks for none. */
export function changeQuestion(text: string, today: Day): ChangeQuestion | undefined {
  const folded = fold(text)
  if (OWN.test(folded)) return undefined
  if (folded.search(DIFFERENCE) === -1 && folded.search(CHANGE) === -1) return undefined
  const periods = namedPeriods(folded, today)
  const times = periods.length + (TODAY.test(folded) ? 1 : 0)
  const compares = folded.search(DIFFERENCE) !== -1 && (times > 1 || OLD_AND_NEW.test(folded))
  if (!compares && folded.search(CHANGE) === -1) return undefined

  let rest = folded
  for (const { start, end } of [...periods].reverse()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`
  const about = rest
    .replace(CHANGE, ' ')
    .replace(DIFFERENCE, ' ')
    .replace(FILLER_ZH, ' ')
    .replace(FILLER_EN, ' ')
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
  return { ...stretch(folded, periods, today), about }
}

function stretch(folded: string, periods: ReturnType<typeof namedPeriods>, today: Day): { from: Day; to: Day } {
  const [first, last] = [periods[0], periods.at(-1)]
  if (first && last) {
    const open = /since|从|自|以来|之后|以后|起/.test(folded) || TODAY.test(folded)
    return { from: first.from, to: first === last && open && first.from <= today ? today : last.to }
  }
  const back = YEARS_BACK.exec(folded)?.[1]
  if (back !== undefined) {
    const years = ENGLISH[back] ?? parseNumeral(back) ?? 1
    return { from: `${Number(today.slice(0, 4)) - years}${today.slice(4).replace('02-29', '02-28')}`, to: today }
  }
  return { from: addDays(today, -RECENT), to: addDays(today, RECENT) }
}
