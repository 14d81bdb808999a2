import { AMOUNT as A, CONTENT, COUNT, CUT_TO, GOOD, ONE } from './mentions.ts'
import { CLASSIFIER, LINK, OF, OF_NOTHING, some, UNIT_EN } from './words.ts'

/** Prices before and after a discount or a voucher. */
export const REDUCED_PRICES: string[] = [
  `${CUT_TO}\\s?(?:之?后|下来|完|到手)${LINK}(?<net>${A})`,
  `(?:折后价?|打折后|打完折|折完|优惠后|活动价|促销价|秒杀价|特价|到手价?|现价|折扣价|减后|直降后|减完|降到|降价到|优惠到|最终价|成交价|\\bsale price|\\bafter (?:the )?(?:discount|sale)|\\bdiscounted (?:price|to)|\\breduced to|\\bdown to|\\bmarked down to|\\bon sale for|\\bnow)${LINK}(?<net>${A})`,
  `\\b(?:drop(?:s|ped)?|falls?|fell|goes|went|came|comes|cut|reduced|brings? (?:it|this|that)|down|marked down)\\s(?:down )?from\\s(?<list>${A})\\s(?:down )?to\\s(?<net>${A})`,
  `从${LINK}(?<list>${A})\\s?(?:一?下子|直接|全场|打折)?(?:降|减|变|跌|打折)(?:价|了)?(?:到|成|为|至)${LINK}(?<net>${A})`,
  `(?<net>${A})\\s?(?:yuan |rmb )?(?:after (?:the )?(?:discount|sale)|on sale\\b)`,
  `(?:原价|标价|(?<![目指商招达])标(?=\\s?${A})|吊牌价|划线价|正价|专柜价|市场价|\\blist(?:ed)?(?: price)?(?: at)?|\\boriginal(?:ly| price)?|(?<!\\b(?:tax|duty|fees?|costs?|shipping|freight|postage|delivery|courier|insurance) )\\bwas|\\brrp|\\bretail price|\\bfull price|\\bdown from|\\bregular price)${LINK}(?<list>${A})`,
  `(?:用券后|券后价?|用完券|用券完|抵扣后|抵完|红包后|实付款?|实际付款?|实际支付|付了|只付|付款|\\bafter (?:the |a |my )?(?:coupons?|vouchers?|points)|\\bi paid|\\bpaid only|\\bpaying)${LINK}(?<paid>${A})(?!\\s?(?:in |of )?(?:import )?(?:tax|dut|vat)|\\s(?:of (?:it|that|this|which|them|the price) )?(?:with|in|by|using|from) )`,
]

const LIMIT_WORDS =
  '以下|以内|之内|以上|之下|之上|往上|封顶|上限|限额|限值|限制|额度|免税额|门槛|起征|免征|免额|的?线(?!上|下)|红线|标准|为限|内(?![地衣裤销含存])'
const LIMIT_WORDS_EN =
  'limits?|caps?|thresholds?|allowances?|quotas?|ceilings?|exemptions?|rule|maximum|or less|or more|or under|or below|or over|and under|and above|de minimis'
const FEES = '辛苦费|代购费|服务费|手续费|跑腿费|人工费|佣金|提成|押金|定金|工资|报酬|好处费|罚款|罚金'

