import { beforeAll, expect, test } from 'vitest'
import type { Day } from '../../src/core/day.ts'
import type { PositiveList } from '../../src/core/positive-list.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { mayItComeIn } from '../../src/knowledge/may-it-come-in.ts'
import { realKnowledge } from './real-knowledge.ts'

const TODAY = '2026-11-23'
let knowledge: Knowledge
beforeAll(async () => {
  knowledge = await realKnowledge()
})

const ofGood = (id: string, on: Day = TODAY, known: Knowledge = knowledge) => {
  const good = known.goods.get(id)
  if (!good) throw new Error(`no good ${id}`)
  return mayItComeIn({ good }, on, known)
}
const ofCode = (code: string, on: Day = TODAY, known: Knowledge = knowledge) => mayItComeIn({ code }, on, known)

/** The knowledge with the list of today loaded whole, as far as it holds these codes. */
const complete = (...codes: string[]): Knowledge => ({
  ...knowledge,
  positiveLists: knowledge.positiveLists.map(
    (version): PositiveList =>
      version.id === '2022-03'
        ? { ...version, complete: true, lines: new Map(codes.map((code) => [code, { code, name: '商品' }])) }
        : version,
  ),
})

test('a listed good is listed from the day its list took effect, with its line and documents', () => {
  expect(ofGood('skis')).toMatchObject({ list: 'listed', line: { code: '95061100' }, complete: false })
  expect(ofGood('skis').sources.map(({ document }) => document)).toEqual(['mof-2022-7', 'sctc-2024-11', 'mof-2019-96'])
  expect(ofGood('skis', '2022-03-01').list).toBe('listed')
  expect(ofGood('skis', '2022-02-28')).toMatchObject({ list: 'not-listed', version: { id: '2020-01' } })
})

test('only documents in force on the day are named', () => {
  expect(ofGood('skis', '2022-03-01').sources.map(({ document }) => document)).toEqual(['mof-2022-7', 'mof-2019-96'])
})

test('a good that no document lists is unknown, not “not listed”', () => {
  expect(ofGood('diapers')).toMatchObject({ list: 'unknown', complete: false })
})

test('quantity caps, remarks, bans and the entry that explains come along', () => {
  expect(ofGood('sugar')).toMatchObject({ list: 'listed', quantityCap: 'sugar-cap', entry: 'quantity-sugar' })
  expect(ofGood('sugar').remark?.en).toContain('{{ sugar-cap }}')
  expect(ofGood('cheese')).toMatchObject({ list: 'conditional', barred: ['cbec-direct', 'parcel', 'luggage'] })
  expect(ofGood('cigarettes')).toMatchObject({ list: 'not-listed', barred: ['cbec'] })
})

test('a code is exact on what is loaded and honest on what is not', () => {
  expect(ofCode('9504.50.30')).toMatchObject({ list: 'listed', line: { code: '95045030' } })
  expect(ofCode('3215190000')).toMatchObject({
    list: 'listed',
    line: { remark: '仅限家用打印机墨水' },
    good: { id: 'printer-ink' },
  })
  expect(ofCode('0101.21.00')).toMatchObject({ list: 'unknown', complete: false })
  expect(ofCode('9504.50.30', '2022-02-28').list).toBe('unknown')
})

test('a code below a heading that is banned from parcels and direct purchase says so', () => {
  expect(ofCode('0406.10.00')).toMatchObject({
    list: 'unknown',
    good: { id: 'cheese' },
    barred: ['cbec-direct', 'parcel', 'luggage'],
  })
})

test('a code belongs to the good of its subheading rather than of its heading', () => {
  expect(ofCode('2009.50.00').good?.id).toBe('tomato-juice')
  expect(ofCode('2009.12.00').good?.id).toBe('juice')
})

test('a heading gives the loaded lines below it', () => {
  expect(ofCode('9506').below.map(({ code }) => code)).toEqual(['95061100', '95061200', '95061900'])
})

test('before the first list nothing is known', () => {
  expect(ofCode('95045030', '2016-04-07')).toMatchObject({ list: 'unknown', version: undefined, complete: false })
})

test('once the whole list is loaded, what is not in it is not listed', () => {
  const known = complete('33030000')
  expect(ofCode('01012100', TODAY, known)).toMatchObject({ list: 'not-listed', complete: true })
  expect(ofGood('skis', TODAY, known).list).toBe('not-listed')
  expect(ofGood('diapers', TODAY, known).list).toBe('not-listed')
  expect(ofGood('perfume', TODAY, known)).toMatchObject({ list: 'conditional', below: [{ code: '33030000' }] })
})
