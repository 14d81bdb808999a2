import { describe, expect, test } from 'vitest'
import { type OfficialDocument, statusOn } from '../../src/core/official-document.ts'

const wording = { 'zh-Hans': '文件', en: 'document' }
const document = (id: string, facts: Partial<OfficialDocument> = {}): OfficialDocument => ({
  id,
  number: wording,
  title: wording,
  issuer: wording,
  effective: { from: '2016-04-08' },
  amends: [],
  supersedes: [],
  repeals: [],
  confidence: 'verified',
  ...facts,
})

describe('the status of a document', () => {
  const amended = document('amended')
  const superseded = document('superseded', { effective: { from: '2016-04-08', to: '2018-12-31' } })
  const repealed = document('repealed', { effective: { from: '2010-09-01', to: '2024-11-30' } })
  const ended = document('pilot', { effective: { from: '2020-07-01', to: '2021-06-30' } })
  const register = [
    amended,
    superseded,
    repealed,
    ended,
    document('amending', { effective: { from: '2019-01-01' }, amends: ['amended'] }),
    document('superseding', { effective: { from: '2019-01-01' }, supersedes: ['superseded'] }),
    document('repealing', { effective: { from: '2024-12-01' }, repeals: ['repealed'] }),
  ]

  test.each([
    [amended, '2016-04-07', 'not-yet'],
    [amended, '2016-04-08', 'in-force'],
    [amended, '2018-12-31', 'in-force'],
    [amended, '2019-01-01', 'amended'],
    [amended, '2026-11-23', 'amended'],
    [superseded, '2018-12-31', 'in-force'],
    [superseded, '2019-01-01', 'superseded'],
    [repealed, '2010-08-31', 'not-yet'],
    [repealed, '2024-11-30', 'in-force'],
    [repealed, '2024-12-01', 'repealed'],
    [ended, '2021-06-30', 'in-force'],
    [ended, '2021-07-01', 'ended'],
  ])('$id on %s: %s', (one, on, status) => {
    expect(statusOn(one, on, register)).toBe(status)
  })

  test('does not know a later document before that takes effect', () => {
    const announced = document('announced', { effective: { from: '2027-01-01' }, amends: ['amended'] })
    expect(statusOn(amended, '2018-06-01', [amended, announced])).toBe('in-force')
    expect(statusOn(amended, '2026-12-31', [amended, announced])).toBe('in-force')
    expect(statusOn(amended, '2027-01-01', [amended, announced])).toBe('amended')
  })

  test('is repealed rather than superseded where both are said', () => {
    const both = document('both', {
      effective: { from: '2024-12-01' },
      repeals: ['repealed'],
      supersedes: ['repealed'],
    })
    expect(statusOn(repealed, '2024-12-01', [repealed, both])).toBe('repealed')
  })
})