/** Limits, taxes and fees that people quote: no prices. */
export const QUOTED: string[] = [
  // Beside a price, what somebody meant to spend is none.
  `${A}[^。?？]{0,24}(?:预算|\\bbudget)(?:在|\\s?of|\\s?is|${LINK})(?<quoted>${A})(?!${OF}(?:${COUNT})?${GOOD})`,
  `(?<quoted>${A})\\s?(?:元|块)?(?:都|才|就)?[是系]\\s?(?:关|增值)?税(?![前后率])`,
  `(?<quoted>${A})\\s?(?:of (?:it|that|this|which) )?(?:is|was|being) (?:the |import )?tax\\b`,
  `(?:算|计|占|扣)(?:进|到|入|在|用)[了咗]?(?:那个?|我的?|年度的?|这个?){0,2}\\s?(?<quoted>${A})(?!${OF}(?:${COUNT})?${GOOD})`,
  `(?:结算页?|系统|海关|平台|页面|收银台)${some(6)}[收扣][了咗]?(?:我|你)?\\s?(?<quoted>${A})`,
  `(?<quoted>${A})\\s?(?:额度)?(?:已经?|都|全)?(?:用|刷|花)(?:完|光|满|尽)了?(?=[^。?？]{0,8}(?:能|可以|怎么|咋|点))`,
  `(?<quoted>${A})\\s?(?:cheaper|dearer|more expensive|over(?=[,.;]|$))`,
  `(?:能|可以|让|准|允许)(?:免税)?[带寄免](?:回来?|返|进)?${LINK}(?<quoted>${A})${OF_NOTHING}`,
  `(?:只能|只让|只准)[带买寄]?\\s?(?<quoted>${A})${OF_NOTHING}`,
  `(?:限额|限值|额度|上限|免税额)${some(8)}(?:改成|改为|涨到|提高到|调到|变成|有冇|有没有|系咪|是不是|是否|[是系])\\s?(?<quoted>${A})`,
  `免税\\s?(?<quoted>${A})${OF_NOTHING}`,
  `\\b(?:included in|part of|count\\w* (?:in|into|towards)|out of|from) the (?<quoted>${A})`,
  `(?<quoted>${A})\\s?(?:incl|excl)\\w{0,6}\\.? or`,
  `按照?\\s?(?<quoted>${A})\\s?来?[收算征计缴交]`,
  `(?<quoted>${A})\\s?减(?:去|掉)?\\s?(?:已经?)?(?:用|花|买)`,
  `[收征扣交缴付补罚][了咗我你佢咱人多税]{0,3}\\s?(?<quoted>${A})(?:的|嘅)?(?:关税|增值税|税款|税费|税金|罚款|税(?![前后率]|多少|是多少|几|怎|要|吗))`,
  `(?<![包含完值费免前后])(?:税费|税款|税金|税额|关税|增值税|消费税|[交收缴补扣]税|税)(?:[了是为才只约]|大概|不到|[算计]出来|算完|算落|一共){0,3}(?<quoted>${A})(?!${OF}(?:${COUNT})?${GOOD})`,
  `[收交扣缴征]\\s?(?<quoted>${A})(?=\\s?(?:还是|定系|或者?)\\s?${A})`,
  `\\b(?:paid|charged|pay|cost)(?: me| us)?\\s(?<quoted>${A})\\s?(?:in |of )?(?:import )?(?:tax|taxes|duty|duties|vat)\\b`,
  `\\b(?:tax(?:es)?|duty|duties|fine|penalty) (?:of|was|is|came to|were)(?: only| about| around| roughly)?\\s(?<quoted>${A})`,
  `\\btaxed\\s(?<quoted>${A})`,
  `(?:\\+|加上?|再加)\\s?(?<quoted>${A})\\s?的?税(?![前后率]|多少|是多少|几|怎|要|吗)`,
  `\\+\\s?(?<quoted>${A})\\s(?:in |of )?tax\\b`,
  `(?<quoted>${A})${OF}(?:${FEES}|commission|service (?:fee|charge)|fees?\\b|deposit|fine\\b|salary)`,
  `(?:${FEES}|\\bcommission|\\bservice (?:fee|charge)|\\bfee\\b|\\bdeposit)${LINK}(?<quoted>${A})`,
  `(?<quoted>${A})的?免税(?![店品商吗么不嘛])`,
  `每[次单笔]${LINK}(?<quoted>${A})`,
  `(?<quoted>${A})\\s?[的嘅]?\\s?(?:单笔|单次|年度|每年|每次|交易|一年)?(?:${LIMIT_WORDS})`,
  `(?<quoted>${A})\\s?(?:(?:single|per|annual|yearly|order|transaction|year|yuan|cbec|parcel|personal|luggage|duty|tax|free)[- ]){0,4}(?:${LIMIT_WORDS_EN})\\b`,
  `(?:还?不到|没到|没超过?|未到|没过|低过|少过)\\s?(?<quoted>${A})${OF_NOTHING}`,
  `(?:限额|限值|额度|上限|门槛|起征点|免税额|免征额|封顶|超过?了?|超出|高于|低于|不足|不超过|大于|小于|未满|达到|至多|最多(?:能|可以)?[买带寄报]?|不满)${LINK}(?<quoted>${A})`,
  `\\b(?:limits?|caps?|thresholds?|allowances?|quotas?|ceiling|exemption|over|above|exceed(?:s|ed|ing)?|under|below|beneath|more than|less than|up to|at most|max(?:imum)?|within|beyond|hits?|de minimis)(?: (?:is|are|were|of|the|at|my|by|than|for)){0,3}:? ?(?<quoted>${A})`,
  `(?:(?<![不很好太许])多|差|贵|加价|每[件个]加|涨)了?\\s?(?<quoted>${A})`,
]

