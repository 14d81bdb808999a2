import type { CatalogueIn } from '../../src/insights/catalogue.ts'
import { createRelease } from '../../src/insights/disclosure/release.ts'
import { createWordRelease, type Terms } from '../../src/insights/disclosure/released-words.ts'
import { type InsightsParts, insightsPages } from '../../src/insights/routes.ts'
import type { QuestionCounts } from '../../src/questions/question-counts.ts'
import { translate } from '../content/shipped-wording.ts'
import { openApp } from '../http/opened.ts'
import { type Asked, counted } from './counted.ts'

/** The day it is in these tests: the last week that is over ends on 29 November. */
export const TODAY = '2026-12-02'

const NAMES: [id: string, zh: string, en: string][] = [
  ['quota.annual', '年度交易限值', 'Annual limit'],
  ['quota.single', '单次交易限值', 'Single-transaction limit'],
  ['tax.cosmetics', '化妆品税', 'Tax on cosmetics'],
  ['tax.rates', '综合税率', 'Composite rates'],
  ['channel.parcel', '个人邮递物品', 'Personal parcels'],
  ['list.milk-powder', '婴幼儿配方乳粉', 'Infant formula'],
  ['return.goods', '进口退货', 'Returning imported goods'],
  ['identity.verification', '身份核验暂停', 'Identity check hold'],
  ['mode.1210', '1210网购保税', 'Mode 1210'],
  ['mode.9610', '9610直购与零售出口', 'Mode 9610'],
  ['merchant.registration', '企业备案', 'Registration and filing'],
  ['enforcement.ip', '知识产权', 'Intellectual property'],
  ['export.warehouse', '海外仓', 'Overseas warehouses'],
]

const named: CatalogueIn = (locale) => {
  const zh = locale !== 'en'
  return {
    topics: NAMES.map(([id, chinese, english]) => ({ id, name: zh ? chinese : english, audience: 'both' })),
    entries: [
      {
        id: 'annual-limit',
        topic: 'quota.annual',
        title: zh
          ? '一年能买多少跨境电商商品'
          : 'How much cross-border goods one person may buy in a year, and what counts towards it',
        reviewed: '2026-11-01',
        due: false,
      },
      {
        id: 'single-limit',
        topic: 'quota.single',
        title: zh ? '一次最多能买多少' : 'How much one order may cost',
        reviewed: '2025-03-01',
        due: true,
      },
      {
        id: 'never-asked',
        topic: 'mode.9610',
        title: zh ? '没人问过的' : 'One nobody asked for',
        reviewed: '2026-10-10',
        due: false,
      },
    ],
    misconceptions: [
      {
        id: 'reset-by-phone',
        topic: 'quota.annual',
        belief: zh ? '打 12360 就能把额度清零。' : 'Customs resets the quota when one calls 12360.',
        entry: 'annual-limit',
      },
      {
        id: 'limits-raised-in-2024',
        topic: 'quota.annual',
        belief: zh ? '限值是 2024 年才提高的。' : 'The limits were raised only in 2024.',
        entry: 'annual-limit',
      },
      {
        id: 'limit-per-platform',
        topic: 'quota.single',
        belief: zh ? '每个平台各有一个额度。' : 'Every platform has a limit of its own.',
        entry: 'single-limit',
      },
    ],
  }
}

/** The pages over a log, in the app as it serves. */
export function openInsights(
  log: readonly Asked[],
  {
    counts = counted(log),
    terms = (text) =>
      text
        .split(/\s+/)
        .filter(Boolean)
        .map((word) => ({ key: word, shown: word })),
    ...parts
  }: Partial<InsightsParts & { counts: QuestionCounts; terms: Terms }> = {},
) {
  const secret = { key: 'a secret of the tests', now: () => 0 }
  return openApp({
    translate,
    pages: [
      insightsPages({
        release: createRelease(counts, secret),
        words: createWordRelease(counts, { ...secret, terms }),
        catalogue: named,
        translate,
        today: () => TODAY,
        knowledge: () => 'abc123',
        guard: () => (_request, _response, next) => next(),
        account: () => undefined,
        ...parts,
      }),
    ],
  })
}
