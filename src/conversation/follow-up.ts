import type { Day } from '../core/day.ts'
import type { Locale } from '../core/locale.ts'
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

const IN_LANGUAGE =
  /^(?:请|能不能|可以|那)?(?:用|讲|说|换成?|翻译成?|转成?)?(中文|汉语|普通话|国语|简体中文?|繁体中文?|英文|英语)(?:说|讲|回答|再说一遍|版|吧|呢|怎么说|可以吗)*[?？。!！]?$|^(?:and |please |say (?:it|that) |now |can you say that )*(?:in )(english|chinese|mandarin|simplified chinese|traditional chinese)(?: please)?[?.!]?$/u

/** The language in which a message asks to hear the last answer again; undefined for any other message. */
export function askedLanguage(text: string): Locale | undefined {
  const match = IN_LANGUAGE.exec(fold(text).trim())
  const name = match?.[1] ?? match?.[2]
  if (name === undefined) return undefined
  if (/英|english/.test(name)) return 'en'
  return /繁|traditional/.test(name) ? 'zh-Hant' : 'zh-Hans'
}
