import type { DocumentId, OfficialDocument } from '../core/official-document.ts'
import { fold } from '../search/fold.ts'

/** Official documents that a text names, and what it says besides. */
export type NamedDocuments = {
  /** Those of the register, in the order of their names; empty when the register holds none of that name. */
  ids: DocumentId[]
  /** Whether nothing is asked but what the document is, whether it holds and since when. */
  only: boolean
}

/** Series of Chinese documents by the beginning of their ids. */
const SERIES = 'gacc-order|sc-order|gacc|cgs|scf|smf|sgh|sctc|huifa|sta|mof|mara-gacc|cszi|cs|fashi'.split('|')
const ANNOUNCEMENTS = ['gacc', 'mof', 'sta', 'sctc', 'mara-gacc']
const ORDERS = ['gacc-order', 'sc-order']

/** How people write the series of a document, the narrow before the wide, and the series that is meant. */
const WRITTEN: [words: string, series: string[]][] = [
  ['财关税|cai ?guan ?shui', ['cgs']],
  ['商财发|shang ?cai ?fa', ['scf']],
  ['商贸发|shang ?mao ?fa', ['smf']],
  ['税管函', ['sgh']],
  ['(?:国务院关税)?税(?:则委员会|委会)(?:公告)?', ['sctc']],
  ['汇发|hui ?fa', ['huifa']],
  ['法释', ['fashi']],
  ['财税字', ['cszi']],
  ['财税|cai ?shui', ['cs']],
  ['国务院令|国令|state council (?:order|decree)', ['sc-order']],
  ['(?:海关)?总署令|署令|(?:customs|gacc) (?:order|decree)', ['gacc-order']],
  ['(?:国家)?(?:税务总局|税总)(?:的?公告)?|sta (?:announcement|notice)', ['sta', 'mof']],
  ['(?:海关总署|海关|总署)的?公告|(?:customs|gacc) (?:announcement|notice)', ['gacc', 'mof']],
  ['财政部(?:的?公告)?|(?:mof|finance) (?:announcement|notice)', ['mof', 'cgs']],
  ['公告|announcement', ANNOUNCEMENTS],
  ['令|decree|order', ORDERS],
  ['文件|通知|文|notice|document|circular|doc', SERIES],
]
const ANY = WRITTEN.map(([words]) => words).join('|')
/** Series that people name without saying that a number follows. */
const CLEAR =
  '财关税|商财发|商贸发|税管函|汇发|法释|财税|cai ?guan ?shui|shang ?cai ?fa|hui ?fa|announcement|notice|document|decree|circular|(?:customs|gacc|state council) order'
const YEAR = '[〔\\[(【]?\\s*((?:19|20)\\d\\d)\\s*[〕\\])】]?\\s*年?'

/** Ways of writing the number of a document. Groups: what names the series, the year, the number, in the order given. */
const FORMS: [form: RegExp, order: ('series' | 'year' | 'number')[]][] = [
  [
    new RegExp(`(${ANY})?\\s*${YEAR}\\s*(${ANY})?\\s*第?\\s*(\\d{1,3})\\s*号\\s*(公告|令|文件|文|通知)?`, 'gu'),
    ['series', 'year', 'series', 'number', 'series'],
  ],
  [
    new RegExp(`(${CLEAR})\\s*${YEAR}[\\s,/-]*(?:no\\.?|number|#|第)?\\s*(\\d{1,3})(?!\\d)`, 'gu'),
    ['series', 'year', 'number'],
  ],
  [
    new RegExp(`(${ANY})?\\s*\\b((?:19|20)\\d\\d),? (?:no\\.?|number|#) ?(\\d{1,3})(?!\\d)`, 'gu'),
    ['series', 'year', 'number'],
  ],
  [
    new RegExp(`(${ANY})?\\s*(?:no\\.?|number|#)? ?\\b(\\d{1,3})(?: of |/| from | ?\\()((?:19|20)\\d\\d)`, 'gu'),
    ['series', 'number', 'year'],
  ],
  [
    new RegExp(`(?:(${CLEAR}|公告|令)\\s*第?|(?<![\\d月第])第?)(\\d{1,3})\\s*号\\s*(公告|令|文件|文)`, 'gu'),
    ['series', 'number', 'series'],
  ],
  [new RegExp(`(${CLEAR}|公告|令)\\s*第?(\\d{1,3})\\s*号`, 'gu'), ['series', 'number']],
  [
    new RegExp(
      `\\b(${CLEAR}|order(?= (?:no|number|#|\\d{3}))) ?(?:no\\.?|number|#)? ?(\\d{1,3})(?![\\d%.,]|\\s*(?:yuan|rmb|items?|pieces?))`,
      'gu',
    ),
    ['series', 'number'],
  ],
]

