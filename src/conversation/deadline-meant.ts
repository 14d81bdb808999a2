import type { DeadlineMatter } from '../core/deadline-matter.ts'
import type { Event } from './slots/reading.ts'

/** What a message is about; of several the one named first. */
const MATTERS: [DeadlineMatter, RegExp][] = [
  ['warehouse-settlement', /核算|预退税|pre-?refund|settle(?:ment|d)?\b|accounting period|hwc-yt/u],
  [
    'export-summary',
    /汇总|归并|consolidat|summary declaration|清单.{0,12}报关单|\blists?\b.{0,70}\b(?:declaration|declared?)\b/u,
  ],
  ['platform-basics', /平台.{0,24}基本信息|基本信息.{0,16}平台|\bbasic (?:data|info(?:rmation)?)\b/u],
  [
    'platform-report',
    /平台.{0,24}(?:季度|季报|报(?!关|税单))|季度.{0,24}平台|\b(?:platforms?|marketplaces?)\b.{0,40}\b(?:report|file|quarter|declare)|\b(?:quarter|q[1-4])\b.{0,40}\b(?:platforms?|marketplaces?)\b/u,
  ],
  [
    'export-return',
    /退运|[运送寄拉]回|退货|退回|申请退(?!税)|能退(?!税)|退(?:到|得了)|回到?(?:仓|原|保税|国内)|返仓|(?:几[号日]|时候|哪一?天|最[晚迟]|截止)(?:之?前|能|可以|要|得)*退(?!税|款|休)|\b(?:bring|arriv(?:e|ing)|coming|br?ought|c[oa]me|get|ship(?:ped)?|sen[dt]|be|taken?|have) (?:\w+ ){0,3}back\b|\breturn/u,
  ],
  [
    'export-refund',
    /退税|收[回]?(?:外)?汇|结汇|外汇|货款|回款|收款|外限|refund|\bproceeds\b|receiv\w+ (?:the )?(?:money|payment)|(?:money|payment)s? (?:\w+ ){0,3}(?:in|received|arrive)\b|outer limit/u,
  ],
  [
    'import-tax',
    /[交缴]税|[交缴]纳?税款|税款|税期|pay (?:the |my )?(?:import )?tax|tax (?:is |be )?(?:due|payable|paid)/u,
  ],
]
/** What is said not to have happened is not asked about. */
const NOT_SO =
  /[没無无未]有?(?:发生)?(?:退货|退运|退回|退)|\b(?:no|without|not?) (?:a |any )?returns?\b|(?:没|未)(?:有)?[修改撤销]+/gu
const EXPORTED =
  /出口|退运|\bexport|海外仓|9710|9810|离境|\bfba\b|left china|(?:we|i) shipped|\bshipped (?:on|in|out|from china)|overseas warehouse/u
const IMPORT_ONLY = new Set<DeadlineMatter>(['import-tax'])

/** A day counted by its number (第45天, day 45) from the release of a parcel: one of the two for a return. */
const NTH_DAY = /第[\d一二三四五六七八九十]+[天日]|\bday \d+\b/u

/** Which deadline a folded message asks about; undefined when it names none that runs from a date. */
export function matterIn(folded: string): DeadlineMatter | undefined {
  const exported = EXPORTED.test(folded)
  const asked = folded.replace(NOT_SO, (said) => ' '.repeat(said.length))
  const [first] = MATTERS.map(([matter, words]) => ({ matter, at: asked.search(words) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
  if (!first)
    return NTH_DAY.test(asked) && /放行|清关|releas|clear/u.test(asked) && !exported ? 'import-return' : undefined
  if (first.matter === 'export-return') return exported ? 'export-return' : 'import-return'
  // A shopper's refund has no period of its own, and an exporter pays no import tax.
  if (first.matter === 'export-refund' && !exported) return undefined
  return IMPORT_ONLY.has(first.matter) && exported ? undefined : first.matter
}

/** Of the deadlines of a matter the one that a message asks for, the one named last in it. */
const ONES: Partial<Record<DeadlineMatter, [id: string, words: RegExp][]>> = {
  'import-return': [
    ['return-apply', /申请|\bappl(?:y|ication)/gu],
    [
      'return-arrive',
      /回到|[运寄送退]到(?!几|哪|什么|啥|何)|运抵|[运寄送]回|到仓|返仓|退回(?:到|仓|原|保税|去)|\bback (?:at|in|to)\b|\barrive|\breach|\bphysically/gu,
    ],
  ],
  'export-return': [
    [
      'export-return-tax',
      /免税|免征|不[用交缴]+税|\b(?:tax|duty)[- ]?free|without (?:paying )?(?:any )?(?:tax|duty)|\brelief/gu,
    ],
    [
      'export-return-customs',
      /海关.{0,6}(?:手续|监管)|退货(?:手续|监管)|customs (?:return )?(?:procedure|supervision)/gu,
    ],
    ['export-return-defect', /质量|瑕疵|不合格|规格不符|不可抗力|\bdefect|\bfault|\bquality|force majeure/gu],
  ],
  'export-refund': [
    ['refund-filing', /申报|报退税|什么时候(?:开始)?(?:能)?报|\bfil(?:e|ing)\b|\bclaim/gu],
    [
      'refund-receipt',
      /收[回]?(?:外)?汇|结汇|外汇|货款|回款|收款|收(?:到|回|进)(?:来|钱|款)?|\bproceeds\b|\bmoney\b|\bpayments?\b|\breceiv|\bpaid\b/gu,
    ],
    ['refund-outer', /外限|\d+\s*个月|outer|\d+ months/gu],
  ],
}

/** The deadline of a matter that a folded message asks for; undefined where it asks for them all. */
export function oneAsked(matter: DeadlineMatter, folded: string): string | undefined {
  const named = (ONES[matter] ?? [])
    .map(([id, words]) => ({ id, at: [...folded.matchAll(words)].at(-1)?.index ?? -1 }))
    .filter(({ at }) => at >= 0)
  return named.toSorted((a, b) => b.at - a.at)[0]?.id
}

/** What has to have happened on a day for a deadline of a matter to run from it. */
export const RUNS_FROM: Partial<Record<DeadlineMatter, ReadonlySet<Event>>> = {
  'import-return': new Set(['release']),
  'import-tax': new Set(['release', 'declaration']),
  'export-return': new Set(['export', 'release', 'declaration']),
  'export-refund': new Set(['export', 'release', 'declaration']),
  'export-summary': new Set(['release', 'declaration', 'export']),
}
