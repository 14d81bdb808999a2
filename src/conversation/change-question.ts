import { addDays, type Day } from '../core/day.ts'
import { fold } from '../search/fold.ts'

/** A question about what changed: between which days, and the question without the words that ask for change. */
export type ChangeQuestion = { from: Day; to: Day; about: string }

const CHANGE =
  /变没变|变了没|变了|变化|有变|改没改|改了|修改|调整|新政策|新规定?|更新|有什么不同|有啥不同|what(?:'s| has| is)? ?(?:been )?(?:changed|new|different)|chang(?:ed?|es)\b|new (?:rules?|policy|policies)|difference between|updated?\b|any updates?/gu
const FILLER =
  /最近|近期|近来|上次之后|上次以后|之后|以后|今年|去年|现在|有什么|有哪些|哪些|什么|有没有|吗|么|呢|recently|lately|latest|this year|last year|since|any|the|rules?|in|did|have|has|between|and|规定|政策|年/gu
const YEARS = /(?<!\d)20[1-3]\d(?!\d)/g

/** Days looked back when nobody says since when. */
const RECENT = 365

/** Reads a question about change; undefined when it asks for none. */
export function changeQuestion(text: string, today: Day): ChangeQuestion | undefined {
  const folded = fold(text)
  if (folded.search(CHANGE) === -1) return undefined
  const about = folded
    .replace(CHANGE, ' ')
    .replace(YEARS, ' ')
    .replace(FILLER, ' ')
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
  const years = [...new Set(folded.match(YEARS) ?? [])].sort()
  const [first, last] = [years[0], years.at(-1)]
  if (first !== undefined && last !== undefined && first !== last)
    return { from: `${first}-01-01`, to: `${last}-12-31`, about }
  if (first !== undefined && /since|从|自|以来|之后|以后/.test(folded))
    return { from: `${first}-01-01`, to: today, about }
  if (first !== undefined) return { from: `${first}-01-01`, to: `${first}-12-31`, about }
  const year = Number(today.slice(0, 4))
  if (/今年|this year/.test(folded)) return { from: `${year}-01-01`, to: `${year}-12-31`, about }
  if (/去年|last year/.test(folded)) return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31`, about }
  return { from: addDays(today, -RECENT), to: addDays(today, RECENT), about }
}
