import { expect, test } from 'vitest'
import { documentName } from '../../src/core/document-name.ts'
import { translate } from '../content/shipped-wording.ts'

test('a document is called by its title and its number', () => {
  const notice = { title: '关于退货监管事宜的公告', number: '海关总署公告2020年第45号' }
  expect(documentName(notice, 'zh-Hans', translate)).toBe('《关于退货监管事宜的公告》（海关总署公告2020年第45号）')
})

test('a law, which has no number, is named once', () => {
  const law = { title: '中华人民共和国增值税法', number: '中华人民共和国增值税法' }
  expect(documentName(law, 'zh-Hans', translate)).toBe('《中华人民共和国增值税法》')
  expect(documentName({ title: 'VAT Law', number: 'VAT Law' }, 'en', translate)).toBe('VAT Law')
})
