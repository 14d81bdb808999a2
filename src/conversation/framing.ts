import type { Locale } from '../core/locale.ts'
import { fold } from '../search/fold.ts'

/** What a message says about the conversation itself, and what is left of it: the question. */
export type Framed = {
  /** The message without such words, in its own characters; empty when it holds nothing else. */
  text: string
  /** The language it asks to be answered in. */
  language?: Locale | undefined
  /** Whether it announces another subject: nothing is carried over. */
  fresh?: boolean
  /** Whether it asks to set what it is about beside what was told before. */
  beside?: boolean
}

const TONGUE_ZH = '(中文|汉语|普通话|国语|华语|简体(?:中文|字)?|繁体(?:中文|字)?|英文|英语)'
const TONGUE_EN =
  '(english|chinese|mandarin|simplified(?: chinese)?|traditional(?: chinese)?|chinese characters|putonghua)'
const SAYS_ZH = '(?:说|讲|回答我?|回复我?|答复|答我?|解释|介绍|写|版本?|重复|再?(?:说|讲|来)一?[遍次]|告诉我)'
const WISH_ZH = `(?:请|麻烦|唔该|拜托)?(?:你|您)?(?:还?能不能|能否|可不可以|可以|可唔可以|能|会)?(?:用|讲|说|换成?|改用?|切换?(?:到|成)?|翻译?成?|转成?|来个?)${TONGUE_ZH}(?:来|再|给我)?${SAYS_ZH}?`
const END_ZH = '(?:一下|一遍|吗|么|吧|呢|好吗|行吗|可以吗|得唔得|谢谢|怎么说|[?？。!！~ ])*'
const POLITE_EN = '(?:please|pls|plz|thanks?|thank you|thx)'
const WISH_EN = `(?:(?:and|now|ok|okay|sorry|but|also|then|${POLITE_EN}|(?:can|could|would|will) (?:you|i|we)|you|i(?:'d| would) (?:like|prefer)|i want|have|get)[, ]+)*(?:(?:say|repeat|answer|reply|respond|speak|explain|give|write|translate|switch|tell|put|show|read|have|get|do)\\b ?)?(?:(?:it|that|this|me|us|the answer|the same|all that|again|back) ?){0,3}(?:(?:in|to|into) )?${TONGUE_EN}(?: (?:version|instead|now|again|this time|${POLITE_EN}))*`
/** 英文再说一遍: the tongue, then the wish. */
const TONGUE_FIRST_ZH = `(?:请|麻烦|唔该)?(?:你|您)?${TONGUE_ZH}(?:版)?[,， ]*(?:来|再|给我|帮我|重新|麻烦)*${SAYS_ZH}(?:一?[遍次下])?`
const ALONE = new RegExp(
  `^(?:${WISH_ZH}${END_ZH}|${TONGUE_FIRST_ZH}${END_ZH}|${TONGUE_ZH}(?:版本?)?${END_ZH}|${WISH_EN}[ ?.!]*)$`,
  'u',
)
const FIRST_ZH = new RegExp(`^${WISH_ZH}(?:[，,。.!！:： ]+(?=\\S)|(?<=[说讲遍])(?=\\S))`, 'u')
const FIRST_EN = new RegExp(`^${WISH_EN}[,.:;!?，。]+ *(?:and |but |so |also )?(?=\\S)`, 'u')
const LAST_ZH = new RegExp(`[，,。.!！?？ ]+${WISH_ZH}${END_ZH}$`, 'u')
const LAST_EN = new RegExp(
  `(?:[,.;!?，。]+ *(?:and )?${WISH_EN}|,? (?:please )?(?:answer|reply|respond|explain|say it|tell me) in ${TONGUE_EN}(?: ${POLITE_EN})?|,? in ${TONGUE_EN} ${POLITE_EN})[ ?.!]*$`,
  'u',
)

