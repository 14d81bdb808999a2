import type { Audience } from '../core/audience.ts'
import { fold } from '../search/fold.ts'
import type { Ranking } from '../search/rank.ts'
import { namedIn } from './kinds.ts'
import type { Understanding } from './understanding.ts'

/** How much an entry gains that is written for whoever asks, and for them alone. */
const OWN = 3
/** How much one loses that is written for others alone. */
const FOREIGN = 1 / 3

/** Weighs hits by who asks: entries for that audience gain, entries for the other lose. */
export function forAudience(
  { ranked, nothing }: Ranking,
  audience: Audience | undefined,
  { knowledge }: Understanding,
): Ranking {
  if (audience === undefined) return { ranked, nothing }
  const weighed = ranked.map((hit) => {
    const audiences = knowledge.entries.get(hit.id)?.audiences
    const factor = audiences === undefined || audiences.length > 1 ? 1 : audiences[0] === audience ? OWN : FOREIGN
    return { ...hit, confidence: hit.confidence * factor }
  })
  const total = nothing + weighed.reduce((sum, { confidence }) => sum + confidence, 0)
  return {
    ranked: weighed
      .map((hit) => ({ ...hit, confidence: hit.confidence / total }))
      .sort((a, b) => b.confidence - a.confidence),
    nothing: nothing / total,
  }
}

const MERCHANT_ZH =
  '(?:卖家|商家|商户|店主|电商企业|企业|公司|工厂|厂家|出口商|进口商|平台|服务商|报关行|货代|做(?:跨境)?(?:电商|外贸|出口|进口)的?|开店的?|卖货的?)'
const CONSUMER_ZH = '(?:买家|消费者|个人|普通人|顾客|客户|用户|买东西的?|自己用|自用)'
const SAYS_ZH =
  '(?:那|如果|要是|假如)?(?:我们?|咱们?|作为|站在|对)(?:是|就是|属于|自己是)?(?:一|1)?(?:个|家|名)?(?:跨境)?'
const MERCHANT_EN =
  '(?:sellers?|merchants?|(?:shop|store|business) owners?|compan(?:y|ies)|platforms?|exporters?|importers?|brokers?|businesses|business)'
const CONSUMER_EN = '(?:buyers?|consumers?|shoppers?|customers?|individuals?|private persons?)'
const SAYS_EN =
  "(?:and |but |what )?(?:if )?(?:i(?:'m| am)|we(?:'re| are)|as|for|speaking as)(?: just)?(?: a| an| the)? "
const ENDS = '(?:呢|的话|来说|来讲|的角度|角度|啊|哦|,|，|。|\\.|\\?|？|!|！|\\s)*'

const SAID: [Audience, RegExp][] = [
  ['merchant', new RegExp(`^(?:${SAYS_ZH}${MERCHANT_ZH}|${SAYS_EN}(?:\\w+ )?${MERCHANT_EN})${ENDS}$`, 'u')],
  ['consumer', new RegExp(`^(?:${SAYS_ZH}${CONSUMER_ZH}|${SAYS_EN}(?:\\w+ )?${CONSUMER_EN})${ENDS}$`, 'u')],
]
const MERCHANT_WITHIN = new RegExp(
  `(?:^|[，,。 ])${SAYS_ZH}${MERCHANT_ZH}|\\b(?:i am|i'm|we are|we're|as) (?:a |an |the )?${MERCHANT_EN}\\b`,
  'u',
)
const CONSUMER_WITHIN = new RegExp(
  `(?:^|[，,。 ])我(?:只)?是(?:个|一个|普通)?${CONSUMER_ZH}|\\b(?:i am|i'm) (?:just )?(?:a |an )${CONSUMER_EN}\\b`,
  'u',
)

/** Who a message says is asking; `only` when it says nothing else (`我是卖家`). */
export function audienceSaid(text: string): { audience: Audience; only: boolean } | undefined {
  const folded = fold(text).trim()
  for (const [audience, says] of SAID) if (says.test(folded)) return { audience, only: true }
  if (MERCHANT_WITHIN.test(folded)) return { audience: 'merchant', only: false }
  return CONSUMER_WITHIN.test(folded) ? { audience: 'consumer', only: false } : undefined
}

/** Who a message says is asking before it asks something (`we are the platform. what is our role`): the words for them, and the question. */
export function audienceFirst(text: string): { who: string; question: string } | undefined {
  const match =
    /^([^。.，,；;!！]{2,40})[。.，,；;!！]\s*(\S.*)$/u.exec(text.trim()) ??
    /^(\p{Script=Han}{2,14})\s+(\S.*)$/u.exec(text.trim())
  const [, first = '', question = ''] = match ?? []
  if (!match || audienceSaid(first)?.only !== true) return undefined
  const [party] = namedIn('party', fold(first))
  return { who: party?.words ?? '', question }
}
