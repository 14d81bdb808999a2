import { describe, expect, test } from 'vitest'
import { findAnswer } from '../../src/conversation/find-answer.ts'
import { documentReader } from '../../src/conversation/named-documents.ts'
import { phraseDocuments } from '../../src/conversation/phrase-document.ts'
import { understand } from '../../src/conversation/understanding.ts'
import { keptIndex } from '../../src/kept-index.ts'
import { WEIGHTS } from '../../src/search/weights.ts'
import { shipped, TODAY } from '../content/shipped.ts'
import { translate } from '../content/shipped-wording.ts'

const knowledge = shipped()
const read = documentReader(knowledge.documents.values())

describe('the name of a document', () => {
  test.each([
    ['财关税2018年49号还有效吗', ['cgs-2018-49']],
    ['財關稅〔2018〕49號係咩嚟', ['cgs-2018-49']],
    ['海关总署公告2018年第194号讲的什么', ['gacc-2018-194']],
    ['486号文讲了什么', ['scf-2018-486']],
    ['海关总署令272号是什么', ['gacc-order-272']],
    ['国务院令第810号哪天施行', ['sc-order-810']],
    ['关税法什么时候施行的', ['tariff-law']],
    ['is announcement 26 of 2016 still valid', ['gacc-2016-26']],
    ['what is Shang Cai Fa [2021] No. 39', ['scf-2021-39']],
    ['when did the VAT law take effect', ['vat-law']],
  ])('is read in %s', (text, ids) => {
    expect(read(text)).toEqual({ ids, only: true })
  })

  test('of every document that has a number is read as the register writes it', () => {
    const missed = [...knowledge.documents.values()].filter(
      ({ id, number }) =>
        /^(?:gacc|cgs|scf|sta|huifa)-\d{4}-\d+$/.test(id) && !read(number['zh-Hans'])?.ids.includes(id),
    )
    expect(missed.map(({ id }) => id)).toEqual([])
  })

  test.each([
    '每月15号前要交吗',
    '4月3号出的新规',
    '我的单号194还没到',
    '买了3号色口红',
    'order 2 lipsticks',
    'can i order 420 yuan of snacks',
  ])('is not read in %s', (text) => {
    expect(read(text)).toBeUndefined()
  })

  test('among other words leaves the question to what else is asked', () => {
    expect(read('165号公告要求平台开放哪些支付字段')).toMatchObject({ ids: ['gacc-2018-165'], only: false })
  })
})

describe('an answer about a document', () => {
  const understanding = understand(knowledge, keptIndex())
  const ask = (text: string) => {
    const { answer } = findAnswer({ text, on: TODAY, today: TODAY }, understanding, WEIGHTS)
    if (!('documents' in answer)) return answer
    const context = { knowledge, on: TODAY, locale: 'zh-Hans' as const, translate }
    return phraseDocuments(answer.documents, context).text
  }

  test('says first whether it holds, then what took its place', () => {
    expect(ask('2016年第26号公告还有效吗')).toMatch(/^已经废止：.*2018年第194号/)
    expect(ask('财关税〔2016〕18号还有效吗')).toMatch(/^现行有效，但有改动：.*财关税〔2018〕49号修改/)
    expect(ask('2020年第45号公告还有效吗')).toMatch(/^现行有效：/)
  })

  test('names each where several bear the number', () => {
    expect(ask('194号公告是什么')).toMatch(/2025年第194号.*\n- .*2018年第194号/)
  })

  test('does not vouch for a number that is not registered', () => {
    expect(ask('海关总署公告2019年第777号是什么')).toMatchObject({ entry: 'document-not-registered' })
  })
})
