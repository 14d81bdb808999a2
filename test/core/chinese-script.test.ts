import { Converter } from 'opencc-js'
import { describe, expect, test } from 'vitest'
import { fromHongKong, fromTaiwan, inTraditional } from '../../src/core/chinese-script.ts'
import { buildKnowledge } from '../../src/knowledge/build.ts'
import { readFolder } from '../../src/knowledge/read.ts'

const library = {
  inTraditional: Converter({ from: 'cn', to: 'tw' }),
  fromTaiwan: Converter({ from: 'tw', to: 'cn' }),
  fromHongKong: Converter({ from: 'hk', to: 'cn' }),
}

const { knowledge } = buildKnowledge(await readFolder('knowledge'), { today: '2026-11-28', reviewAfterDays: 100_000 })
const simplified = [...(knowledge?.entries.values() ?? [])].flatMap(({ texts }) => {
  const { title, questions, answer, detail, next } = texts['zh-Hans']
  return [title, ...questions, answer, detail, next]
})
const odd = [
  '',
  'only Latin, 2026-11-28, £5 “quoted” — and 🙂',
  '头发和发展，皇后在后面，干燥的干部，一只手表只有一里',
  '著作权与看著，裡面裏頭，臺灣台湾，纔才，𠮷野家，喫飯',
  '鼠标里面的内存、软件和打印机',
  '\u{2f804}豈更',
  '你\u{d842}好',
]

describe('conversion between Chinese scripts', () => {
  test('writes all texts of the knowledge in traditional characters as opencc-js does', () => {
    expect(simplified.length).toBeGreaterThan(500)
    for (const text of [...simplified, ...odd]) expect(inTraditional(text)).toBe(library.inTraditional(text))
  })

  test('and back', () => {
    for (const text of [...simplified, ...odd]) {
      const traditional = library.inTraditional(text)
      expect(fromTaiwan(traditional)).toBe(library.fromTaiwan(traditional))
      expect(fromHongKong(traditional)).toBe(library.fromHongKong(traditional))
    }
  })

  test('agrees with opencc-js about every Chinese character, alone and beside each other', () => {
    const characters = Array.from({ length: 0x9fff - 0x4e00 }, (_, index) => String.fromCodePoint(0x4e00 + index))
    for (const text of [characters.join(' '), characters.join(''), characters.toReversed().join('')]) {
      expect(inTraditional(text)).toBe(library.inTraditional(text))
      expect(fromTaiwan(text)).toBe(library.fromTaiwan(text))
      expect(fromHongKong(text)).toBe(library.fromHongKong(text))
    }
    expect(characters.map(fromTaiwan)).toEqual(characters.map(library.fromTaiwan))
    expect(characters.map(fromHongKong)).toEqual(characters.map(library.fromHongKong))
  })

  test('and leaves alone what is simplified already, as opencc-js does', () => {
    for (const text of [...simplified, ...odd]) {
      expect(fromTaiwan(text)).toBe(library.fromTaiwan(text))
      expect(fromHongKong(text)).toBe(library.fromHongKong(text))
    }
  })
})
