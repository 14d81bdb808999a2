/** Words after which a statement is a question: 包邮吗, incl or excl. */
const ASKED = '(?!\\s?(?:吗|么|不|没|与否|\\?|？|or (?:not|excl)|or\\b))'
const NOT_BEFORE = '(?<!不|唔|没|未|非|否|冇|\\bnot |n.t |\\bexcl\\w* |\\bor )'

const FREE_FREIGHT = new RegExp(
  `${NOT_BEFORE}(?:包[邮郵油由游]|bao ?you\\b|免[邮油]|免[运云]费?|免快递费|包运费?|含运费?|含邮费?|连运费|包埋?运费|运费(?:全免|已?包含|已含|免|为?0(?![\\d.])|是0(?![\\d.]))|邮费(?:全免|已含|免)|零运费|0运费|没有?运费|无运费|不收运费|不用运费|唔使运费|冇运费|到手价含运)${ASKED}` +
    `|${NOT_BEFORE}\\b(?:free (?:shipp?ing|delivery|postage|freight)|(?:ships|shipped|shipping(?: is)?|delivery(?: is)?|postage(?: is)?) (?:for )?free|no (?:shipping|freight|postage|delivery)(?: fee| cost| charge)?|post(?:age)? (?:paid|free)|(?:shipping|freight|postage|delivery)(?: is| already| cost| fee)*,? (?:included|incl\\.?|on them|covered)|incl(?:uding|udes?|\\.)? (?:\\w+ and )?(?:free )?(?:shipping|freight|postage|delivery)|(?<=ds?(?:yuan |rmb |cny )?)with (?:the )?(?:shipping|freight|postage|delivery)(?! (?:of|for|at|costs?|is|fees?|charges?)\b)|delivered(?! (?:by|to|in|on|yesterday|today|last|late|wrong|damaged))|freight[- ]free|zero (?:shipping|freight))${ASKED}`,
)
const NO_INSURANCE =
  /(?:无|没有|不含|不买|含|包|免)保险|保险(?:费)?(?:已含|免|0(?![\d.])|为0)|\b(?:no|free) insurance|insurance (?:included|free)|incl\w* (?:\w+ and )?insurance/
const WITH_TAX = new RegExp(
  `${NOT_BEFORE}(?:包税|含税(?!吗)|税费?已含|已含税|税全包|连税|包埋税)${ASKED}|${NOT_BEFORE}\\b(?:tax(?:es)?[- ](?:is |are |already )?(?:included|inclusive|paid)|incl(?:uding|udes?|usive of|\\.)? (?:all )?tax(?:es)?|all taxes in|taxes in|tax(?:es)? (?:inside|in it|in the price)|with (?:the )?[\\d.]{1,5}\\s?% (?:of )?tax(?:es)?(?: (?:inside|in it|included))?|all[- ]in(?= price|,? incl)|ddp|(?:price|total|cost)s? with (?:all )?(?:the )?tax(?:es)?)${ASKED}`,
)
const WITHOUT_TAX =
  /(?<!包|含)(?:不包税|不含税|未含税|没含税|税前|税另[付算计])(?!吗)|\b(?:tax(?:es)? (?:not included|excluded|extra)|excl(?:uding|udes?|usive of|\.)? (?:of )?tax(?:es)?|before tax(?:es)?|plus tax|without tax|pre-?tax|net of tax)(?!\?)/
/** 含税还是不含税, incl or excl: the asker does not say, but ask. */
const EITHER = /包不包|含不含|是否[包含]|含税.{0,3}不含|incl\w*\.? or excl|including or excluding|with or without/

/** Whether freight is said to cost nothing more. */
export const hasFreeFreight = (folded: string): boolean => !EITHER.test(folded) && FREE_FREIGHT.test(folded)

/** Whether insurance is said to cost nothing more. */
export const hasFreeInsurance = (folded: string): boolean => NO_INSURANCE.test(folded)

/** What is asked for is no statement about the price: 税前多少, the value before tax. */
const ASKED_FOR =
  /(?:税前|不含税)(?:价|价格|的?金额|的?价钱)?[^。?？\d]{0,4}(?:多少|几多|几钱)|\bthe (?:pre-?tax|net|untaxed|tax-exclusive) (?:price|value|amount|cost)\b(?!\s?(?:is|of|:|=)?\s?\d)|\b(?:value|price|amount|cost|is it|it) (?:before|without|excluding|net of) (?:the )?tax(?:es)?\b(?!\s?(?:is|of|:|=)?\s?\d)/g

/** Whether the price is said to include the tax; undefined when nobody says. */
export function taxIncludedIn(folded: string): boolean | undefined {
  if (EITHER.test(folded)) return undefined
  const included = WITH_TAX.test(folded)
  if (WITHOUT_TAX.test(included ? folded.replace(ASKED_FOR, ' ') : folded)) return false
  return included ? true : undefined
}