/** What is asked of a document itself. */
const ASKED =
  /(?:是|讲|说|管|规定|写)(?:的|了)?(?:是)?(?:些)?(?:什么|啥|咩|乜)(?:东西|内容|的|文件)?|管哪(?:些|方面)|干(?:嘛|什么|啥)用?的?|什么(?:文件|内容|意思|规定)|(?:主要)?内容|系咩(?:嚟)?|(?:是)?(?:由)?(?:哪(?:几|一)?个|哪些|什么|几个)?(?:部门|部委)(?:联合)?(?:发布?|出|颁布|印发)?的?|全(?:名|称)(?:是|叫)?|(?:名字|标题|名称)?叫(?:什么|啥|咩|乜)(?:名字?)?|(?:谁|边个)?(?:发布?|出|颁布)的?|(?:是|由)?(?:从)?(?:什么|啥)时候|何时|几时|边日|哪(?:一)?[天日年]|几月|几号|多会儿?|(?:开始)?(?:施行|实施|实行|生效|执行|开始)|(?:现行|仲|仍)?有冇效|(?:现行|还|仍然?|继续|是否)?有效|(?:现在)?还?(?:失效|作废|废止|废除|废了|取消|停用|过期)|(?:后来|是不是|有没有)?被?(?:哪(?:一)?[号份个]|什么|边个|新)?(?:公告|文件)?(?:取代|替代|代替|替换|修改|修订)|(?:还|仲)(?:在|能|可以)?(?:用|引用|管用|作数|算数)|改(?:过|了)(?:什么|没|没有)?|原文|全文|文本|下载|链接|网址|在?(?:哪里?|哪儿|边度)(?:看|查|找|下)?|(?:有没有|有无)(?:效|废止)|what(?:'s| is| are| does| do)|\b(?:about|cover|covers|say|says|contain|contains|regulate|regulates|provide|valid|in force|effective|take effect|took effect|come into force|effect|when|since|repealed|replaced|superseded|abolished|amended|changed|cancelled|withdrawn|by (?:what|which)|what replaced|replace|text|full|original|official|download|link|find|where|read|who|issued|status|expired?|still|did|does|has|been|is|it|was|now|yet|start|started|any ?more|mean)\b/gu
/** What says nothing of its own beside the name of a document. */
const FILLER =
  /请问|想问|查一?下|看一?下|问一?下|一下|海关总署|总署|海关|国家|税务总局|财政部|商务部|国务院|关于|规定|政策|现在|目前|今天|到底|后来|之后|已经|那个|这个|那份|这份|[的了吗呢呀啊吧嘛嗎呢还这那个份是被哪一第年号公告文件通知令咯啦嘅呀和与我们你们要能会有没]|\b(?:the|a|an|of|in|for|on|to|and|no|number|gacc|customs|china|chinese|cbec|rule|rules|please|this|that|which|announcement|notices?|orders?|documents?|decrees?|ones?|or|not|later)\b|[\s\p{P}\p{S}]/gu
/** Characters that may be left beside the name. */
const LEFT = 3

/** Reads names of official documents, by number or, for a law, by name. */
export function documentReader(register: Iterable<OfficialDocument>): (text: string) => NamedDocuments | undefined {
  const documents = [...register]
  const numbered = documents.flatMap((document) => {
    const [, series = '', year, number] = /^([a-z-]+?)-(?:(\d{4})-)?(\d{1,3})$/.exec(document.id) ?? []
    return SERIES.includes(series) ? [{ document, series, year, number }] : []
  })
  const laws = documents.flatMap((document) => {
    const names = [document.number['zh-Hans'].replace(/^中华人民共和国|（.*）$/g, ''), document.number.en]
    return /\d/.test(document.id) || !/[法例]$/.test(names[0] ?? '') ? [] : [{ document, names: names.map(fold) }]
  })

  const find = (written: string[], year: string | undefined, number: string): DocumentId[] => {
    const alike = numbered.filter((one) => one.number === number && (year === undefined || one.year === year))
    const meant = WRITTEN.find(([words]) => written.some((word) => new RegExp(`^(?:${words})$`, 'u').test(word)))?.[1]
    const ofSeries = alike.filter(({ series }) => meant?.includes(series))
    const customs = written.some((word) => /海关|customs|gacc/.test(word))
    const issued = customs
      ? ofSeries.filter(({ document }) => document.issuer['zh-Hans'].includes('海关总署'))
      : ofSeries
    return (meant === undefined ? alike : issued).map(({ document }) => document.id)
  }

  return (text) => {
    const folded = fold(text)
    const ids: DocumentId[] = []
    let rest = folded
    let named = false
    for (const [form, order] of FORMS)
      rest = rest.replace(form, (whole: string, ...groups: (string | undefined)[]) => {
        const part = (kind: 'series' | 'year' | 'number') =>
          order.flatMap((one, index) => (one === kind && groups[index] ? [groups[index].trim()] : []))
        const [[number = ''], [year], series] = [part('number'), part('year'), part('series')]
        if (series.length === 0 && year === undefined) return whole
        const found = find(series, year, number)
        if (found.length === 0 && !/[号]|no|announcement|notice|decree/.test(whole)) return whole
        named = true
        ids.push(...found)
        return ' '
      })
    for (const { document, names } of laws)
      for (const name of names)
        if (rest.includes(name)) {
          named = true
          ids.push(document.id)
          rest = rest.replaceAll(name, ' ')
        }
    if (!named) return undefined
    const asked = rest.replace(ASKED, ' ')
    // The bare name of a law is a subject, not a question about the law.
    const bare = asked === rest && laws.some(({ document }) => ids.includes(document.id))
    return { ids: [...new Set(ids)], only: !bare && asked.replace(FILLER, '').length <= LEFT }
  }
}
