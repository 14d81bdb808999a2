import { describe, expect, test } from 'vitest'
import { understand } from '../../src/conversation/understanding.ts'
import type { Locale } from '../../src/core/locale.ts'
import { keptIndex } from '../../src/kept-index.ts'
import { readingContext } from '../../src/reading/reading-context.ts'
import { withTermLinks } from '../../src/reading/term-links.ts'
import { shipped, TODAY } from '../content/shipped.ts'
import { translate } from '../content/shipped-wording.ts'

const understanding = understand(shipped(), keptIndex())

/** Texts of a page with their words linked. */
const linked = (texts: string[], locale: Locale = 'zh-Hans', of: { entry?: string; title: string } = { title: '' }) =>
  withTermLinks(texts, of, readingContext({ on: TODAY, locale }, { understanding, translate, today: TODAY }))

const { id, name } = [...understanding.knowledge.glossary.values()].find(
  (term) => term.name['zh-Hans'] === '免税店',
) ?? {
  id: '',
  name: { 'zh-Hans': '', en: '' },
}

describe('the words of a page', () => {
  test('lead to their explanation, each at its first mention', () => {
    expect(linked(['去免税店买。', '免税店的东西'])).toEqual([
      `去[免税店](/zh-Hans/glossary#${id})买。`,
      '免税店的东西',
    ])
    const shop = name.en.toLowerCase()
    expect(linked([`In a ${shop}.`], 'en')).toEqual([`In a [${shop}](/en/glossary#${id}).`])
  })

  test('are left alone within links and code, and in a longer word', () => {
    const kept = '[免税店](https://www.gov.cn/a) `免税店`'
    expect(linked([kept])).toEqual([kept])
    expect(linked([`un${name.en.toLowerCase()}s`], 'en')).toEqual([`un${name.en.toLowerCase()}s`])
  })

  test('are left alone where the title is about them', () => {
    expect(linked(['去免税店买。'], 'zh-Hans', { title: '免税店能买什么' })).toEqual(['去免税店买。'])
  })
})
