import { type Built, buildKnowledge } from '../../src/knowledge/build.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { describeProblem } from '../../src/knowledge/problem.ts'

/** The day on which the small knowledge is checked. */
export const TODAY = '2026-11-23'

const FILES = {
  'topics.yaml': `- { id: quota.annual, audience: consumer, zh-Hans: 年度额度, en: Annual quota }
- { id: tax.rates, audience: both, zh-Hans: 税率, en: Rates }
`,
  'contacts.yaml': `- id: hotline
  name: { zh-Hans: 海关热线12360, en: the customs hotline 12360 }
  for: { zh-Hans: 海关的事, en: customs matters }
`,
  'documents/all.yaml': `- id: notice-2016
  number: { zh-Hans: 财关税〔2016〕18号, en: "Cai Guan Shui [2016] No. 18" }
  title: { zh-Hans: 关于税收政策的通知, en: Notice on the tax policy }
  issuer: { zh-Hans: 财政部, en: Ministry of Finance }
  effective: { from: 2016-04-08 }
- id: notice-2018
  number: { zh-Hans: 财关税〔2018〕49号, en: "Cai Guan Shui [2018] No. 49" }
  title: { zh-Hans: 关于完善税收政策的通知, en: Notice on improving the tax policy }
  issuer: { zh-Hans: 财政部, en: Ministry of Finance }
  effective: { from: 2019-01-01 }
  amends: [notice-2016]
- id: pilot-notice
  number: { zh-Hans: 试点通知, en: Pilot notice }
  title: { zh-Hans: 关于试点的通知, en: Notice on a pilot }
  issuer: { zh-Hans: 海关总署, en: Customs }
  effective: { from: 2020-07-01, to: 2021-06-30 }
`,
  'figures/annual-limit.yaml': `name: { zh-Hans: 年度限值, en: Annual limit }
unit: CNY
values:
  - { from: 2016-04-08, to: 2018-12-31, value: 20000, document: notice-2016, clause: 第三条 }
  - { from: 2019-01-01, value: 26000, document: notice-2018, clause: 第一条 }
`,
  'figures/vat-rate.yaml': `name: { zh-Hans: 增值税税率, en: VAT rate }
unit: rate
values:
  - { from: 2016-04-08, to: 2018-12-31, value: 0.17, document: notice-2016 }
  - { from: 2019-01-01, value: 0.13, document: notice-2018 }
`,
  'figures/share.yaml': `name: { zh-Hans: 征收比例, en: Share levied }
unit: rate
values:
  - { from: 2016-04-08, value: 0.7, document: notice-2016 }
`,
  'figures/composite-rate.yaml': `name: { zh-Hans: 综合税率, en: Composite rate }
unit: rate
formula: cbec-composite
inputs: { vat: vat-rate, share: share }
`,
  'figures/pilot-days.yaml': `name: { zh-Hans: 试点天数, en: Days of the pilot }
unit: days
values:
  - { from: 2020-07-01, to: 2021-06-30, value: 30, document: pilot-notice }
`,
  'entries/quota.annual/annual-limit.zh-Hans.md': `---
title: 一年最多能买多少
audiences: [consumer]
questions:
  - 一年能买多少
  - 年度额度多少钱
  - 今年还能买多少
  - 每人每年的上限
  - 海淘一年封顶多少
  - 一年剁手剁到多少为止
effective: { from: 2016-04-08 }
reviewed: 2026-11-01
citations:
  - { document: notice-2018, clause: 第一条 }
  - { document: notice-2016, clause: 第三条 }
related: [composite-rate]
next: 打开“掌上海关”看看还剩多少。
---
每人每年最多可以买 {{ annual-limit }}。

按公历年计算，所有平台加在一起。
`,
  'entries/quota.annual/annual-limit.en.md': `---
title: How much you can buy in a year
questions:
  - how much can I buy in a year
  - annual limit
  - what may I still buy this year
  - yearly cap for one person
  - is there an upper limit every year
  - cbec allowance per year
next: Look in the customs app what is left.
---
Each person may buy up to {{ annual-limit }} a year.

The year is the calendar year, and all platforms are added up.
`,
  'entries/tax.rates/composite-rate.zh-Hans.md': `---
title: 综合税率是多少
audiences: [consumer, merchant]
questions:
  - 综合税率多少
  - 跨境电商要交几个点的税
  - 普通商品收多少税
  - 税是百分之几
  - 海淘税高不高
  - 买东西要被收多少税
effective: { from: 2016-04-08 }
reviewed: 2026-11-01
citations:
  - { document: notice-2016 }
related: [annual-limit]
next: 下单前看看页面上的税费。
---
普通商品的综合税率是 {{ composite-rate }}。
`,
  'entries/tax.rates/composite-rate.en.md': `---
title: The composite rate
questions:
  - what is the composite rate
  - how many percent tax on cbec goods
  - tax on ordinary goods
  - is the tax high
  - how much tax will I pay
  - rate for normal products
next: Look at the tax on the page before you order.
---
The composite rate for ordinary goods is {{ composite-rate }}.
`,
  'plain-numbers.yaml': `- 12360
- "9610"
`,
}

/** The small knowledge: sound, and small enough to be read at a glance. A change maps paths to another text, or to nothing. */
export function smallFiles(
  changes: Record<string, string | ((text: string) => string) | undefined> = {},
): Map<string, string> {
  const files = new Map<string, string>(Object.entries(FILES))
  for (const [path, change] of Object.entries(changes)) {
    const text = typeof change === 'function' ? change(files.get(path) ?? '') : change
    if (text === undefined) files.delete(path)
    else if (text === files.get(path)) throw new Error(`nothing was changed in ${path}`)
    else files.set(path, text)
  }
  return files
}

/** Builds the small knowledge with changes. */
export const build = (changes?: Parameters<typeof smallFiles>[0]): Built =>
  buildKnowledge(smallFiles(changes), { today: TODAY, reviewAfterDays: 365 })

/** What an author reads about the small knowledge with changes. */
export const complaints = (changes?: Parameters<typeof smallFiles>[0]): string[] =>
  build(changes).problems.map(describeProblem)

/** The small knowledge itself. */
export function smallKnowledge(changes?: Parameters<typeof smallFiles>[0]): Knowledge {
  const { knowledge, problems } = build(changes)
  if (!knowledge) throw new Error(problems.map(describeProblem).join('\n'))
  return knowledge
}

/** Writes `after` for the first `before` of a text that holds it. */
export const put =
  (before: string, after: string) =>
  (text: string): string => {
    if (!text.includes(before)) throw new Error(`no "${before}" in the text`)
    return text.replace(before, after)
  }
