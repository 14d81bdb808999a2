import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseYaml } from '../../src/knowledge/yaml.ts'

const schema = z.array(
  z.strictObject({ id: z.string(), days: z.array(z.iso.date()), more: z.object({ deep: z.number() }).optional() }),
)
const linesOf = (text: string, firstLine?: number) =>
  parseYaml(text, 'list.yaml', schema, firstLine).problems.map(({ line }) => line)

const SOUND = `- id: a
  days: [2026-01-01]
- id: b
  days:
    - 2026-01-01
    - 2026-02-28
  more: { deep: 1 }
`

describe('a YAML file', () => {
  test('keeps its dates as text, so that no time zone can move a day', () => {
    expect(parseYaml(SOUND, 'list.yaml', schema).value?.[1]?.days).toEqual(['2026-01-01', '2026-02-28'])
  })

  test('knows the line of every path, and of the nearest one above a path that does not exist', () => {
    const { lineOf } = parseYaml(SOUND, 'list.yaml', schema)
    expect(lineOf?.([0])).toBe(1)
    expect(lineOf?.([1])).toBe(3)
    expect(lineOf?.([1, 'days', 1])).toBe(6)
    expect(lineOf?.([1, 'more', 'deep'])).toBe(7)
    expect(lineOf?.([1, 'more', 'deeper'])).toBe(7)
    expect(lineOf?.([7])).toBe(1)
  })

  test.each([
    ['a wrong value in a list', SOUND.replace('2026-02-28', '2026-02-30'), [6]],
    ['a wrong value in a flow map', SOUND.replace('deep: 1', 'deep: one'), [7]],
    ['a field that does not exist', SOUND.replace('more:', 'less:'), [7]],
    ['a missing field', SOUND.replace('- id: b\n  days', '- days'), [3]],
    ['two mistakes', SOUND.replace('id: a', 'id: 1').replace('2026-02-28', 'x'), [1, 6]],
    ['a bracket that is not closed', SOUND.replace('[2026-01-01]', '[2026-01-01'), [3]],
    ['a key given twice', SOUND.replace('  more:', '  id: c\n  more:'), [7]],
  ])('tells the line of %s', (_, text, lines) => {
    expect(linesOf(text)).toEqual(lines)
    expect(linesOf(text, 11)).toEqual(lines.map((line) => line + 10))
  })

  test('that is empty, or something else altogether, is told as such', () => {
    expect(parseYaml('', 'list.yaml', schema).problems).toMatchObject([
      { file: 'list.yaml', line: 1, what: expect.stringContaining('the file: ') },
    ])
    expect(linesOf('just words')).toEqual([1])
  })
})
