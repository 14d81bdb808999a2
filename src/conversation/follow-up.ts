import type { Day } from '../core/day.ts'
import { fold } from '../search/fold.ts'
import { dayAsked } from './day-asked.ts'

const OPENING = /^(?:那么?|咁|噉|好吧?|嗯|哦|所以|and|so|ok|okay|then|what about|how about|what if|or)[\s,，]*/u
const CLOSING =
  /[\s,，。.!！?？]*(?:[嗰𠮶]阵时?|那阵子?|呢|的话|的时候|时|那会儿?|那年|又?如何|怎么样|then|instead)*[\s。.!！?？]*$/u
const NOW = /^(?:现在|目前|当前|今天|如今|今年|now|today|right now|these days|at present|currently)$/u
const BARE_YEAR = /^(?:in |back in )?(20[1-3]\d)年?$/u
const RELATIVE = /^(?:去年|前年|明年|last year|next year)(?:的?(?:双十一|双11|双十二|双12|六一八|618|国庆|元旦))?$/u

/**
 * The day of a message that names nothing but a day (`2018年呢`, "what about 2017?", "and today?"): the question before it, asked again for that day.
 * Undefined for any other message.
 */
export function onlyDay(text: string, today: Day): Day | undefined {
  const said = fold(text).trim().replace(OPENING, '').replace(OPENING, '').replace(CLOSING, '').trim()
  if (NOW.test(said)) return today
  const year = BARE_YEAR.exec(said)?.[1]
  if (year !== undefined)
    return year === today.slice(0, 4) ? today : year > today.slice(0, 4) ? `${year}-01-01` : `${year}-12-31`
  if (RELATIVE.test(said)) return dayAsked(said, today)
  const dated = dayAsked(said, today)
  return dated !== undefined &&
    /^(?:before|after|in|on|since|until)?[\s\w,-]{0,24}$|^[\d年月日号以之前后]{4,16}$/u.test(said)
    ? dated
    : undefined
}
