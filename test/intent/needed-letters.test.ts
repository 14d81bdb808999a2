import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meaningsReader, waysOf } from '../../src/intent/meanings.ts'
import { mayMatch, neededLetters } from '../../src/intent/needed-letters.ts'
import { buildKnowledge } from '../../src/knowledge/build.ts'
import { readFolder } from '../../src/knowledge/read.ts'
import { fold } from '../../src/search/fold.ts'

const sorted = (letters: Iterable<string> | undefined) => letters && [...letters].sort()

describe('the letters that a pattern needs', () => {
  test.each<[string, string[] | undefined]>([
    ['办法|方法', ['办法', '方法']],
    ['怎么(?!罚|判)办', ['怎么']],
    ['(?:躲|避)(?:过|开|掉|脱)?税', ['税']],
    ['(?:躲|避)(?:过|开|掉|脱)(?:去)?', ['躲', '避']],
    ['[两三]欧', ['欧']],
    ['[^。]{0,8}查', ['查']],
    ['ways?', ['way']],
    ['(?<![a-z0-9])(?:tips?|how to)(?![a-z0-9])', ['how', 'tip']],
    ['a{2,}b', ['a']],
    ['\\w*', undefined],
    ['查|\\d+', undefined],
    ['(?:查)?', undefined],
    ['^$', undefined],
    ['a\\.b', ['a.b']],
    ['(?<said>关税)\\p{Script=Han}', ['关税']],
  ])('%s', (pattern, needed) => {
    expect(sorted(neededLetters(pattern))).toEqual(sorted(needed))
  })

  test('hide no match of any pattern that is put together from parts', () => {
    const letter = fc.constantFrom('a', 'b', 'c', '税', '关', '查')
    const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
      pattern: fc
        .array(
          fc.array(tie('part'), { maxLength: 3 }).map((parts) => parts.join('')),
          { minLength: 1, maxLength: 3 },
        )
        .map((ways) => ways.join('|')),
      part: fc
        .tuple(
          fc.oneof(
            { depthSize: 'small', withCrossShrink: true },
            letter,
            fc.tuple(letter, letter).map(([one, other]) => `[${one}${other}]`),
            letter.map((one) => `[^${one}]`),
            fc.constantFrom('\\w', '.', '\\b', '^'),
            tie('pattern').map((inner) => `(?:${inner})`),
            tie('pattern').map((inner) => `(?!${inner})`),
            tie('pattern').map((inner) => `(?<=${inner})`),
          ),
          fc.constantFrom('', '', '?', '*', '+', '{0,2}', '{2}', '{1,3}', '*?'),
        )
        // What takes no room cannot be repeated in every way.
        .map(([one, times]) => (/^(?:\\b|\^|\(\?(?:!|<=))/.test(one) ? one : one + times)),
    }))
    const text = fc.array(letter, { maxLength: 8 }).map((letters) => letters.join(''))
    fc.assert(
      fc.property(pattern, text, (source, said) => {
        const matches = new RegExp(source, 'u').test(said)
        expect(!matches || mayMatch([neededLetters(source)])(said)[0] === 1).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })
})

test('hide no meaning of what is asked, in both languages', async () => {
  const { knowledge } = buildKnowledge(await readFolder('knowledge'), { today: '2026-11-23', reviewAfterDays: 100_000 })
  if (!knowledge) throw new Error('the knowledge has errors')
  const read = meaningsReader(knowledge.meanings)
  const patterns = Object.entries(knowledge.meanings).map(([name, meaning]) => {
    const { 'zh-Hans': chinese, en: english } = waysOf(meaning)
    return {
      name,
      chinese: chinese.map((way) => new RegExp(way, 'u')),
      english: english.map((way) => new RegExp(way, 'u')),
    }
  })
  const asked = [...knowledge.entries.values()].flatMap(({ texts }) => [
    ...texts['zh-Hans'].questions,
    ...texts.en.questions,
  ])
  for (const question of asked) {
    const folded = fold(question)
    const [han, latin] = [/\p{Script=Han}/u.test(folded), /[a-z0-9]/.test(folded)]
    const meant = patterns
      .filter(({ chinese, english }) =>
        [...(han ? chinese : []), ...(latin ? english : [])].some((way) => way.test(folded)),
      )
      .map(({ name }) => name)
    expect(read(folded), question).toEqual(meant.sort((one, other) => (one < other ? -1 : 1)))
  }
}, 60_000)
