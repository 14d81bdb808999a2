import { matchesOf } from '../../core/matches.ts'
import type { Regime } from '../../core/slots.ts'
import { foldAmounts } from './fold-amounts.ts'
import { originIn, residentIn } from './traveller.ts'

/** Words that name a channel, folded; those people mistype by sound as well. */
const NAMES: [Regime, RegExp][] = [
  [
    'cbec',
    /跨[境进镜竟](?!包裹)|保[税睡](?!区外)(?:仓|区|直|进口|备货|发货|商品|货|的)?|海[淘陶](?:平台|下单|网站|买)|天猫国际|淘宝全球购|京东(?:国际|全球购)|全球购|考拉|唯品国际|苏宁国际|海囤|洋码头|小红书|抖音电商全球|直购进口|cbec|cbce|kua ?jing|bao ?shui(?: ?cang)?|cross[- ]?border|\bbonded\b|tmall global|jd worldwide|kaola|\b1210\b|\b9610\b/gu,
  ],
  ['hainan', /海南|离岛|三亚|海口|琼海|hainan|sanya|haikou|offshore duty[- ]free/gu],
  [
    'duty-free',
    /免税店|免税商[店场]|日上(?!次)|中免|duty[- ]free (?:shop|store|counter)s?|(?:at|in) (?:the )?duty[- ]free\b/gu,
  ],
  ['general-trade', /一般贸易|大贸(?:进口)?|general[- ]trade|ordinary[- ]trade|normal[- ]trade|\b0110\b/gu],
  [
    'parcel',
    /邮寄|邮递|个人(?:包[裹果]|邮包|邮递|物品)|邮包|行邮|转运(?!费)|直邮(?:到|给)?个人|\b(?:by|via|through|in the) (?:the )?(?:post|mail|ems)\b|\b(?:mailed|mailing|posted|mails)\b(?! order)|(?<!direct |e-)\bmail(?: it)?\b(?! order)|\bpostal\b|personal (?:parcel|package|mail)|\bforwarder|freight forwarding|\bparcel forwarding|\bems\b/gu,
  ],
  [
    'luggage',
    /(?:从|由|喺|在)[^,.。;；?？]{1,10}带(?!货|路)|带[^,.。;；?？]{1,10}(?:回来|回国|回内地|返来|返内地|过关|入境|进境)|飞回|行李|随身(?:携带|带)?|(?:自己|亲自|亲友)带|带[^,.。;；?？]{0,12}(?:来|到|进)(?:中国|国内|内地|大陆)|(?:来|到|进)(?:中国|国内|内地|大陆)[^,.。;；?？]{0,8}(?<!快递)带(?:了|着)?|带(?:回|返|过关|进境|入境|进关|入关|进来|进国内)|(?:背|拎|捎|扛)回|旅客|肉身|人肉|入境(?:旅客|时|的时候)|过(?:海)?关(?:时|的时候|带)|(?:返|回)(?:内地|国内|国).{0,6}(?:带|免税额)|(?:香港|港澳|澳门|日本|韩国|欧洲|国外|免税店)[^,.。;；?？]{0,4}扫货|\bluggage|\bbaggage|\bsuitcase|\bcarry[- ]on|\bcarr(?:y|ied|ying) (?:\S+ ){0,4}?(?:back|home|in\b|into|with|through)|\b(?:bring|brought|bringing|take|took|taking) (?:\S+ ){0,4}?(?:back|home|in\b|into china|with me|from)|\btravell?ers?\b|\bflying (?:in|back|home|into)|\bin my bags?\b|\b(?:bring|bringing|brought|carrying) (?:\S+ ){0,4}?(?:goods|things|stuff|items|gifts|presents|souvenirs)\b|\b(?:returning|coming back|came back|back|flying back) from\b|\breturning residents?\b|red channel|green channel/gu,
  ],
]
/** A parcel is what every order comes in: these name the channel only where no other is named, or beside one that it is compared with. */
const WEAK_PARCEL =
  /包[裹果]|快递|\bparcels?\b|\bpackages?\b|\bcourier|寄|邮(?:来|过来|回|返|进来|到国内|到家|给(?:我|咱|家))|(?:让|叫|托|请|找)[^,，。]{0,8}邮(?!箱)|\bposts? me\b|\bpost(?= or\b)|(?<=\bor )post\b|\bposted to me\b|\b(?:sent|sends|sending|send|shipped|ships) (?:me|us|home|it to me|a (?:parcel|package|box))(?= (?:a|an|some|the|from|two|\w* ?parcel|package)\b|[ .,?]*$|\d)/u
/** Sent to a person, beyond doubt. */
const POSTED =
  /(?:个人|普通|国际)?快递(?:寄|邮|回)|寄(?:回|过来|来|给)|邮(?:回|过来|来)|\b(?:sent|posted|mailed|shipped) (?:to )?(?:me|home)\b/u
/** Buying as such: names retail import only beside another way. */
const WEAK_CBEC =
  /平台|网购|网店|网上[买下]|海淘|电商|旗舰店|自己下单|\b(?:online|web ?shop|on an app|order (?:it|them|one)|ordering)\b/
const WEAK_LUGGAGE =
  /(?:through|pass(?:ing)?) customs|\btourists?\b|入境|过关|\bentry\b|at the airport|\bcarry\b|返内地|回内地/

