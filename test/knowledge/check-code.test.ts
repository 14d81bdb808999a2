import { glob, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { checkCode } from '../../src/knowledge/check-code.ts'
import { realKnowledge } from './real-knowledge.ts'

const { figures } = await realKnowledge()
const found = (code: string, file = 'src/advisors/somewhere.ts') =>
  checkCode(new Map([[file, code]]), figures).map(({ line, what }) => `${line}: ${what}`)

test('the service has no policy in its code', async () => {
  const sources = new Map<string, string>()
  for await (const file of glob('src/**/*.{ts,js}')) sources.set(file, await readFile(file, 'utf8'))
  expect(sources.size).toBeGreaterThan(100)
  expect(checkCode(sources, figures)).toEqual([])
})

test.each([
  ['a limit', 'const limit = 26_000', '1: the number 26_000 is the value of "annual-limit"'],
  ['a limit as text', "\nnew Big('26000')", '2: the number 26000 is the value of "annual-limit"'],
  ['a share', 'price.times(0.7)', expect.stringMatching(/^1: the number 0\.7 is the value of/)],
  [
    'a day on which a limit changed',
    "if (on < '2019-01-01') return",
    expect.stringMatching(/^1: on the day 2019-01-01 the figure/),
  ],
  ['a document', "say('财关税〔2018〕49号')", '1: the document number 〔2018〕49 stands in code'],
])('%s in code is reported with its line', (_, code, expected) => {
  expect(found(code)).toEqual([expected])
})

test.each([
  ['a comment', '// since 2019-01-01 it is 26000\n/** 26000 */'],
  ['a hint for authors', "'Write 26000, not 26,000'"],
  ['a unit of measure', 'grams.div(1000)'],
  ['a part of a name', 'cgs-2018-49 sha256'],
])('%s is none', (_, code) => {
  expect(found(code)).toEqual([])
})

test('a round number is technical where no rule is worked out', () => {
  expect(found('response.status(400)', 'src/http/app.ts')).toEqual([])
  expect(found('const limit = 400')).not.toEqual([])
})
