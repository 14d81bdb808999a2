import { describe, expect, test } from 'vitest'
import { talking } from './talking.ts'

describe('a document described by its time, issuer and subject', () => {
  test.each([
    ['外管局去年10月出的那个贸易便利化通知，文号是多少', 'huifa-2025-47'],
    ['SAFE circular of October 2025 about easier foreign exchange: which number?', 'huifa-2025-47'],
    ['海关总署2020年3月关于进口退货的公告是几号', 'gacc-2020-45'],
    ['which announcement did customs issue in March 2020 on returned exports', 'gacc-2020-44'],
    ['稅務總局2025年1月那份海外倉退稅的公告文號', 'sta-2025-3'],
    ['国务院2025年6月关于平台涉税信息的是第几号令', 'sc-order-810'],
    ['2026年4月1日起施行的海关信用办法是第几号令', 'gacc-order-282'],
    ['the 2025 customs announcement on voluntary disclosure, number?', 'gacc-2025-194'],
  ])('“%s” is told its number', async (question, document) => {
    const reply = await talking()(question)
    expect(reply.citations.map((citation) => citation.document)).toContain(document)
    expect(reply.text.split('\n\n')[0]).toContain(reply.citations.find((one) => one.document === document)?.number)
  })

  test.each([
    'number of pilot cities at the start of 2019',
    '2026年5月海关总署关于火星贸易的公告文号',
    '2024年3月出口的那批货退运免税，当时依据哪个公告',
  ])('“%s” is none that the register holds', async (question) => {
    const reply = await talking()(question)
    expect(reply.text).not.toMatch(/^(?:现行有效|In force)/)
  })
})

describe('what a document replaced', () => {
  test.each([
    ['which documents did 2026 No. 16 replace', /2023 No\. 34 and .*2023 No\. 4/],
    ['2023年第34号公告后来被哪个取代了', /2026年第16号取代/],
    ['is Order 251 still valid, what replaced it', /replaced by Customs Order No\. 282/],
  ])('“%s” is told from the register', async (question, told) => {
    expect((await talking()(question)).text).toMatch(told)
  })
})
