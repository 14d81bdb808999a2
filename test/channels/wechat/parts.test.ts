import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inParts, MOST_BYTES } from '../../../src/channels/wechat/parts.ts'

const bare = (text: string) => text.replace(/\s/g, '')

test('a text that fits is one part, an empty one none', () => {
  expect(inParts('一\n\n二', MOST_BYTES)).toEqual(['一\n\n二'])
  expect(inParts('税'.repeat(682), MOST_BYTES)).toHaveLength(1)
  expect(inParts(' \n\n ', MOST_BYTES)).toEqual([])
})

test('a long text is cut at the ends of paragraphs', () => {
  const paragraph = '额度'.repeat(10)
  expect(inParts([paragraph, paragraph, paragraph].join('\n\n'), 130)).toEqual([
    `${paragraph}\n\n${paragraph}`,
    paragraph,
  ])
})

test('a paragraph too long for a part is cut at the end of a line, a line at the end of a sentence', () => {
  expect(inParts('· 一二三四\n· 五六七八', 20)).toEqual(['· 一二三四', '· 五六七八'])
  expect(inParts('一二三。四五六！七八九', 12)).toEqual(['一二三。', '四五六！', '七八九'])
})

test('a heading stays with what it heads', () => {
  const text = `${'前'.repeat(20)}\n\n【依据】\n\n· 文件`
  expect(inParts(text, 75)).toEqual(['前'.repeat(20), '【依据】\n\n· 文件'])
})

test('a link is never cut, and where it alone is too long its words stay', () => {
  const link = '<a href="https://example.cn/?a=1;b=2">文件！名。称</a>'
  for (const part of inParts(`${'甲'.repeat(30)}${link}${'乙'.repeat(30)}`, 100))
    expect(part.replaceAll(link, '')).not.toMatch(/[<>]/)
  expect(inParts(`<a href="https://example.cn/${'x'.repeat(200)}">文件</a>`, 100).join('')).toBe('文件')
})

test('nothing but white space is lost, no part is too long, and no character is cut', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      '\n',
      '\n\n',
      '。',
      '【依据】\n\n',
      '税'.repeat(40),
      '<a href="https://example.cn/a">文件</a>',
      '😀😀',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 60, max: 400 }), (pieces, most) => {
      const text = pieces.join('')
      const parts = inParts(text, most)
      expect(bare(parts.join(''))).toBe(bare(text))
      for (const part of parts) {
        expect(Buffer.byteLength(part)).toBeLessThanOrEqual(most)
        expect(part.isWellFormed()).toBe(text.isWellFormed())
      }
    }),
    { numRuns: 300 },
  )
})
