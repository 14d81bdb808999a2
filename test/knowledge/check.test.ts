import { describe, expect, test } from 'vitest'
import { complaints, put, smallFiles } from './small-knowledge.ts'

const ZH = 'entries/quota.annual/annual-limit.zh-Hans.md'
const EN = 'entries/quota.annual/annual-limit.en.md'
const RATE_ZH = 'entries/tax.rates/composite-rate.zh-Hans.md'
const RATE_EN = 'entries/tax.rates/composite-rate.en.md'

test('sound knowledge is not complained about', () => {
  expect(complaints()).toEqual([])
})

type Break = [what: string, changes: Parameters<typeof smallFiles>[0], told: string]

describe('whoever breaks an entry is told where, what and what to do', () => {
  test.each<Break>([
    [
      'a document that is not in the register',
      { [ZH]: put('document: notice-2018', 'document: notice-2108') },
      `${ZH}:14  citations: there is no "notice-2108"\n    Did you mean "notice-2018"?`,
    ],
    [
      'a related entry that does not exist',
      { [ZH]: put('related: [composite-rate]', 'related: [composite-rates]') },
      `${ZH}:16  related: there is no "composite-rates"\n    Did you mean "composite-rate"?`,
    ],
    [
      'a related entry that resembles nothing',
      { [ZH]: put('related: [composite-rate]', 'related: [parcels-from-abroad]') },
      `${ZH}:16  related: there is no "parcels-from-abroad"\n    The ids are the names of the files, or stand in the registers.`,
    ],
    [
      'itself as related',
      { [ZH]: put('related: [composite-rate]', 'related: [annual-limit]') },
      `${ZH}:16  names itself as related or replaced\n    Name other entries, or none.`,
    ],
    [
      'no English file',
      { [EN]: undefined },
      `${EN}  does not exist\n    Every entry stands in Simplified Chinese and in English.`,
    ],
    [
      'no Chinese file',
      { [ZH]: undefined },
      `${ZH}  does not exist\n    Every entry stands in Simplified Chinese and in English.`,
    ],
    [
      'a number in Chinese prose',
      { [ZH]: put('按公历年计算', '每单5000元以内，按公历年计算') },
      `${ZH}:21  the number 5000 stands in prose\n    Make it a figure and write {{ its-id }}; a number that is a name belongs in plain-numbers.yaml.`,
    ],
    [
      'a number in Chinese words',
      { [ZH]: put('按公历年计算', '三十天内不算，按公历年计算') },
      `${ZH}:21  the number 三十天内 stands in prose\n    Make it a figure and write {{ its-id }}; a number that is a name belongs in plain-numbers.yaml.`,
    ],
    [
      'a percentage in English prose',
      { [EN]: put('The year is', 'Tax is 9.1%. The year is') },
      `${EN}:14  the number 9.1% stands in prose\n    Make it a figure and write {{ its-id }}; a number that is a name belongs in plain-numbers.yaml.`,
    ],
    [
      'a number in what to do next, which stands above in the citations too',
      { [EN]: put('Look in the customs app', 'Wait 30 days, look in the customs app') },
      `${EN}:10  the number 30 stands in prose\n    Make it a figure and write {{ its-id }}; a number that is a name belongs in plain-numbers.yaml.`,
    ],
    [
      'a number in the title',
      { [EN]: put('How much you can buy in a year', 'How much you can buy in 2026') },
      `${EN}:2  the number 2026 stands in prose\n    Make it a figure and write {{ its-id }}; a number that is a name belongs in plain-numbers.yaml.`,
    ],
    [
      'a placeholder in none of the forms',
      { [EN]: put('{{ annual-limit }}', '{{ Annual Limit }}') },
      `${EN}:12  cannot read {{ Annual Limit }}\n    The forms are in knowledge/README.md, "Placeholders".`,
    ],
    [
      'a placeholder with a day that is no day',
      { [EN]: put('{{ annual-limit }}', '{{ annual-limit @2018-02-30 }}') },
      `${EN}:12  cannot read {{ annual-limit @2018-02-30 }}\n    The forms are in knowledge/README.md, "Placeholders".`,
    ],
    [
      'a figure that does not exist',
      { [EN]: put('{{ annual-limit }}', '{{ anual-limit }}') },
      `${EN}:12  {{ anual-limit }}: there is no "anual-limit"\n    Did you mean "annual-limit"?`,
    ],
    [
      'a document that does not exist, in the text',
      { [EN]: put('The year is', 'By {{ doc notice-2019 }} the year is') },
      `${EN}:14  {{ doc notice-2019 }}: there is no "notice-2019"\n    Did you mean "notice-2016"?`,
    ],
    [
      'half a placeholder',
      { [EN]: put('The year is', 'The limit is {{ annual-limit. The year is') },
      `${EN}:14  a {{ or }} stands alone\n    A placeholder is written {{ like-this }}.`,
    ],
    [
      'a figure on a day on which it has no value',
      {
        [ZH]: put('按公历年计算', '以前是 {{ annual-limit @2016-04-07 }}，按公历年计算'),
        [EN]: put('The year is', 'It was {{ annual-limit @2016-04-07 }}. The year is'),
      },
      `${EN}:14  {{ annual-limit @2016-04-07 }}: "annual-limit" has no value on 2016-04-07\n    Choose a day on which it has one, or give it its history.`,
    ],
    [
      'the last day of a value that has none',
      { [EN]: put('The year is', 'Until {{ annual-limit @2019-01-01 until }} the year is') },
      `${EN}:14  {{ annual-limit @2019-01-01 until }}: that value has no last day\n    It is still in force: leave \`until\` out.`,
    ],
    [
      'a figure without a value at the beginning of its period',
      { [ZH]: put('effective: { from: 2016-04-08 }', 'effective: { from: 2016-04-01 }') },
      `${ZH}:19  "annual-limit" has no value on 2016-04-01, while this text is in force\n    Shorten \`effective\`, or give the figure its history.`,
    ],
    [
      'a figure that ends before its period does',
      {
        [ZH]: put('按公历年计算', '试点 {{ pilot-days }}，按公历年计算'),
        [EN]: put('The year is', 'The pilot takes {{ pilot-days }}. The year is'),
      },
      `${ZH}:21  "pilot-days" has no value after 2021-06-30, while this text is in force\n    Shorten \`effective\`, or give the figure its history.`,
    ],
    [
      'another figure in English than in Chinese',
      { [EN]: put('{{ annual-limit }}', '{{ composite-rate }}') },
      `${EN}:12  the two languages show different figures: annual-limit, composite-rate\n    Both languages of a text name the same figures.`,
    ],
    [
      'another day of the same figure in English',
      { [EN]: put('{{ annual-limit }}', '{{ annual-limit @2019-01-01 }}') },
      `${EN}:12  the two languages show different figures: annual-limit, annual-limit @2019-01-01\n    Both languages of a text name the same figures.`,
    ],
    [
      'five questions',
      { [EN]: put('  - annual limit\n', '') },
      `${EN}:3  has 5 questions\n    Write at least 6 ways in which people ask.`,
    ],
    [
      'HTML',
      { [EN]: put('The year is', '<b>The year</b> is') },
      `${EN}:14  holds HTML\n    Write Markdown: paragraphs, lists, bold, small tables.`,
    ],
    [
      'a Markdown link',
      { [EN]: put('The year is', 'The [year](https://example.org) is') },
      `${EN}:14  holds a link\n    Links come from the document register; write an address that people must type between \` marks.`,
    ],
    [
      'a bare address',
      { [ZH]: put('按公历年计算', '见 https://example.org ，按公历年计算') },
      `${ZH}:21  holds a link\n    Links come from the document register; write an address that people must type between \` marks.`,
    ],
    [
      'a heading',
      { [EN]: put('The year is', '## The year\n\nThe year is') },
      `${EN}:14  holds a heading\n    Split the entry or use a list.`,
    ],
    [
      'a question of another entry',
      { [RATE_ZH]: put('海淘税高不高', '一年能买多少？') },
      `${RATE_ZH}:9  question "一年能买多少？" stands under "annual-limit" too\n    Keep it where the answer is best.`,
    ],
    [
      'the same question twice',
      { [EN]: put('  - annual limit\n', '  - annual limit\n  - Annual limit?\n') },
      `${EN}:6  question "Annual limit?" stands under this entry twice\n    Keep it where the answer is best.`,
    ],
    [
      'no word of whom to ask about what is not settled',
      { [ZH]: put('related:', 'confidence: uncertain\nrelated:') },
      `${ZH}:16  is not settled and names nobody to ask\n    Add \`ask:\` with ids from contacts.yaml.`,
    ],
    [
      'a contact that does not exist',
      { [ZH]: put('related:', 'confidence: uncertain\nask: [hot-line]\nrelated:') },
      `${ZH}:17  ask: there is no "hot-line"\n    Did you mean "hotline"?`,
    ],
    [
      'no document that is in force all the time',
      {
        'figures/annual-limit.yaml': put('document: notice-2016', 'document: notice-2018'),
        [ZH]: put('  - { document: notice-2016, clause: 第三条 }\n', ''),
      },
      `${ZH}:13  none of its documents is in force on 2016-04-08\n    Cite the document of that time too, or shorten \`effective\`.`,
    ],
    [
      'a document that ended while the text goes on',
      {
        [RATE_ZH]: (text) =>
          put(
            'document: notice-2016',
            'document: pilot-notice',
          )(put('from: 2016-04-08', 'from: 2020-07-01')(put('{{ composite-rate }}', '看情况')(text))),
        [RATE_EN]: put('{{ composite-rate }}', 'not the same everywhere'),
      },
      `${RATE_ZH}:13  none of its documents is in force on 2021-07-01\n    Cite the document of that time too, or shorten \`effective\`.`,
    ],
    [
      'an older entry that it replaces and that is still in force',
      { [ZH]: put('related: [composite-rate]', 'replaces: [composite-rate]') },
      `${ZH}:16  replaces "composite-rate", which is still in force on 2016-04-08\n    Close the older entry with \`effective: { …, to: }\`.`,
    ],
    [
      'a day of review that is still to come',
      { [ZH]: put('reviewed: 2026-11-01', 'reviewed: 2026-11-24') },
      `${ZH}:12  reviewed on 2026-11-24, which is still to come\n    Write the day on which somebody last compared it with its documents.`,
    ],
    [
      'a folder that is no topic',
      {
        'entries/quota.anual/other-limit.zh-Hans.md':
          smallFiles()
            .get(RATE_ZH)
            ?.replace(/ {2}- (?!\{)(.*)/g, '  - 另外$1') ?? '',
        'entries/quota.anual/other-limit.en.md':
          smallFiles()
            .get(RATE_EN)
            ?.replace(/ {2}- (?!\{)(.*)/g, '  - or $1') ?? '',
      },
      'entries/quota.anual/other-limit.zh-Hans.md:1  the folder: there is no "quota.anual"\n    Did you mean "quota.annual"?',
    ],
    [
      'an id that stands under two topics',
      {
        'entries/tax.rates/annual-limit.zh-Hans.md':
          smallFiles()
            .get(ZH)
            ?.replace(/ {2}- (?!\{)(.*)/g, '  - 另外$1') ?? '',
        'entries/tax.rates/annual-limit.en.md':
          smallFiles()
            .get(EN)
            ?.replace(/ {2}- (?!\{)(.*)/g, '  - or $1') ?? '',
      },
      'entries/tax.rates/annual-limit.en.md  id "annual-limit" also stands under quota.annual\n    Ids are unique across all topics.',
    ],
    [
      'a file name in another shape',
      { 'entries/quota.annual/note.md': 'x' },
      'entries/quota.annual/note.md  is no entry\n    Entries are named entries/<topic>/<id>.zh-Hans.md and <id>.en.md.',
    ],
  ])('%s', (_, changes, told) => {
    expect(complaints(changes)).toContain(told)
  })

  test('and everything at once, not only the first mistake', () => {
    const told = complaints({
      [ZH]: (text) => put('document: notice-2018', 'document: notice-2108')(put('按公历年', '满30天，按公历年')(text)),
      [EN]: put('{{ annual-limit }}', '{{ anual-limit }}'),
      [RATE_EN]: put('  - is the tax high\n', ''),
    })
    expect(told.map((one) => one.split('  ')[0])).toEqual(
      expect.arrayContaining([`${ZH}:14`, `${ZH}:21`, `${EN}:12`, `${RATE_EN}:3`]),
    )
  })
})

describe('a warning, which does not keep the knowledge from serving, is given for', () => {
  test.each<Break>([
    [
      'an entry that is due for review',
      { [ZH]: put('reviewed: 2026-11-01', 'reviewed: 2025-11-22') },
      `${ZH}:12  warning: was last reviewed on 2025-11-22\n    Compare it with its documents and set \`reviewed\`.`,
    ],
    [
      'an answer of three sentences',
      {
        [EN]: put('{{ annual-limit }} a year.', '{{ annual-limit }} a year. It goes by person. It is enough for most.'),
      },
      `${EN}:12  warning: the answer has 3 sentences\n    The first paragraph is one sentence; move the rest below it.`,
    ],
    [
      'a Chinese sentence that nobody can read aloud',
      { [ZH]: put('所有平台加在一起', '所有平台加在一起算'.repeat(11)) },
      `${ZH}:21  warning: a sentence of 106 characters: "按公历年计算，所有平台加在一起算所有平台加在一起算所有平台加…"\n    Make it two.`,
    ],
    [
      'an English sentence of more than forty words',
      { [EN]: put('all platforms are added up', `all ${'big and small '.repeat(13)}platforms are added up`) },
      `${EN}:14  warning: a sentence of 51 words: "The year is the calendar year,…"\n    Make it two.`,
    ],
  ])('%s', (_, changes, told) => {
    expect(complaints(changes)).toEqual([told])
  })

  test('an entry that was reviewed a year ago to the day is not due yet', () => {
    expect(complaints({ [ZH]: put('reviewed: 2026-11-01', 'reviewed: 2025-11-23') })).toEqual([])
  })
})

describe('the registers', () => {
  const FIGURE = 'figures/annual-limit.yaml'
  test.each<Break>([
    [
      'a figure with a document that is not registered',
      { [FIGURE]: put('document: notice-2018', 'document: notice-2020') },
      `${FIGURE}:5  document: there is no "notice-2020"\n    Did you mean "notice-2016"?`,
    ],
    [
      'a document that amends one that is not registered',
      { 'documents/all.yaml': put('amends: [notice-2016]', 'amends: [notice-2015]') },
      'documents/all.yaml:11  amends: there is no "notice-2015"\n    Did you mean "notice-2016"?',
    ],
    [
      'an id used twice, in whichever file',
      { 'documents/more.yaml': smallFiles().get('documents/all.yaml')?.split('- id: notice-2018')[0] ?? '' },
      'documents/more.yaml:1  id "notice-2016" is used twice\n    Ids are unique; choose another.',
    ],
    [
      'a page that is not official',
      {
        'documents/all.yaml': put(
          '  effective: { from: 2016-04-08 }',
          '  effective: { from: 2016-04-08 }\n  url: https://www.chinanews-blog.com/a',
        ),
      },
      'documents/all.yaml:6  0.url: is not an official page: leave it out rather than link a copy\n    The fields and their meaning are in knowledge/README.md.',
    ],
    [
      'a refusal that states no rule',
      {
        'boundaries/unlawful.yaml': `- id: split
  outcome: refused
  why: unlawful
  text: { zh-Hans: 不能拆单, en: no splitting }
`,
      },
      'boundaries/unlawful.yaml:1  a refusal states the rule\n    Name the entry that states it: `entry: …`.',
    ],
    [
      'a boundary with a number in its text',
      {
        'boundaries/personal.yaml': `- id: parcel
  outcome: signposted
  why: personal-case
  text: { zh-Hans: 看不到, en: cannot see }
- id: refund
  outcome: signposted
  why: personal-case
  text:
    zh-Hans: 等7天
    en: wait
`,
      },
      'boundaries/personal.yaml:9  the number 7 stands in prose\n    Make it a figure and write {{ its-id }}; a number that is a name belongs in plain-numbers.yaml.',
    ],
    [
      'a misconception with an entry that does not exist',
      {
        'misconceptions.yaml': `- id: fifty
  topic: tax.rates
  audiences: [consumer]
  belief: { zh-Hans: 免税, en: tax free }
  correction: { zh-Hans: 不免, en: it is not }
  phrases: { zh-Hans: [五十 免税], en: [fifty free] }
  entry: composite-rat
  citations: [{ document: notice-2016 }]
  harm: low
`,
      },
      'misconceptions.yaml:7  entry: there is no "composite-rat"\n    Did you mean "composite-rate"?',
    ],
    [
      'a term explained with a document that is not registered',
      {
        'glossary.yaml': `- id: cbec
  name: { zh-Hans: 跨境电商, en: CBEC }
  explanation: { zh-Hans: 网上买进口货, en: buying imports online }
  citations: [{ document: notice-2017 }]
`,
      },
      'glossary.yaml:4  citations: there is no "notice-2017"\n    Did you mean "notice-2016"?',
    ],
    [
      'no entries at all',
      { [ZH]: undefined, [EN]: undefined, [RATE_ZH]: undefined, [RATE_EN]: undefined },
      'entries  no entries\n    Is this the knowledge folder?',
    ],
  ])('tell of %s', (_, changes, told) => {
    expect(complaints(changes)).toContain(told)
  })
})

describe('a contradiction', () => {
  test('between two figures of one name on one day is an error', () => {
    const other = smallFiles().get('figures/annual-limit.yaml')?.replace('26000', '30000') ?? ''
    expect(complaints({ 'figures/annual-limit-again.yaml': other })).toEqual([
      'figures/annual-limit-again.yaml:1  has the name of "annual-limit" and another value on 2019-01-01\n    Keep one of them, or give them names that say what is different.',
    ])
  })

  test('is none where the values agree, or where the days do not touch', () => {
    const same = smallFiles().get('figures/annual-limit.yaml') ?? ''
    expect(complaints({ 'figures/annual-limit-again.yaml': same })).toEqual([])
    const before = `name: { zh-Hans: 年度限值, en: Annual limit }
unit: CNY
values: [{ from: 2014-01-01, to: 2016-04-07, value: 1000, document: notice-2016 }]
`
    expect(complaints({ 'figures/annual-limit-before.yaml': before })).toEqual([])
  })

  const again = (path: string) =>
    smallFiles()
      .get(path)
      ?.replace(/ {2}- (?!\{)(.*)/g, '  - $1 again') ?? ''
  const twin = {
    'figures/other-limit.yaml': (smallFiles().get('figures/annual-limit.yaml') ?? '')
      .replace('年度限值, en: Annual limit', '另一限值, en: Other limit')
      .replace('26000', '30000'),
    'entries/quota.annual/other.zh-Hans.md': again(ZH).replace('{{ annual-limit }}', '{{ other-limit }}'),
    'entries/quota.annual/other.en.md': again(EN).replace('{{ annual-limit }}', '{{ other-limit }}'),
  }

  test('between two entries that say the same sentence with another value is an error', () => {
    expect(complaints(twin)).toContain(
      'entries/quota.annual/other.en.md:12  states the same as "annual-limit" with another value ("annual-limit")\n    Merge the entries, or say what is different.',
    )
  })

  test('is none where one of them had ended before the other began', () => {
    const path = 'entries/quota.annual/other.zh-Hans.md'
    const closed = twin[path].replace('from: 2016-04-08', 'from: 2016-04-08, to: 2018-12-31')
    const later = put('from: 2016-04-08', 'from: 2019-01-01')
    expect(complaints({ ...twin, [path]: closed, [ZH]: later })).toEqual([])
  })

  test('is none for another audience', () => {
    const merchants = {
      ...twin,
      'entries/quota.annual/other.zh-Hans.md': twin['entries/quota.annual/other.zh-Hans.md'].replace(
        '[consumer]',
        '[merchant]',
      ),
    }
    expect(complaints(merchants)).toEqual([])
  })
})

test('a file that cannot be read is told alone, not with everything that names what it holds', () => {
  expect(complaints({ 'documents/all.yaml': put('id: notice-2018', 'id: [notice-2018') })).toEqual([
    expect.stringContaining('documents/all.yaml:7  not valid YAML'),
  ])
  expect(complaints({ 'figures/annual-limit.yaml': put('unit: CNY', 'units: CNY') })).toEqual([
    expect.stringContaining('figures/annual-limit.yaml:1  unit: '),
    expect.stringContaining('figures/annual-limit.yaml:2  the file: Unrecognized key: "units"'),
  ])
})
