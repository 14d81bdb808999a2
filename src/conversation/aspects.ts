import { ASPECTS, type Aspect } from '../core/answer.ts'
import type { EntryText } from '../core/entry.ts'
import { PLACEHOLDER } from '../knowledge/placeholder.ts'
import { fold } from '../search/fold.ts'

/** Sides of a rule that people ask about in two words, once the rule itself is told: how it is asked, and how a sentence sounds that says it. */
const WORDS = {
  since: {
    asks: /(?:从|由|自)?(?:什么时候|啥时候|几时|何时|哪[天日年]|哪一[天日年]|边日)(?:起|开始|生效|施行|实施|改的|变的|有的)|多久以前|\bsince when\b|\bfrom when\b|\bwhen did (?:it|that|this|they) (?:start|begin|change|come in|take effect|end|stop)/u,
    says: /自 ?\d|从 ?\d|\d ?日?起|起适用|起施行|取消|结束|\bsince \d|\bfrom \d|\bon \d|\bfor goods of .{0,30}\bon\b/iu,
  },
  until: {
    asks: /(?:到|至|去到)(?:什么时候|啥时候|几时|何时|哪[天日年]|哪一[天日年])|(?:什么时候|几时|何时|哪[天年])(?:为止|结束|到期|失效|完|停)|(?:还)?(?:能|会)?(?:持续|维持|延续|有效)(?:到|多久)|\buntil when\b|\btill when\b|\bhow long (?:does|will|is|do) (?:it|that|this|they) (?:last|run|apply|stay|go on|hold|in force)|\bwhen does (?:it|that|this) (?:end|expire|run out|stop)|\b(?:what is|what's) the end date/u,
    says: /(?:到|至) ?\d[^，。；]{0,12}(?:为止|止|前|日|年)|截止|到期|以前|\buntil\b|\btill\b|\bends? (?:on|by)\b|\bby \d|\bbefore \d|\bat the latest\b|\bup to (?:and including )?\d{1,2} [a-z]+ 20\d\d|\bto \d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)/iu,
  },
  when: {
    asks: /多久|多长时间|几(?:天|日|年|个月)(?!一)|什么时候|啥时|几时|何时|哪[天日年]|截止|期限|到期|时限|几号|来得及|有效|(?:从|由|按)[^。？?]{1,8}(?:算|开始|起)|起算|\bhow long\b|\bwhen\b|\bdeadline\b|\bwhat date\b|\bhow many (?:days|months|years)\b|\bexpir|\bclock\b|\bcount(?:ed|s|ing)? from\b|\bvalid\b|\bstill in force\b/u,
    says: /\d ?(?:天|日|个月|月|年|小时|分钟)|\d (?:calendar |working |natural )?(?:days?|months?|years?|hours?)|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d|\d (?:january|february|march|april|may|june|july|august|september|october|november|december)/iu,
  },
  over: {
    asks: /超(?:了|咗|过|出|额|限|标)|^[那咁]?(?:要是|如果|万一)?超|多(?:了|出来)的|\bif (?:i|it|they|we)(?: am|'m| is|'s| are| go(?:es)?)? (?:over|above|more)\b|\bover (?:that|it|the limit)\b|\babove (?:that|it)\b|\bmore than (?:that|this|it)\b|\bexceed/u,
    says: /超过|超出|超了|超额|多出|高于|\bover\b|\babove\b|\bexceed|\bmore than\b|\bbeyond\b/iu,
  },
  under: {
    asks: /(?:没|不|未|冇|唔)(?:有)?(?:到|够|满|达到|超过?)(?:这|那|呢|嗰|它|判刑|数|线|标准|个数|[呢的了吗吧呀]|$)|\b(?:below|under|less than|short of) (?:that|this|it|the)\b|\bnot (?:reach|enough)/u,
    says: /不到|没到|不够|未达|不满|以下|以内|不超过|\bbelow\b|\bunder\b|\bless than\b|\bup to\b|\bshort of\b/iu,
  },
  'how-much': {
    asks: /多少|几多|几钱|多大|几个点|\bhow (?:much|many)\b|\bwhat(?:'s| is) the (?:limit|rate|amount|cap|fee|threshold)\b/u,
    says: /\d ?(?:元|%|美元|欧元|千克|公斤|克|件|罐|倍)|[€£$]\d|\d ?(?:yuan|%|euros?|kg|grams?|pieces|times)/iu,
  },
  scope: {
    asks: /^(?:那|咁)?(?:是)?(?:按|每|一)(?:个)?(?:件|包裹|票|税号|商品)(?:来)?(?:算|收|计|交)?(?:的)?[吗么咩]?[?？]?$|^(?:and )?(?:is (?:it|that) )?(?:per|for each|on each) (?:parcel|item|piece|shipment|package|product|tariff line)s?[?.]?$|(?:按|是)?(?:每|一|1)?(?:单|次|笔|年|人|件)(?:算|计)?(?:还是|定|抑或|或者)(?:按|是)?(?:每|一|1)?(?:单|次|笔|年|人|件)|\bper (?:order|person|year|item|parcel|month)[^?]{0,12}\bor\b|\bor per (?:order|person|year|item|parcel|month)\b/u,
    says: /每人|每年|每单|每次|每件|按人|按年|按单|按件|一年|\b(?:per|each|every|a) (?:person|year|order|item|parcel|piece|time|month)\b/iu,
  },
  where: {
    asks: /哪里|哪儿|去哪|在哪|边度|边处|什么地方|哪个(?:部门|网站|地方|窗口)|找谁|\bwhere\b|\bwhich (?:office|website|authority)\b|\bwho (?:do|should|can) (?:i|we) (?:ask|call|contact)\b/u,
    says: /窗口|银行|网站|app|官网|税务局|海关|平台|热线|\bbanks?\b|\bwebsite\b|\boffice\b|\bwindow\b|\bhotline\b|\bplatform\b|\bcustoms\b/iu,
  },
  papers: {
    asks: /材料|资料|单证|准备(?:什么|啥|哪些)|要带(?:什么|啥)|提供(?:什么|啥)|要(?:什么|啥)(?:文件|证件|手续)|\b(?:papers?|documents?|proof|paperwork)\b/u,
    says: /证|发票|订单|合同|申报|截图|材料|资料|单据|\binvoices?\b|\bcontracts?\b|\bproof\b|\brecords?\b|\bscreenshots?\b|\bpapers?\b|\bcertificates?\b/iu,
  },
  consequence: {
    asks: /会怎样|会怎么样|会咋样?|会点样|咋样|后果|会不会(?:罚|查)|有(?:什么|啥)事|怎么罚|罚多少|罚吗|(?:如果|要是)?不(?:做|弄|理|管|办|报|交|去|确认)(?:它|他|的话)?(?:会|呢|怎)|\bwhat happens\b|\bconsequences?\b|\bpenalt(?:y|ies)\b|\bfined?\b|\bin trouble\b|\bor else\b|\bwhat if (?:i|we|they|you|it) (?:don['’]?t|do not|won['’]?t|refuse|ignore)\b/u,
    says: /罚|没收|走私|追缴|追回|收回|补缴|补税|退回|作废|\bfin(?:e|es|ed)\b|\bpenalt|\bconfiscat|\brepaid\b|\brepay|\bsmuggl|\breturned\b|\bpaid back\b|\bcharged\b/iu,
  },
} as const satisfies Record<Aspect, { asks: RegExp; says: RegExp }>

/** What a figure may be once it is told: an amount, a time or a share. The number itself is nothing to what is asked here. */
const ANY_FIGURE = ' 1 元 1 天 1 % '

/** The side of the last answer that a short message asks about and that an entry says something of; undefined for none. */
export function aspectAsked(text: string, texts: Iterable<EntryText>): Aspect | undefined {
  const folded = fold(text)
  const told = [...texts].flatMap(({ answer, detail, next }) => [answer, detail, next]).join('\n')
  const numbered = told.replace(PLACEHOLDER, ANY_FIGURE)
  return ASPECTS.find((aspect) => WORDS[aspect].asks.test(folded) && WORDS[aspect].says.test(numbered))
}

/** The side of a rule that a text asks for, whichever rule it is about: of a short message, or of the title of an entry that is about that side alone. */
export function sideAsked(text: string): Aspect | undefined {
  const folded = fold(text)
  return ASPECTS.find((aspect) => WORDS[aspect].asks.test(folded))
}

/** A yes answers the question of the entry, not this one. */
const YES = /^(?:yes|correct|right)[,:;] ?|^(?:可以|能|是的?|会|要|对)[，,：:]/iu
const capital = (line: string): string => line.charAt(0).toUpperCase() + line.slice(1)

/** Lines of an answer shown at most. */
const MOST_LINES = 3

/** The lines of a told text that speak of one side; the text's first paragraph when none does. */
export function linesAbout(aspect: Aspect, text: string): string {
  const lines = text
    .split(/\n+/u)
    .filter((line) => !line.startsWith('|') && WORDS[aspect].says.test(line))
    .map((line) =>
      capital(
        line
          .replace(/^[-*] /u, '')
          .replace(YES, '')
          .replace(/[；;]$/u, ''),
      ),
    )
  return lines.length === 0 ? (text.split('\n\n')[0] ?? '') : lines.slice(0, MOST_LINES).join('\n\n')
}