/** Coming home with things, said of somebody who was abroad. */
const COMES_HOME =
  /(?:进|入|过|通)(?:海)?关(?!单|申报单)|(?:返|回)(?:到|咗|去)?(?:深圳|珠海|广州|上海|北京|大陆|内地|中国|国(?!内(?:买|发)|际)|家|来)|(?<=香港|澳门|港澳|日本|韩国|台湾)(?:返|回)(?=[\s,，、:：]|$)|(?:戴|穿|背|拎|揣|带)(?:着|住|咗)?[^。,，]{0,4}(?:回|返|过|进|入)|自己(?:戴|穿|背|带)|下飞机|落机|机场|口岸|\b(?:wore|wear|wearing|carried)\b|\bfl(?:y|ew|ying) (?:back|home|to)\b|\bland(?:ed|ing)? in\b|\bat the border\b|\bcustoms at\b|\bat customs\b|\bshopping\b|\bown use\b|\bback (?:to|in) (?:shenzhen|zhuhai|guangzhou|shanghai|beijing|china|the mainland)\b/

const CARRIES = /带|礼物|手信|\bgifts?\b|\bcarry|\bbring/

/** A visitor on the way. */
const COMES_HERE =
  /来(?:中国|国内|内地|大陆|华)|到(?:中国|内地|华)|\b(?:visit|enter|com)(?:ing|e|s)? (?:to |into )?(?:china|beijing|shanghai|guangzhou|shenzhen)\b/

/** What a channel is not. */
const NOT =
  /(?:不是|不走|没走|不用|别走|非|不通过|唔系|(?:没有?|冇)(?:去|逛|进|在|行|用|帮衬)(?:过|咗)?(?:口岸|机场|入境|进境|市内|出境|关口)?的?|除了|\bnot (?:via |through |by |on |a )?|\b(?:not|n['’]?t|never) (?:use|used|visit|go to|go into|went to|shop at|(?:buy|bought) (?:\w+ )?(?:at|in|from)) (?:the |a |any )?(?:(?:port|border|arrivals?|airport)(?:['’]s)? )?|\binstead of (?:via |through |by )?|\bno )$/

/** Characters before a name in which it may be denied. */
const NOT_WITHIN = 48

/** Whether a text sets things side by side. */
const BESIDE =
  /哪[个種种样边]|边[个样种]|还是|定系|相比|比较|对比|比起|区别|差(?:多少|几多|别|很多|好多|不多)|划算|抵啲|分别|各(?:自)?(?:要|是|需|得|会)?(?:交|收|缴|付|多少|几多|几)|\bvs\b|\bversus\b|\bagainst\b|cheaper|compar|differen|better|\bless tax\b|\b(?:tax|rate|duty)s? (?:\w+ )?each\b|\beach way\b|\bboth ways\b|\bor (?:(?:have|get) it |by |through |via |from |a |in |i )?(?:post|mail|parcel|cross|bonded|cbec|order|buy|carry|bring|luggage)/
const COMPARES = new RegExp(`${BESIDE.source}|\\bor\\b`)

/** The channels a folded text names, in the order of {@link NAMES}; one that is denied (不走跨境) is not among them. */
export function regimesIn(folded: string): Regime[] {
  const named = NAMES.filter(([, words]) =>
    matchesOf(folded, words).some(({ index }) => !NOT.test(folded.slice(Math.max(0, index - NOT_WITHIN), index))),
  ).map(([regime]) => regime)
  // What a traveller bought in a duty-free shop comes in the luggage; Hainan's shops are Hainan.
  const within = named.includes('hainan') || (named.includes('luggage') && !COMPARES.test(folded))
  const beside = named.length <= 1 && BESIDE.test(folded)
  if (beside && !named.includes('parcel') && WEAK_PARCEL.test(folded) && (named.length > 0 || WEAK_CBEC.test(folded)))
    return named.length > 0 ? [...named, 'parcel'] : ['cbec', 'parcel']
  // Three ways at least: the third is posted.
  if (named.length === 2 && BESIDE.test(folded) && !named.includes('parcel') && POSTED.test(folded))
    return [...named, 'parcel']
  if (named.length === 2 && BESIDE.test(folded) && !named.includes('cbec') && WEAK_CBEC.test(folded))
    return ['cbec', ...named]
  if (beside && named.length > 0 && !named.includes('cbec') && WEAK_CBEC.test(folded)) return ['cbec', ...named]
  if (named.length > 0) return within ? named.filter((regime) => regime !== 'duty-free') : named
  if (WEAK_PARCEL.test(folded)) return ['parcel']
  const [origin, resident] = [originIn(folded), residentIn(folded)]
  const travels =
    WEAK_LUGGAGE.test(folded) ||
    (origin !== undefined && (resident !== undefined || COMES_HOME.test(folded))) ||
    (resident === false && (CARRIES.test(folded) || COMES_HERE.test(folded)))
  return travels ? ['luggage'] : []
}

/** The channels a folded text says it is not about: 不走跨境呢. */
export const regimesDenied = (folded: string): Regime[] =>
  NAMES.filter(([, words]) =>
    matchesOf(folded, words).some(({ index }) => NOT.test(folded.slice(Math.max(0, index - NOT_WITHIN), index))),
  ).map(([regime]) => regime)

/** The one channel a text names; undefined for none, and for several, which ask for a comparison. */
export function readRegime(text: string): Regime | undefined {
  const [only, ...others] = regimesIn(foldAmounts(text))
  return others.length > 0 ? undefined : only
}
