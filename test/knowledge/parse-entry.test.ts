import { describe, expect, test } from 'vitest'
import { parseEntry } from '../../src/knowledge/parse-entry.ts'
import { describeProblem } from '../../src/knowledge/problem.ts'
import { put, smallFiles } from './small-knowledge.ts'

const ZH = 'entries/quota.annual/annual-limit.zh-Hans.md'
const EN = 'entries/quota.annual/annual-limit.en.md'
const zh = smallFiles().get(ZH) ?? ''
const en = smallFiles().get(EN) ?? ''

const told = (file: string, content: string) => parseEntry(file, content)?.problems.map(describeProblem)

describe('an entry file', () => {
  test('takes topic, id and locale from its path, and the rest from its front matter', () => {
    expect(parseEntry(ZH, zh)).toEqual({
      id: 'annual-limit',
      topic: 'quota.annual',
      locale: 'zh-Hans',
      problems: [],
      facts: {
        audiences: ['consumer'],
        effective: { from: '2016-04-08' },
        reviewed: '2026-11-01',
        sources: [
          { document: 'notice-2018', clause: '第一条' },
          { document: 'notice-2016', clause: '第三条' },
        ],
        related: ['composite-rate'],
        replaces: [],
        confidence: 'verified',
        ask: [],
      },
      text: {
        title: '一年最多能买多少',
        questions: expect.arrayContaining(['一年能买多少']),
        next: '打开“掌上海关”看看还剩多少。',
        answer: '每人每年最多可以买 {{ annual-limit }}。',
        detail: '按公历年计算，所有平台加在一起。',
        file: ZH,
      },
    })
  })

  test('in English carries only what differs', () => {
    expect(parseEntry(EN, en)).toMatchObject({
      locale: 'en',
      problems: [],
      text: { title: 'How much you can buy in a year' },
    })
    expect(parseEntry(EN, en)?.facts).toBeUndefined()
  })

  test('keeps the paragraphs of its detail, and reads the line ends of Windows', () => {
    const content = put('按公历年计算', '第一段。\n\n- 一\n- 二\n\n按公历年计算')(zh)
    expect(parseEntry(ZH, content)?.text?.detail).toBe('第一段。\n\n- 一\n- 二\n\n按公历年计算，所有平台加在一起。')
    const windows = parseEntry(ZH, content.replaceAll('\n', '\r\n'))
    expect(windows?.problems).toEqual([])
    expect(windows?.text?.answer).toBe('每人每年最多可以买 {{ annual-limit }}。')
  })

  test('may be an answer and nothing else', () => {
    expect(parseEntry(EN, en.split('\n\nThe year')[0] ?? '')?.text).toMatchObject({
      answer: 'Each person may buy up to {{ annual-limit }} a year.',
      detail: '',
    })
  })

  test.each([
    'entries/annual-limit.zh-Hans.md',
    'entries/quota.annual/annual-limit.md',
    'entries/quota.annual/annual-limit.fr.md',
    'entries/quota.annual/annual-limit.zh-Hant.md',
    'entries/quota.annual/deeper/annual-limit.en.md',
    'figures/annual-limit.yaml',
  ])('is not at %s', (file) => {
    expect(parseEntry(file, zh)).toBeUndefined()
  })
})

describe('whoever makes a mistake in the front matter is told the line', () => {
  test.each([
    ['no front matter', zh.replaceAll('---\n', ''), 1, 'no front matter'],
    ['front matter that does not end', zh.replace('。\n---\n', '。\n'), 1, 'no front matter'],
    ['nothing but front matter', `${zh.split('\n---\n')[0]}\n---\n`, undefined, 'no text'],
    ['a missing field', put('reviewed: 2026-11-01\n', '')(zh), 2, 'reviewed: '],
    ['a field that does not exist', put('related:', 'relatd:')(zh), 16, 'the file: Unrecognized key: "relatd"'],
    ['an audience that does not exist', put('[consumer]', '[consumers]')(zh), 3, 'audiences.0: '],
    ['a day that is no day', put('reviewed: 2026-11-01', 'reviewed: 2026-11-31')(zh), 12, 'reviewed: '],
    ['a day with a time', put('from: 2016-04-08', 'from: 2016-04-08T00:00:00Z')(zh), 11, 'effective.from: '],
    [
      'a period that ends before it begins',
      put('{ from: 2016-04-08 }', '{ from: 2016-04-08, to: 2016-04-07 }')(zh),
      11,
      'effective: ends before it begins',
    ],
    ['a confidence that does not exist', put('related:', 'confidence: sure\nrelated:')(zh), 16, 'confidence: '],
    [
      'an id in capitals',
      put('document: notice-2018', 'document: Notice-2018')(zh),
      14,
      'citations.0.document: an id is lower-case',
    ],
    [
      'no citation',
      zh.replace(/citations:\n.*\n.*\n/, 'citations: []\n'),
      13,
      'citations: an entry names at least one document',
    ],
    ['an empty question', put('  - 年度额度多少钱', '  - ""')(zh), 6, 'questions.1: must not be empty'],
    ['a title that begins with a brace', put('title: 一年', 'title: {{ a }} 一年')(zh), 2, 'not valid YAML'],
    ['a colon in a title', put('title: 一年', 'title: 额度: 一年')(zh), 2, 'not valid YAML'],
    [
      'a field given twice',
      put('related:', 'reviewed: 2026-11-02\nrelated:')(zh),
      16,
      'not valid YAML: Map keys must be unique',
    ],
    ['a tab for indentation', put('  - 年度额度多少钱', '\t- 年度额度多少钱')(zh), 6, 'not valid YAML'],
  ])('%s', (_, content, line, what) => {
    const [first] = told(ZH, content) ?? []
    expect(first).toContain(`${ZH}${line === undefined ? '' : `:${line}`}  ${what}`)
    expect(first).toMatch(/\n {4}\S/)
  })

  test('and all mistakes at once', () => {
    const content = put('reviewed: 2026-11-01', 'reviewed: yesterday')(put('[consumer]', '[consumers]')(zh))
    expect(told(ZH, content)?.map((one) => one.slice(0, one.indexOf('  ')))).toEqual([`${ZH}:3`, `${ZH}:12`])
  })

  test('facts of an entry do not belong into the English file', () => {
    expect(told(EN, put('next:', 'reviewed: 2026-11-01\nnext:')(en))).toEqual([
      expect.stringContaining(`${EN}:10  the file: Unrecognized key: "reviewed"`),
    ])
  })

  test('a bomb of aliases is refused, not expanded', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`).join(', ')}]`),
    ]
    expect(told(ZH, put('related:', `${bomb.join('\n')}\nrelated:`)(zh))?.[0]).toContain('not valid YAML')
  })
})
