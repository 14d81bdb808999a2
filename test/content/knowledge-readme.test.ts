import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fill } from '../../src/conversation/fill.ts'
import { parseEntry } from '../../src/knowledge/parse-entry.ts'
import { parseFigure } from '../../src/knowledge/parse-figure.ts'
import { documentList } from '../../src/knowledge/parse-lists.ts'
import { parseYaml } from '../../src/knowledge/yaml.ts'
import { shipped } from './shipped.ts'
import { translate } from './shipped-wording.ts'

const readme = readFileSync('knowledge/README.md', 'utf8')
const knowledge = shipped()

/** The example below which a piece of text stands. */
function example(piece: string): string {
  const block = [...readme.matchAll(/```\w+\n([\s\S]*?)```/g)]
    .map(([, text = '']) => text)
    .find((text) => text.includes(piece))
  if (block === undefined) throw new Error(`no example with ${piece}`)
  return block
}

describe('what knowledge/README.md says', () => {
  test.each([
    ['zh-Hans', 'audiences: [consumer]'],
    ['en', 'Each person may buy up to'],
  ])('its example of an entry in %s can be read', (locale, piece) => {
    const parsed = parseEntry(`entries/quota.annual/annual-limit.${locale}.md`, example(piece))
    expect(parsed?.problems).toEqual([])
    expect(parsed?.text?.answer).toContain('{{ annual-limit }}')
  })

  test('its examples of figures can be read', () => {
    expect(parseFigure('figures/annual-limit.yaml', example('value: 26000')).problems).toEqual([])
    expect(parseFigure('figures/composite-ordinary.yaml', example('formula: cbec-composite')).computed).toBeDefined()
  })

  test('its example of a document can be read', () => {
    const { problems, value } = parseYaml(example('id: cgs-2018-49'), 'documents/customs.yaml', documentList)
    expect(problems).toEqual([])
    expect(value?.[0]).toMatchObject({ id: 'cgs-2018-49', amends: ['cgs-2016-18'] })
  })

  const placeholders = [...readme.matchAll(/^\| `(\{\{[^`]*\}\})` \| ([^|]*) \|$/gm)].map(
    ([, written = '', shows = '']) => [written, shows.split(':')[0]?.trim() ?? ''],
  )

  test('its table of placeholders was found', () => {
    expect(placeholders.length).toBeGreaterThanOrEqual(8)
  })

  test.each(placeholders)('%s shows %s', (written, shows) => {
    expect(fill(written ?? '', { knowledge, on: '2026-11-23', locale: 'en', translate })).toBe(shows)
  })

  test('it names every unit that figures have', () => {
    const units = new Set([...knowledge.figures.values()].map(({ unit }) => unit))
    // Currencies are named by example.
    const missing = [...units].filter((unit) => !/^[A-Z]{3}$/.test(unit) && !readme.includes(`\`${unit}\``))
    expect(missing).toEqual([])
  })

  test.each([
    'title',
    'audiences',
    'questions',
    'effective',
    'reviewed',
    'citations',
    'related',
    'replaces',
    'confidence',
    'ask',
    'next',
  ])('it explains the field %s', (field) => {
    expect(readme).toMatch(new RegExp(`^\\| \`${field}\` \\|`, 'm'))
  })

  test('it names every file of the folder', () => {
    for (const path of [
      'topics.yaml',
      'contacts.yaml',
      'synonyms.yaml',
      'misconceptions.yaml',
      'glossary.yaml',
      'traditional.yaml',
      'meanings.yaml',
      'plain-numbers.yaml',
    ])
      expect(readme).toContain(`\`${path}\``)
  })
})
