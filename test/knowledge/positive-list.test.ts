import { beforeAll, describe, expect, test } from 'vitest'
import { lookUp, type PositiveList, positiveListOn } from '../../src/core/positive-list.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { errorsOf, filesWithoutEntries, realKnowledge } from './real-knowledge.ts'

let knowledge: Knowledge
beforeAll(async () => {
  knowledge = await realKnowledge()
})

const listOn = (on: string): PositiveList => {
  const list = positiveListOn(knowledge.positiveLists, on)
  if (!list) throw new Error(`no list on ${on}`)
  return list
}

describe('the versions of the positive list', () => {
  test.each([
    ['2016-04-08', '2016-04-first', 1142],
    ['2016-04-15', '2016-04-first', 1142],
    ['2016-04-16', '2016-04', 1293],
    ['2018-12-31', '2016-04', 1293],
    ['2019-01-01', '2019-01', 1321],
    ['2020-01-01', '2020-01', 1413],
    ['2022-02-28', '2020-01', 1413],
    ['2022-03-01', '2022-03', 1476],
    ['2026-11-23', '2022-03', 1476],
  ])('on %s %s was in force, with %i lines', (on, id, total) => {
    expect(listOn(on)).toMatchObject({ id, total })
  })

  test('there was none before the first', () => {
    expect(positiveListOn(knowledge.positiveLists, '2016-04-07')).toBeUndefined()
  })
})

describe('looking up a code', () => {
  test.each(['95045030', '9504.50.30', '9504 50 30', '９５０４５０３０', '9504.5030.00', '9504503000'])(
    '%s is on the list of today',
    (code) => {
      expect(lookUp(code, listOn('2026-11-23'))).toMatchObject({ found: 'listed', line: { code: '95045030' } })
    },
  )

  test('tells the remark of a line', () => {
    expect(lookUp('3215.19.00', listOn('2026-11-23'))).toMatchObject({
      found: 'listed',
      line: { remark: '仅限家用打印机墨水' },
    })
  })

  test('does not say that a code is off a list that is only partly loaded', () => {
    expect(lookUp('19011010', listOn('2026-11-23'))).toEqual({ found: 'not-loaded' })
    expect(lookUp('95045030', listOn('2022-02-28'))).toEqual({ found: 'not-loaded' })
  })

  test('says so when the list is complete', () => {
    expect(lookUp('19011010', { ...listOn('2026-11-23'), complete: true })).toEqual({ found: 'not-listed' })
  })

  test('gives the lines below a heading', () => {
    expect(lookUp('9506', listOn('2026-11-23'))).toMatchObject({
      found: 'heading',
      lines: [{ code: '95061100' }, { code: '95061200' }, { code: '95061900' }],
    })
  })

  test.each(['', '950', 'abc', '9504a030', '12345678901234'])('“%s” is no code', (code) => {
    expect(lookUp(code, listOn('2026-11-23'))).toEqual({ found: 'no-code' })
  })
})

describe('the files of the list are refused', () => {
  const TABLE = 'positive-list/2022-03.csv'
  const INDEX = 'positive-list/index.yaml'
  test.each<[string, string, (text: string) => string, RegExp]>([
    [
      'when a code has no eight digits',
      TABLE,
      (text) => text.replace('95061100', '950611'),
      /2022-03\.csv:7 "950611" is not eight digits/,
    ],
    [
      'when a code stands twice',
      TABLE,
      (text) => text.replace('95061200', '95061100'),
      /2022-03\.csv:8 95061100 stands here twice/,
    ],
    [
      'when the codes are not in order',
      TABLE,
      (text) => text.replace('95061900', '95040000'),
      /2022-03\.csv:9 95040000 stands after 95061200/,
    ],
    [
      'when a line has no name',
      TABLE,
      (text) => text.replace('其他滑雪用具', ''),
      /2022-03\.csv:9 95061900 has no name/,
    ],
    [
      'when a comma is not quoted',
      TABLE,
      (text) => text.replace('其他滑雪用具,', '其他,滑雪,用具'),
      /2022-03\.csv:9 95061900 has 4 cells/,
    ],
    [
      'when the columns are others',
      TABLE,
      (text) => text.replace('code,name,remark', '税则号列,名称,备注'),
      /2022-03\.csv:1 the first line is not code,name,remark/,
    ],
    ['when a quote is not closed', TABLE, (text) => `${text}95069900,"其他,\n`, /2022-03\.csv:\d+ not valid CSV/],
    [
      'when it claims to be complete',
      INDEX,
      (text) => text.replace(/false(?= \}\n$)/, 'true'),
      /index\.yaml:\d+ 2022-03 is said to be complete, but 8 of 1476 lines/,
    ],
    [
      'when versions overlap',
      INDEX,
      (text) => text.replace('to: 2022-02-28', 'to: 2022-03-01'),
      /index\.yaml:\d+ 2022-03 begins before the version above has ended/,
    ],
    [
      'when a document does not exist',
      INDEX,
      (text) => text.replace('mof-2022-7', 'mof-2022-17'),
      /2022-03: documents: there is no "mof-2022-17"/,
    ],
    [
      'when the number of lines is not known',
      INDEX,
      (text) => text.replace('from: 2016-04-08', 'from: 2016-04-01'),
      /positive-list-lines has no value on 2016-04-01/,
    ],
    [
      'when a table belongs to no version',
      INDEX,
      (text) => text.replace('id: 2022-03', 'id: 2022-04'),
      /2022-03\.csv belongs to no version/,
    ],
  ])('%s', async (_, file, change, message) => {
    const files = await filesWithoutEntries()
    const before = files.get(file) ?? ''
    const after = change(before)
    expect(after).not.toBe(before)
    expect(errorsOf(new Map(files).set(file, after)).join('\n')).toMatch(message)
  })
})