/** 扣我那26000, the 26k: a bare number that is spoken of as known; and a small one after a word for rates (税率23还是9.1). */
export const DEMONSTRATIVE: string[] = [
  `(?:税率?|税点|\\brates?)(?:是不是|是否|应该|一共|大概|还|[是按为:\\s]){0,4}(?<rateSaid>${A})`,
  `(?:(?<=[^\\s,.。;；?？!！果么]那个?)|[嗰𠮶]个?|[占扣])\\s?(?<quoted>${A})(?!\\s?[的嘅]?\\s?(?:${COUNT}|${GOOD}|的))`,
  `\\b(?:the|my|your|that|their)\\s(?:(?:cbec|annual|yearly|full|whole|total)\\s)?(?<quoted>${A})(?!\\s?(?:[a-z]+\\s){0,2}(?:${GOOD}|ones?\\b|items?\\b))`,
]

/** Prices of one piece, and of all. */
export const SHARES: string[] = [
  `(?:一共|合共|总共|共计|合计|总价|总额|总计|总值|加起来|全部|加埋|埋单|(?<!公)共|\\btotal(?:s|ling|ing)?(?: price| value| of)?|\\baltogether|\\bin total|\\bin all|\\bcombined|\\bsum|\\btogether|\\bcame to|\\bcomes to)(?:才|卖|值|金额|价格|价值|价)?${LINK}(?<total>${A})`,
  `(?:每|单)\\s?${CLASSIFIER}的?(?:价格?|售价|单价|卖价)?[都也]?${LINK}(?<each>${A})`,
  `单价${LINK}(?<each>${A})`,
  `(?:我|这|那)(?:这|那)?一?(?:单|笔|个订单)(?:商品|总价)?[是共才]?\\s?(?<total>${A})`,
  `一[片张贴]${LINK}(?<each>${A})|(?<each>${A})\\s?一[片张贴]`,
  `\\b(?:unit price|price per ${UNIT_EN}|each(?: one)?|per ${UNIT_EN})(?: of (?:them|those))?(?: price)?${LINK}(?<each>${A})`,
  `(?:都是|各自?[是要卖]?|均价)\\s?(?<each>${A})`,
  `(?<each>${A})\\s?(?:[每/]\\s?${CLASSIFIER}(?!都)|(?:/|per\\b|a\\b|an\\b)\\s?${UNIT_EN}(?![a-z])|each\\b|apiece\\b|a pop\\b|ea\\b)`,
  `@\\s?(?<each>${A})`,
  `(?!${ONE})${COUNT}[a-z -]{0,16}${GOOD}\\s?at\\s(?<each>${A})(?!\\s?(?:in total|total|altogether|together|in all|for (?:all|both|the)))`,
  `${COUNT}\\s?at\\s?(?<each>${A})`,
  `${ONE}(?:装|价)?${LINK}(?<each>${A})`,
  // 一套睡衣268 两套, 一盒5片 75 买4盒: of one, since more are counted after it.
  `${ONE}(?:[\\s的装]|${GOOD}|${CONTENT}){0,4}(?<each>${A})(?=[\\s,，]{0,2}(?:[买要来拿])?(?:了)?(?!${ONE})${COUNT})`,
  `(?<each>${A})\\s?/?\\s?${ONE}(?!\\s?[的嘅]?\\s?${GOOD})`,
  `(?<total>${A})\\s?(?:in total|total(?! tax| dut)|altogether|in all|combined|together|all in|for (?:both|all|the lot|everything|the pair|the set|two|three)\\b|(?:一共|总共|合计)(?!${LINK}${A}))`,
]
