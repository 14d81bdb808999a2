import { describe, expect, test } from 'vitest'
import { describeProblem, nearest } from '../../src/knowledge/problem.ts'

describe('the id that was meant', () => {
  const known = ['annual-limit', 'single-limit', 'annual-reset', 'vat', 'cgs-2018-49', 'cgs-2016-18']
  test.each([
    ['anual-limit', 'annual-limit'],
    ['annual_limit', 'annual-limit'],
    ['annual-limits', 'annual-limit'],
    ['cgs-2018-94', 'cgs-2018-49'],
    ['va', 'vat'],
    ['quota', undefined],
    ['something-else-entirely', undefined],
    ['', 'vat'],
  ])('%s: %s', (written, meant) => {
    if (written === '') expect(nearest(written, ['annual-limit'])).toBeUndefined()
    else expect(nearest(written, known)).toBe(meant)
  })
})

test('a problem is told by file and line, with what to do below', () => {
  expect(describeProblem({ level: 'error', file: 'a.yaml', line: 3, what: 'is wrong', hint: 'Mend it.' })).toBe(
    'a.yaml:3  is wrong\n    Mend it.',
  )
  expect(describeProblem({ level: 'warning', file: 'a.yaml', what: 'is old' })).toBe('a.yaml  warning: is old')
})
