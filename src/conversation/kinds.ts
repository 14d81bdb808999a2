/**
 * Words that stand in each other's place, by kind and member, over folded text: the limit of a year or of an order, places, ways of buying, modes, people. A follow-up that names
 * one member of a kind asks the question before it with that one; an entry about one member does not answer a question about another.
 */
export const KINDS = {
  limit: {
    year: /每人每年|年度|每年|整年|一年(?!半|前|内)|1年(?!半|前|内)|全年|\bannual(?:ly)?\b|\byearly\b|\b(?:per|a|each|every|one) year\b/u,
    order:
      /单次|单笔|每次|每单|每笔|一次(?!性)|一单|一张单|一笔|1次(?!性)|1单|1张单|1笔|\b(?:single|per|each|every|one)[- ](?:transaction|order|purchase|time)\b|\ban order\b|\bat once\b/u,
  },
  mode: Object.fromEntries(
    ['9610', '1210', '1239', '9710', '9810', '1039', '0110'].map((code) => [
      code,
      new RegExp(`(?<!\\d)${code}(?!\\d)`, 'u'),
    ]),
  ) as Record<string, RegExp>,
  place: {
    'hk-macao': /香港|澳门|港澳|\bhong kong\b|\bhk\b|\bmaca[uo]\b/u,
    taiwan: /台湾|\btaiwan\b/u,
    japan: /日本|东京|大阪|\btokyo\b|\bosaka\b|\bjapan\b/u,
    korea: /韩国|首尔|\bseoul\b|\b(?:south )?korea\b/u,
    thailand: /泰国|曼谷|\bbangkok\b|\bthailand\b/u,
    singapore: /新加坡|\bsingapore\b/u,
    malaysia: /马来西亚|\bmalaysia\b/u,
    vietnam: /越南|\bviet ?nam\b/u,
    indonesia: /印尼|印度尼西亚|\bindonesia\b/u,
    philippines: /菲律宾|\b(?:the )?philippines\b/u,
    india: /印度(?!尼)|\bindia\b/u,
    us: /美国|美东|美西|纽约|洛杉矶|旧金山|\bnew york\b|\bnyc?\b|\blos angeles\b|\bcalifornia\b|\bthe us\b|\bthe states\b|\busa?\b|\bamerica\b/u,
    canada: /加拿大|多伦多|温哥华|\btoronto\b|\bvancouver\b|\bcanada\b/u,
    mexico: /墨西哥|\bmexico\b/u,
    brazil: /巴西|\bbrazil\b/u,
    eu: /欧盟|欧洲|\bthe eu\b|\beu\b|\beurope\b/u,
    uk: /英国|英格兰|伦敦|\blondon\b|\bengland\b|\bthe uk\b|\buk\b|\bbritain\b/u,
    france: /法国|巴黎|\bparis\b|\bfrance\b/u,
    germany: /德国|柏林|\bberlin\b|\bgermany\b/u,
    italy: /意大利|\bitaly\b/u,
    spain: /西班牙|\bspain\b/u,
    switzerland: /瑞士|\bswitzerland\b/u,
    russia: /俄罗斯|\brussia\b/u,
    australia: /澳大利亚|澳洲|悉尼|墨尔本|\bsydney\b|\bmelbourne\b|\baustralia\b/u,
    'new-zealand': /新西兰|\bnew zealand\b/u,
    turkey: /土耳其|\bturkey\b/u,
    'saudi-arabia': /沙特|\bsaudi arabia\b/u,
    uae: /阿联酋|\b(?:the )?uae\b/u,
  },
  way: {
    cbec: /跨境电商|跨境(?!包裹)|海淘|保税仓?|\bcbec\b|\bcross-border(?: e-commerce)?\b|\bhaitao\b|\bbonded(?: warehouse)?\b/u,
    parcel:
      /邮寄|邮包|寄包裹|个人包裹|包裹|(?:寄|邮)(?:回|过来|给我)|\bby (?:post|mail)\b|\b(?:mail|post) (?:it|them)\b|\bmailed\b|\b(?:personal |mailed )?parcels?\b/u,
    luggage:
      /行李|随身带|(?:自己|亲自|人肉|亲手)带|带(?:回|过关|入境|进境|返|进来)|\bin (?:my|our|a) (?:suitcase|bags?)\b|\b(?:bring|carry) (?:(?:it|them|one|some|that) )?(?:back|home|in myself)\b|\bluggage\b|\bbaggage\b/u,
    hainan: /离岛免税|海南|离岛|\bhainan\b/u,
    'duty-free': /免税店|\bduty[- ]free shops?\b/u,
    'general-trade': /一般贸易|\bgeneral[- ]trade\b/u,
  },
  grade: {
    'high-end': /高档|高端|贵妇|\bhigh-end\b|\bluxury\b|\bpremium\b/u,
    ordinary: /普通|平价|非高档|\bordinary\b|\bregular\b|\bdrugstore\b/u,
  },
  person: {
    'non-resident': /非居民|外国人|老外|\bforeigners?\b|\btourists?\b|\bnon-residents?\b/u,
    resident: /居民|中国人|\bresidents?\b/u,
    minor: /未成年人?|小孩|孩子|\bchildren\b|\bminors?\b/u,
    student: /学生|\bstudents?\b/u,
  },
  party: {
    consumer: /消费者|买家|顾客|\bconsumers?\b|\bbuyers?\b/u,
    seller: /卖家|商家|\bsellers?\b|\bmerchants?\b/u,
    platform: /平台|\bplatforms?\b/u,
    payment: /支付企业|支付公司|\bpayment (?:firms?|companies|company)\b/u,
    logistics: /物流企业|物流公司|\blogistics (?:firms?|companies|company)\b/u,
    company: /企业|公司|\bcompan(?:y|ies)\b/u,
    individual: /个人|\bindividuals?\b/u,
  },
  deed: {
    return: /退货|\breturns?\b/u,
    exchange: /换货|\bexchanges?\b/u,
    rebate: /退税|\brebates?\b/u,
    refund: /退款|\brefunds?\b/u,
    complaint: /投诉|\bcomplain(?:ts?)?\b/u,
    resale: /转卖|倒卖|\bresell(?:ing)?\b/u,
  },
} as const satisfies Record<string, Record<string, RegExp>>

export type Kind = keyof typeof KINDS

/** A member of a kind that a text names, with its words. */
export type Named = { member: string; words: string; at: number }

/** The members of a kind that a folded text names, in the order in which they stand. */
export function namedIn(kind: Kind, folded: string): Named[] {
  const found: Named[] = []
  for (const [member, pattern] of Object.entries<RegExp>(KINDS[kind])) {
    const match = pattern.exec(folded)
    if (match) found.push({ member, words: match[0], at: match.index })
  }
  return found.sort((a, b) => a.at - b.at)
}
