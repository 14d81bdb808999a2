import { glob, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { COURTESIES, DECLINED } from '../../src/core/answer.ts'
import { AUDIENCES } from '../../src/core/audience.ts'
import { WRITTEN_LOCALES } from '../../src/core/locale.ts'
import { FIELD_FAULTS, PROBLEM_CODES } from '../../src/core/problem-details.ts'
import { buildKnowledge } from '../../src/knowledge/build.ts'
import { readFolder } from '../../src/knowledge/read.ts'
import { writtenWording } from './written-wording.ts'

const written = {
  'zh-Hans': await writtenWording('zh-Hans'),
  en: await writtenWording('en'),
}
const chinese: Record<string, unknown> = Object.fromEntries(written['zh-Hans'])
const english: Record<string, unknown> = Object.fromEntries(written.en)
const keys = Object.keys(chinese)

const { knowledge, problems } = buildKnowledge(await readFolder('knowledge'), {
  today: '2026-11-23',
  reviewAfterDays: 100_000,
})

const sources = new Map<string, string>()
for await (const file of glob('src/**/*.{ts,js}')) sources.set(file, await readFile(file, 'utf8'))
const source = [...sources.values()].join('\n')

const placeholders = (text: unknown) => [...new Set(String(text).match(/\{\{\s*[^}]*\}\}/g))].sort()

describe('the wording', () => {
  test('has the same keys in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(keys.toSorted())
  })

  test.each(WRITTEN_LOCALES)('in %s says everything once', (locale) => {
    const found = written[locale].map(([key]) => key)
    expect(found.filter((key, index) => found.indexOf(key) !== index)).toEqual([])
  })

  test('is text, and never empty', () => {
    for (const wording of [chinese, english])
      expect(Object.entries(wording).filter(([, text]) => typeof text !== 'string' || text.trim() === '')).toEqual([])
  })

  test('has the same placeholders in both languages, spelled as they should be', () => {
    // “One day” may say its number in words.
    const needed = (key: string, text: unknown) =>
      placeholders(text).filter((name) => !(key.endsWith('.one') && name === '{{n}}'))
    for (const key of keys) {
      expect({ key, names: needed(key, english[key]) }).toEqual({ key, names: needed(key, chinese[key]) })
      for (const name of placeholders(chinese[key]))
        expect({ key, name }).toEqual({ key, name: expect.stringMatching(/^\{\{[a-zA-Z]+\}\}$/) })
      for (const wording of [chinese, english])
        expect({
          key,
          stray: String(wording[key])
            .replace(/\{\{\w+\}\}/g, '')
            .match(/[{}]/g),
        }).toEqual({ key, stray: null })
    }
  })

  test('in Chinese is Chinese', () => {
    const bare = (text: unknown) => String(text).replace(/\{\{\w+\}\}/g, '')
    const latin = keys.filter(
      (key) => /\p{Script=Latin}/u.test(bare(chinese[key])) && !/\p{Script=Han}/u.test(bare(chinese[key])),
    )
    expect(latin).toEqual([])
  })

  test('in English is English, but for names and the invitation in both languages', () => {
    const withoutNames = (text: unknown) => String(text).replace(/通关|掌上海关/g, '')
    const mixed = keys.filter((key) => /\p{Script=Han}/u.test(withoutNames(english[key])))
    expect(mixed).toEqual(['declined.language'])
  })
})

describe('every key the code uses', () => {
  const families = new Set(keys.map((key) => key.split('.')[0]))
  /** Written out: `'declined.error'`, and the beginnings of keys that are put together: `'step.tax.'`. */
  const literals = [...source.matchAll(/'([a-z]+\.[a-z0-9.-]*)'/g)]
    .map(([, key = '']) => key)
    .filter(
      (key) =>
        families.has(key.split('.')[0]) && !/\.(ya?ml|md|json|ts|js|css)$/.test(key) && !knowledge?.topics.has(key),
    )
  /** Put together: `declined.${why}`. The chat page's own are told one by one below. */
  const templates = [...source.matchAll(/`([a-z]+\.(?:[a-z0-9.-]|\$\{[^}`]*\})*)`/g)]
    .map(([, key = '']) => key)
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what is looked for
    .filter((key) => families.has(key.split('.')[0]) && key.includes('${') && key !== 'page.${key}')
  const view = sources.get('src/http/chat-page/view.ts') ?? ''
  const scriptKeys = [...(/SCRIPT_KEYS = \[([^\]]*)\]/.exec(view)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(
    ([, key]) => key,
  )
  const pageKeys = [...[...view.matchAll(/say\('([^']+)'\)/g)].map(([, key]) => key), ...scriptKeys].map(
    (key) => `page.${key}`,
  )
  const matching = (template: string) =>
    new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '.+')}$`)

  test('is found by this test', () => {
    expect(literals).toContain('reply.documents')
    expect(templates.length).toBeGreaterThan(5)
    expect(pageKeys).toContain('page.send')
    expect(scriptKeys).toContain('sending')
  })

  test('written out, exists', () => {
    const missing = literals.filter((key) =>
      key.endsWith('.') ? !keys.some((one) => one.startsWith(key)) : !keys.includes(key),
    )
    expect([...new Set([...missing, ...pageKeys.filter((key) => !keys.includes(key))])]).toEqual([])
  })

  test('put together, exists', () => {
    expect(templates.filter((template) => !keys.some((key) => matching(template).test(key)))).toEqual([])
  })

  test.each([
    ['declined', DECLINED.map((why) => `declined.${why}`)],
    ['courtesy', COURTESIES.map((of) => `courtesy.${of}`)],
    ['audience', AUDIENCES.map((audience) => `audience.${audience}`)],
    ['problem', PROBLEM_CODES.flatMap((code) => [`problem.${code}`, `problem.${code}.title`])],
    ['problem.field', FIELD_FAULTS.map((fault) => `problem.field.${fault}`)],
  ])('of a closed set exists: %s', (_, wanted) => {
    expect(wanted.filter((key) => !keys.includes(key))).toEqual([])
  })

  test('of the script is handed to it, and nothing it does not use', () => {
    const used = [...(sources.get('src/http/chat-page/chat.js') ?? '').matchAll(/\bwords\.([a-z]+)/g)].map(
      ([, key]) => key,
    )
    expect([...new Set(used)].sort()).toEqual(scriptKeys.toSorted())
  })

  test('is all there is: no wording that nobody says', () => {
    const prefixes = literals.filter((key) => key.endsWith('.'))
    const said = new Set([...literals, ...pageKeys])
    const patterns = templates.map(matching)
    const unsaid = keys.filter(
      (key) =>
        !said.has(key) &&
        !patterns.some((pattern) => pattern.test(key)) &&
        !prefixes.some((prefix) => key.startsWith(prefix)),
    )
    expect(unsaid).toEqual([])
  })
})

describe('every unit of a figure', () => {
  /** Told as a day, a day of the year, a percentage, a bare number, or a word of its own for each number. */
  const WORDLESS = ['date', 'month-day', 'rate', 'count', 'nth']
  const units = new Set([...(knowledge?.figures.values() ?? [])].map(({ unit }) => unit))

  test('is worded in both languages, with the number', () => {
    expect(problems.filter(({ level }) => level === 'error')).toEqual([])
    expect(units.size).toBeGreaterThan(WORDLESS.length)
    for (const unit of units)
      if (!WORDLESS.includes(unit))
        for (const wording of [chinese, english])
          expect({ unit, words: wording[`unit.${unit}`] }).toEqual({ unit, words: expect.stringContaining('{{n}}') })
  })
})
