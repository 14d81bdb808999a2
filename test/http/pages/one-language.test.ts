import { describe, expect, test } from 'vitest'
import { LOCALES } from '../../../src/core/locale.ts'
import { writtenWording } from '../../content/written-wording.ts'
import { openPage } from '../chat-page/opened.ts'
import { knowledge, load, openPages, toSimplified, toTraditional, wording } from './opened.ts'

/** What a page says in its own language: without what it says to be in another, without data, scripts and addresses. */
function said(markup: string): string {
  const withoutData = markup
    .replace(/<script[\s\S]*?<\/script>/g, ' ')
    .replace(/ data-[a-z]+="[^"]*"/g, ' ')
    .replace(/<link[^>]*>/g, ' ')
  const told = [...withoutData.matchAll(/ (?:aria-label|placeholder)="([^"]*)"/g)].map(([, text]) => text)
  // Elements in another language hold no others.
  const own = withoutData.replace(/<(span|a|dt|dd)\b[^>]* lang="[^"]*"[^>]*>[^<]*<\/\1>/g, ' ')
  return `${own.replace(/<[^>]*>/g, '\n')}\n${told.join('\n')}`.replaceAll(
    /https?:\/\/\S+|\/(?:zh-Han[st]|en)\/\S*/g,
    ' ',
  )
}

const english = (await writtenWording('en'))
  .map(([, text]) =>
    String(text)
      .replace(/\{\{\w+\}\}/g, '')
      .trim(),
  )
  .filter((text) => /^[A-Z][a-z]+(?: [a-z]+)+$/.test(text))

/** What of a text is not in the language it is said to be in. */
const FOREIGN: Record<(typeof LOCALES)[number], (text: string) => string[]> = {
  en: (text) => text.replaceAll('通关', '').match(/\p{Script=Han}+/gu) ?? [],
  'zh-Hans': (text) => [
    ...[...text.replace(/繁體/g, '')].filter(
      (character) =>
        /\p{Script=Han}/u.test(character) && !'么著'.includes(character) && toSimplified(character) !== character,
    ),
    ...english.filter((words) => text.includes(words)),
  ],
  'zh-Hant': (text) => [
    ...text
      .split('\n')
      .filter((line) => toTraditional(line) !== line && toTraditional(toSimplified(line)) !== line)
      .map((line) => line.trim())
      .filter((line) => line !== '简体'),
    ...english.filter((words) => text.includes(words)),
  ],
}

const every = <Id>(ids: Iterable<Id>, nth: number) => [...ids].filter((_, index) => index % nth === 0)
const paths = [
  ...every(knowledge.entries.keys(), 7).map((id) => `/a/${id}`),
  '/a/annual-limit',
  '/a/annual-limit?asOf=2018-06-01',
  '/a/annual-limit?asOf=2010-01-01',
  '/a/annual-limit?asOf=x',
  ...every(knowledge.topics.keys(), 6).map((id) => `/t/${id}`),
  ...every(knowledge.documents.keys(), 6).map((id) => `/d/${id}`),
  '/t',
  '/d',
  '/search',
  '/search?q=49',
  '/search?q=%F0%9F%98%80',
  '/changes',
  '/nothing',
]

describe.each(LOCALES)('every page in %s', (locale) => {
  test('is in that language from its title to its footer, and in no other', async () => {
    await using app = await openPages()
    const mixed: Record<string, string[]> = {}
    for (const path of paths) {
      const { markup } = await load(`${app.url}/${locale}${path}`, { headers: { accept: 'text/html' } })
      expect(markup).toContain(`<html lang="${locale}">`)
      const keys = said(markup).match(/\b(?:web|changes|page|reply)\.[a-z-]+|\{\{|undefined|\[object/g)
      expect({ path, keys }).toEqual({ path, keys: null })
      const foreign = FOREIGN[locale](said(markup))
      if (foreign.length > 0) mixed[path] = [...new Set(foreign)].slice(0, 5)
    }
    expect(mixed).toEqual({})
  })

  test('the chat page as well', async () => {
    await using page = await openPage({ translate: wording })
    const { markup } = await load(`${page.url}/${locale}/`)
    expect(FOREIGN[locale](said(markup))).toEqual([])
  })
})

test('the test sees a page in two languages', () => {
  expect(FOREIGN.en(said('<p>Tax 税</p>'))).toEqual(['税'])
  expect(FOREIGN.en(said('<p>Tax <span lang="zh-Hans">税</span></p>'))).toEqual([])
  expect(FOREIGN['zh-Hans'](said('<p>海關</p>'))).not.toEqual([])
  expect(FOREIGN['zh-Hans'](said('<h2>See the rules of another day</h2>'))).not.toEqual([])
  expect(FOREIGN['zh-Hant'](said('<p>海关</p>'))).not.toEqual([])
})
