import { fold } from '../search/fold.ts'

/** Thanks, praise, goodbye, and that something was understood, over folded text. */
const SAID_ZH =
  '好评|解答|明晒|👍|👌|🙏|🌹|❤|😊|谢谢|多谢|感谢|感恩|谢[啦了咯过哈哦晒]|蟹蟹|3q|辛苦|唔该|麻烦[你您]?[了晒]|有劳|(?<![你您大家们早晚上午各])[好行中得成][的嘞滴哒吧啊呀啦叻]?|可以了|ok|okay|没问题|冇问题|没事|没别的|没有(?:其[他它]|别的)?(?:问题|疑问)?了|冇(?:其他)?(?:问题)?喇|就这些|就(?:先)?这样|先这样|问完了|不用了|明白|清楚|懂|知道|了解|收到|晓得|搞(?:清楚|明白|懂)|解释得?|讲得?|说得?|回答得?|答得?|有用|有帮助|帮(?:了|到)?[我咗]?(?:大)?忙|帮到[我你]?|专业|厉害|牛|棒|赞|给力|贴心|耐心|及时|详细|到位|满意|太好|真好|点赞|五星|好评|佩服|学到|涨知识|长知识|原来如此|原来(?:是)?(?:这样|咁)|这样啊|咁样|放心|安心|再见|拜拜|拜了|回头见|下次(?:见|聊|问)|回见|晚安|(?<=\\p{Script=Han}\\s?)886?|有(?:问题|需要)再(?:来)?(?:问|找|说|联系)|回头再(?:问|来|聊)|祝[你您]?|生意兴隆|工作顺利|一切顺利|xie ?xie|xie ?le|duo ?xie|ming ?bai|zhi ?dao|zai ?jian|hao de|m ?goi|mgoi|dor? ?jeh?'
const BETWEEN_ZH =
  '我|你|您|你们|咱|那|就|都|全|晒|了|啦|喇|啊|呀|哦|噢|喔|哇|嗯|恩|唔|吧|嘛|哈|嘿|的|太|很|真|真是|真的|好|非常|特别|十分|这么|这下|这回|终于|已经|又|大概|基本|完全|也|还|先|再|一下|一点|人|姐|哥|亲|老师|客服|同志|机器人|通关|今天|多|晚|上|点|心|天|个|咁|嗮|帮手|帮忙|解答|答复|回复|说明|讲解|解释|le|la|a|ni|nin|wo'
const SAID_EN =
  "thanks?(?: you)?|thank ?(?:you|u|ya)|thx|thanx|tks|tnx|tysm|ty|cheers|ta|much appreciated|appreciate[ds]?|great|perfect|awesome|brilliant|lovely|excellent|super|superb|wonderful|amazing|fantastic|nice|cool|good|alright|all right|right|okay|ok|okey|kk?|sure|fine|splendid|got (?:it|you|ya|that)|gotcha|understood|noted|roger(?: that)?|i see|i understand|understand|i get it|(?:make|making)s? (?:\\w+ )?sense|(?<=[a-z] )clear|(?:clears|cleared|clearing) (?:(?:that|it|things|everything) )?up|helps|helped|helpful|sounds|useful|enough|what i (?:needed|wanted)|(?:all|everything|exactly what) i (?:needed|wanted)(?: to know)?|good to know|great to know|you rock|(?:a )?(?:life ?saver|star|legend|gem)|(?:no|any|have no) (?:more|further|other)(?: questions?)?|no questions|nothing else|that(?:['’]?s| is| was| will be) (?:all|it|everything)|bye(?: bye)?|goodbye|see (?:you|ya|u)(?: later| soon| around)?|have a (?:nice|good|great|lovely) (?:day|one|evening|weekend|night)|take care|good ?night|talk (?:to you )?(?:soon|later)|(?:will|i['’]?ll) (?:do|be back|come back)(?: that| so)?|wow|well done|good (?:job|answer|bot)|nice one"
const BETWEEN_EN =
  "oh|ah|hm+|haha+|lol|well|then|now|so|and|very|much|really|super|extremely|quite|pretty|totally|perfectly|perfect|a|the|lot|lots|bunch|million|again|indeed|it|this|that|is|was|were|['’]?s|are|['’]?re|have|['’]?ve|been|be|i|i['’]?m|i['’]?ve|me|my|mate|you|your|u|we|us|for|of|to|on|in|with|at|all|everything|everyone|know|help|helping|time|patience|info|information|answers?|answering|explanations?|explaining|explained|clarifications?|clarifying|clearing|up|quick|fast|kind|kindly|assistance|support|reply|replies|response|yes|yep|yeah|yup|today|friend|sir|team|guys|just|exactly|what|needed|wanted|as|always|one|day|very best|best|so much|things|more"

const BOUND = (words: string) => `(?<![a-z])(?:${words})(?![a-z])`
const ZH = new RegExp(`${SAID_ZH}`, 'gu')
const EN = new RegExp(BOUND(SAID_EN), 'gu')
const REST = new RegExp(
  `${BETWEEN_ZH}|${BOUND(BETWEEN_EN)}|[\\p{P}\\p{S}\\p{Extended_Pictographic}\\ufe0f\\u200d\\s]`,
  'gu',
)
/** Whoever asks, or has not understood, says more than a pleasantry. */
const MORE =
  /[?？]|[吗么咩]|呢\s*$|不(?:明白|清楚|懂|知道|了解|满意|专业|行|好|可以|够|对)|[没未唔冇](?:有)?(?:明白|清楚|懂|收到|听懂|看懂|用|帮)|不太|\bnot\b|n['’]t\b|\bno (?:good|help|use)\b|\bnever\b|\bwhat is\b|\bhow\b|\bwhy\b/u

/** Characters of the longest message that says nothing else. */
const LONGEST = 80

/**
 * Whether a message is nothing but thanks, praise, goodbye or that it was understood (`great, that's all clear, thank you`, 好嘞明白了，辛苦): whatever words of it may mean elsewhere, it asks for
 * nothing.
 */
export function isPleasantry(text: string): boolean {
  const folded = fold(text).trim()
  if (folded.length > LONGEST || MORE.test(folded)) return false
  const said = folded.replace(ZH, ' ').replace(EN, ' ')
  return said !== folded && said.replace(REST, '') === ''
}
