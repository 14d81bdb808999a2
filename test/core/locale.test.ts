import { expect, test } from 'vitest'
import { LOCALES, toLocale, writtenFor } from '../../src/core/locale.ts'

test.each([
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-Hans', 'zh-Hans'],
  ['zh-Hans-CN', 'zh-Hans'],
  ['ZH-HANS', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-MO', 'zh-Hant'],
  ['zh-hk', 'zh-Hant'],
  ['zh-Hant', 'zh-Hant'],
  ['zh-Hant-TW', 'zh-Hant'],
  ['zh-cmn-Hant', 'zh-Hant'],
  // The script that is named counts more than the region.
  ['zh-Hant-CN', 'zh-Hant'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['zh-Hans-TW', 'zh-Hans'],
  ['zh-cmn-Hans-MO', 'zh-Hans'],
  ['en', 'en'],
  ['en-GB', 'en'],
  ['EN-us', 'en'],
  ['fr', undefined],
  ['ja-JP', undefined],
  ['eng', undefined],
  ['enx', undefined],
  ['zhx', undefined],
  ['', undefined],
  ['*', undefined],
] as const)('the tag %s asks for %s', (tag, locale) => {
  expect(toLocale(tag)).toBe(locale)
})

test('every locale is its own tag, and traditional Chinese starts from simplified', () => {
  for (const locale of LOCALES) expect(toLocale(locale)).toBe(locale)
  expect(LOCALES.map(writtenFor)).toEqual(['zh-Hans', 'zh-Hans', 'en'])
})
