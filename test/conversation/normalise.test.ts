import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNoise, normalise } from '../../src/conversation/normalise.ts'

describe('a text as it is read', () => {
  test.each([
    ['  今年还能买多少？  ', '今年还能买多少？'],
    ['额度\n\n\t是多少', '额度 是多少'],
    ['全角　空格', '全角 空格'],
    ['non\u00a0breaking\u2009space', 'non breaking space'],
    ['line\u2028separator', 'line separator'],
    ['额\u200b度\u200d是\u2060多\ufeff少', '额度是多少'],
    ['\ufeff额度', '额度'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['\u202e多少买能还年今\u202c', '多少买能还年今'],
    ['\u2066额度\u2069', '额度'],
    ['额\u0000度\u0007', '额度'],
    ['tag\u{e0061}\u{e0062}characters', 'tagcharacters'],
    ['variation\ufe0f', 'variation'],
    ['额\ue000度', '额度'],
    ['half \ud83d a smile', 'half � a smile'],
    ['\udc00', '�'],
    ['税是多少🙂', '税是多少🙂'],
    ['<b>额度</b>是多少', '额度 是多少'],
    ['<script>alert("额度")</script>税是多少', '税是多少'],
    ['<SCRIPT src=//evil>x', ''],
    ['<style>body{}</style>额度', '额度'],
    ['<img src=x onerror=alert(1)>额度', '额度'],
    ['<!-- comment -->额度', '额度'],
    ['<scr<b>ipt>额度', '额度'],
    ['<<b>script>alert(1)', '< script>alert(1)'],
    ['价格<5000可以吗', '价格<5000可以吗'],
    ['a < b > c', 'a < b > c'],
    ['I <3 Japan', 'I <3 Japan'],
    ['{{ annual-limit }}', '{{ annual-limit }}'],
    ["'; DROP TABLE questions; --", "'; DROP TABLE questions; --"],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(normalise(text)).toBe(expected)
  })

  const nasty = fc.array(
    fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '</',
        'script',
        '<b>',
        '<script>',
        '</script>',
        '<!--',
        ' ',
        '\u200b',
        '\ufeff',
        '\u202e',
        '\ud800',
        '额度',
        'a',
        '!',
        '\n',
      ),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 20 },
  )

  test('does not change any more when it is read again', () => {
    fc.assert(
      fc.property(nasty, (parts) => {
        const once = normalise(parts.join(''))
        expect(normalise(once)).toBe(once)
      }),
    )
  })

  test('is well formed, single-spaced, and holds nothing that hides or turns', () => {
    fc.assert(
      fc.property(nasty, (parts) => {
        const text = normalise(parts.join(''))
        expect(text.isWellFormed()).toBe(true)
        expect(text).not.toMatch(/\s\s|^\s|\s$|[\p{Cc}\p{Cf}\p{Co}]/u)
        expect(text).not.toMatch(/<(?:script|style|iframe|svg|object)\b[^>]*>/i)
      }),
    )
  })

  test('is read at once, however deeply markup is nested', () => {
    const deep = `${'<b'.repeat(1000)}${'>'.repeat(1000)}额度`
    expect(normalise(deep)).toBe('额度')
    expect(normalise(`${'<script>'.repeat(250)}额度`)).toBe('')
  })
})

test.each([
  ['', true],
  ['？！…', true],
  ['🙂🙂', true],
  ['��', true],
  ['---', true],
  ['税', false],
  ['9610', false],
  ['ok', false],
  ['①', false],
  ['🙂税', false],
])('%j is noise: %s', (text, noise) => {
  expect(isNoise(text)).toBe(noise)
})
