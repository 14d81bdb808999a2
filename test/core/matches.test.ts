import { expect, test } from 'vitest'
import { matchesOf } from '../../src/core/matches.ts'

test('a pattern finds the same in every text, whatever it was looked for in before', () => {
  const number = /(?<number>\d+) yuan/g
  const found = (text: string) => matchesOf(text, number).map(({ index, groups }) => [index, groups?.number])
  expect(found('5 yuan and 20 yuan')).toEqual([
    [0, '5'],
    [11, '20'],
  ])
  expect(found('no sum')).toEqual([])
  expect(found('5 yuan and 20 yuan')).toEqual([
    [0, '5'],
    [11, '20'],
  ])
})