/** Words that announce another subject. */
const OTHER_SUBJECT =
  /^(?:(?:好的?|行|嗯+|哦|噢|ok(?:ay)?|alright|thanks|thank you|great|got it|谢谢|明白了?|知道了?|i see|sure|well|and|now|so)[，,。.!！;； ]*)?(?:(?:我)?(?:再)?(?:换个|换一个|另一个|另外一个|另外问个|再问个|再问一个|问个别的|问点别的|说个别的|问个其他的|问另外一个|还有(?:一)?个|还有另外一个)(?:话题|问题|事儿?|别的|其他的?|其它的?|方面)?(?:问一?下|说说)?(?:[，,。.:：;； ]+|(?=\p{Script=Han})(?!话题|问题|事|别的|其))|(?:算了|不说这个了?|先不说这个|不管这个了?|不问这个了?|唔讲呢个)[，,。.!！:： ]+|(?:(?:a |one |an? |on to |on |here's a |i have a(?:nother)? )?(?:completely |totally |quite )?(?:different|another|new|next|one more|separate|unrelated|other|further) (?:thing|question|topic|subject|one|matter|note|issue)|changing (?:the )?(?:topic|subject)|forget (?:that|it|about that)|never ?mind(?: that)?|something else|moving on|leaving that aside)[,.:;!\-– —]+ *)/u
/** Words that mostly do, but not before a fragment of a question. */
const BY_THE_WAY =
  /^(?:(?:哦|噢|嗯|ok(?:ay)?|oh|and)[，, ]*)?(?:对了|话说|对啦|顺便(?:再?问一?下?|问个事)?|另外(?:再?问一?下?|想问一?下?|请问)?|btw|by the way|oh,? (?:and )?one more thing)[，,。.:：!！ ]*(?=\S)/u

const PREVIOUS_ZH =
  '(?:这|那|呢|嗰)(?:个|条|种|样)|它|刚才(?:说的|讲的)?(?:那?[个条种]|的)?|刚刚(?:说的)?(?:那?[个条种]|的)?|上面(?:说的|讲的)?(?:那?[个条种]|的)?|前面(?:说的)?(?:那?[个条种]|的)?|之前(?:说的)?(?:那?[个条种]|的)?|上一[个条]'
const COMPARES_ZH = new RegExp(
  `[，,。?？!！ ]*(?:是不是|是否|系咪|是)?(?:和|跟|与|同)(?:${PREVIOUS_ZH})(?:规定|政策|限额|额度|税|办法|期限|数|规则)?(?:是不是|是否|是|系咪)?(?:一样|一回事|同一(?:个|回事)|有(?:什么|啥|何|咩)?(?:区别|不同|差别|关系|两样|分别)|冲突|矛盾|通用)(?:的)?(?:吗|么|不|嘛|呢|啊|咩)?[?？。!！ ]*$`,
  'u',
)
const COMPARES_EN =
  /[,.?!;]* *(?:and |but )?(?:(?:is|are) (?:it|that|this|they|those|these) )?(?:the )?(?:(?:same|different|any different|identical)(?: thing| rule| one| limit| rate)?,? (?:as|from|to|than) (?:this|that|the (?:last|first|previous|other|one before)(?: one)?|before|above|what you (?:just )?said)|same (?:thing )?as before|how (?:is|does) (?:it|that) (?:different|differ) from (?:this|that|the (?:last|first|previous|other) one)|is (?:it|that) the same(?: thing| rule)?)[ ?.!]*$/u

/**
 * Takes from a message what it says about the conversation itself: the language it wants, that the subject is another, that it wants to compare with what was told.
 * @param isFragment whether a text leans on the turn before though it opens as an aside
 */
export function unframe(text: string, isFragment: (text: string) => boolean): Framed {
  const framed: Framed = { text: text.trim() }
  if (ALONE.test(fold(framed.text))) return { text: '', language: tongueIn(fold(framed.text)) }
  for (const pattern of [FIRST_ZH, FIRST_EN, LAST_ZH, LAST_EN]) {
    const cut = cutting(framed.text, pattern)
    if (cut === undefined || cut.rest === '') continue
    framed.text = cut.rest
    framed.language = tongueIn(cut.words)
    break
  }
  const other = cutting(framed.text, OTHER_SUBJECT)
  const aside = other ?? cutting(framed.text, BY_THE_WAY)
  if (aside && aside.rest !== '') {
    framed.text = aside.rest
    framed.fresh = other !== undefined || !isFragment(aside.rest)
  }
  const compared = cutting(framed.text, COMPARES_ZH) ?? cutting(framed.text, COMPARES_EN)
  if (compared) {
    framed.beside = true
    if (compared.rest !== '') framed.text = compared.rest
  }
  return framed
}

/** A text without the words that a pattern finds in its folded form; undefined where it finds none, or where folding changed where things stand. */
function cutting(text: string, pattern: RegExp): { rest: string; words: string } | undefined {
  const folded = fold(text)
  const match = pattern.exec(folded)
  if (!match) return undefined
  // Numbers are folded to other lengths: then the folded text stands for the written one.
  const source = folded.length === text.length ? text : folded
  const rest = `${source.slice(0, match.index)}${source.slice(match.index + match[0].length)}`.trim()
  return { rest, words: match[0] }
}

const tongueIn = (folded: string): Locale => {
  if (/英|english/u.test(folded)) return 'en'
  return /繁|traditional/u.test(folded) ? 'zh-Hant' : 'zh-Hans'
}
